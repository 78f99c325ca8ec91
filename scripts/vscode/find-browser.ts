import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installOnce } from './install-once';
import { cacheFolder, programOnPath } from './project';

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  /** Its environment: where its shared libraries and fonts are. */
  readonly env: Record<string, string>;
}

const calm = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** An installed Chromium or Chrome, else the one that `@sparticuz/chromium` carries. */
export async function findBrowser(): Promise<Browser> {
  const installed =
    process.env['CHROMIUM'] ??
    (await programOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'));
  if (!installed) return await packagedBrowser();
  return { executablePath: installed, args: calm, env: environment() };
}

/**
 * The package unpacks itself into the folder for temporary files and never replaces what lies there, so it gets a
 * folder of its own; and it unpacks the shared libraries that a bare machine lacks only where it thinks it runs
 * in a cloud function. Both are read from the environment, which is put back afterwards.
 */
async function packagedBrowser(): Promise<Browser> {
  const before = environment();
  const folder = join(cacheFolder, 'browser');
  try {
    process.env['TMPDIR'] = folder;
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    await installOnce(folder, async () => {
      await chromium.executablePath();
      // The package's font list names the system's temporary folder; a browser without any font crashes.
      const fonts = join(folder, 'fonts/fonts.conf');
      const list = await readFile(fonts, 'utf8');
      await writeFile(fonts, list.replaceAll('/tmp/fonts', join(folder, 'fonts')));
    });
    const env = environment();
    const args = [...new Set([...chromium.args, ...calm])];
    return { executablePath: await chromium.executablePath(), args, env };
  } finally {
    for (const name of Object.keys(process.env)) {
      if (!(name in before)) Reflect.deleteProperty(process.env, name);
    }
    Object.assign(process.env, before);
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]),
  );
}
