/**
 * Takes a picture of the real workbench with the extension in it:
 *
 *   npm run screenshot -- --out a.png [--folder F] [--file X] [--theme dark|light|hc-dark|hc-light]
 *     [--version oldest|newest|1.117.0] [--size 1400x900] [--set '{"editor.fontSize": 16}']
 *     [--step 'goto 15:1' --step hover …] [--script module.mjs] [--in-place] [--no-build]
 *
 * `--folder` (default: the fixture workspace of the host tests) is copied into a temporary folder and made a git
 * repository, so that steps may write; `--in-place` opens the folder itself. `--file` is opened in an editor.
 * The steps are those of `scripts/vscode/steps.ts`: command, open, goto, select, hover, press, type, wait, click,
 * pause, shot. A script exports `default async (page, step) => …`: Playwright's page, and `step('goto 12:5')`.
 *
 *   npm run screenshot -- --out /tmp/card.png --file 'Alliance/2022-04-06 Shipyards.txt' --theme dark \
 *     --step 'command Explorer: Focus on Outline View' --step 'goto 19:40' --step hover
 *
 * The extension's errors and, with `--verbose`, all that the workbench says go to standard error.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, parseArgs } from 'node:util';
import { editorVersion, projectRoot, runProgram } from './vscode/project';
import { takeStep } from './vscode/steps';
import { openWorkbench } from './vscode/workbench';
import { copyAsRepository, makeEditorFolders } from './vscode/workspace-copy';

/** Each theme's name and the class that the workbench has once it is applied. */
const themes: Readonly<Record<string, readonly [name: string, className: string]>> = {
  dark: ['Default Dark Modern', 'vs-dark'],
  light: ['Default Light Modern', 'vs'],
  'hc-dark': ['Default High Contrast', 'hc-black'],
  'hc-light': ['Default High Contrast Light', 'hc-light'],
};

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    folder: { type: 'string' },
    file: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    version: { type: 'string' },
    size: { type: 'string', default: '1400x900' },
    set: { type: 'string', default: '{}' },
    step: { type: 'string', multiple: true, default: [] },
    script: { type: 'string' },
    'in-place': { type: 'boolean' },
    'no-build': { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
});

async function main(): Promise<void> {
  const theme = themes[values.theme];
  if (!values.out || !theme) {
    throw new Error(`--out FILE.png is needed, and a theme of ${Object.keys(themes).join(', ')}`);
  }
  if (!values['no-build']) {
    await runProgram(process.execPath, ['esbuild.mjs'], { cwd: projectRoot });
  }
  const [width = 1400, height = 900] = values.size.split('x').map(Number);
  const settings = { 'workbench.colorTheme': theme[0], ...(JSON.parse(values.set) as object) };
  const folders = await makeEditorFolders(settings);
  const chosen = resolve(values.folder ?? join(projectRoot, 'test/fixtures/workspace'));
  if (!values['in-place']) await copyAsRepository(chosen, folders.workspace);
  const folder = values['in-place'] ? chosen : folders.workspace;
  const workbench = await openWorkbench({
    version: editorVersion(values.version),
    folders,
    folder,
    extension: projectRoot,
    installed: true,
    viewport: { width, height },
    ...(values.file ? { file: join(folder, values.file) } : {}),
    onLog: (type, logged) => {
      const line = format(...logged);
      if (values.verbose || line.includes('archive-annotator.')) console.error(`[${type}] ${line}`);
    },
  });
  const { page } = workbench;
  try {
    const shown = values.file ? '.editor-instance .view-line' : '.explorer-folders-view';
    await page.locator(`.monaco-workbench.${theme[1]} ${shown}`).first().waitFor();
    for (const step of values.step) await takeStep(page, step);
    if (values.script) {
      const script = (await import(pathToFileURL(resolve(values.script)).href)) as {
        default: (target: typeof page, step: (text: string) => Promise<void>) => Promise<void>;
      };
      await script.default(page, (step) => takeStep(page, step));
    }
  } finally {
    // Also after a step that failed: the picture shows why.
    await page.screenshot({ path: values.out });
    await workbench.close();
    await folders.remove();
    console.log(values.out);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
