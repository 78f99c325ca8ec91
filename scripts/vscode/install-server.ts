import { copyFile, mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { installOnce } from './install-once';
import { cacheFolder, exists, programOnPath, runProgram } from './project';

/** A VS Code server that can be started. */
export interface ServerInstallation {
  readonly version: string;
  /** The Node binary it runs on. */
  readonly node: string;
  /** `server-main.js`. */
  readonly main: string;
}

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];

/**
 * A VS Code server of the given version in the cache folder, installed from npm where it is not there yet:
 * desktop VS Code needs a download and a display, this needs only the registry.
 */
export async function installServer(version: string): Promise<ServerInstallation> {
  const folder = join(cacheFolder, `server-${version}`);
  const packageFolder = join(folder, 'node_modules/code-server');
  const server = join(packageFolder, 'lib/vscode');
  await installOnce(folder, async () => {
    console.error(`Installing the VS Code ${version} server into ${folder} …`);
    const packageName = `code-server@${version.replace(/^1\./, '4.')}`;
    await runProgram('npm', ['install', ...quiet, '--prefix', folder, packageName]);
    await runProgram('npm', ['install', '--omit=dev', ...quiet], { cwd: server });
    // Builds look for some of their modules in the archive that a desktop build has.
    await symlink('node_modules', join(server, 'node_modules.asar'), 'junction').catch(() => {});
    await provideRipgrep(server);
  });
  const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const node = await installNode(Number.parseInt(manifest.engines.node, 10));
  return { version, node, main: join(server, 'out/server-main.js') };
}

/** File search of older servers needs a binary that only an install script would bring. */
async function provideRipgrep(server: string): Promise<void> {
  const module = join(server, 'node_modules/@vscode/ripgrep');
  const binary = join(module, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
  if (!(await exists(module)) || (await exists(binary))) return;
  await mkdir(join(module, 'bin'), { recursive: true });
  const installed = await programOnPath('rg');
  if (installed) return await copyFile(installed, binary);
  const folder = join(cacheFolder, 'ripgrep');
  const carrier = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  await runProgram('npm', ['install', ...quiet, '--prefix', folder, `${carrier}@1`]);
  await copyFile(join(folder, 'node_modules', carrier, 'bin', 'rg'), binary);
}

/** The running Node where it is new enough, else one from npm. */
async function installNode(major: number): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) >= major) return process.execPath;
  const folder = join(cacheFolder, `node-${major}`);
  const packageFolder = join(folder, 'node_modules/node');
  await installOnce(folder, async () => {
    console.error(`Installing Node ${major} into ${folder} …`);
    await runProgram('npm', ['install', ...quiet, '--prefix', folder, `node@${major}`]);
    await runProgram(process.execPath, ['installArchSpecificPackage'], { cwd: packageFolder });
  });
  return join(packageFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
