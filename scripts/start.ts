/**
 * Shows the extension on a sample archive, or on a folder of yours:
 *
 *   npm start [-- FOLDER] [-- --browser] [--version oldest|newest|1.117.0]
 *
 * The sample is copied afresh and made a git repository; a folder of yours is opened as it is. Where `code` is on
 * the PATH the desktop editor opens; otherwise (or with `--browser`) a VS Code server from npm starts on this
 * machine, its address is printed, and it runs until Ctrl+C.
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  cacheFolder,
  editorVersion,
  exists,
  programOnPath,
  projectRoot,
  runProgram,
} from './vscode/project';
import { startServer } from './vscode/start-server';
import { linkExtension, workbenchAddress } from './vscode/workbench';
import { copyAsRepository, makeEditorFolders } from './vscode/workspace-copy';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { version: { type: 'string' }, browser: { type: 'boolean' } },
});

async function main(): Promise<void> {
  await runProgram(process.execPath, ['esbuild.mjs'], { cwd: projectRoot });
  const folder = await chooseFolder(positionals[0]);
  const desktop = values.browser || values.version ? undefined : await programOnPath('code');
  if (desktop) {
    await runProgram(desktop, [`--extensionDevelopmentPath=${projectRoot}`, folder]);
    console.log(`Opened ${folder} in the desktop editor.`);
    return;
  }
  const folders = await makeEditorFolders();
  await linkExtension(projectRoot, folders);
  const server = await startServer({
    version: editorVersion(values.version),
    dataFolder: folders.data,
    extensionsFolder: folders.extensions,
  });
  const address = workbenchAddress(server, {
    folders,
    folder,
    extension: projectRoot,
    installed: true,
  });
  console.log(`Archive Annotator on ${folder}\n\n  ${address}\n\nCtrl+C ends it.`);
  await new Promise((stop) =>
    ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, stop)),
  );
  server.stop();
  await folders.remove();
}

async function chooseFolder(path: string | undefined): Promise<string> {
  if (path !== undefined) {
    // npm runs scripts in the project's folder; what the user typed is relative to where they were.
    const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
    if (!(await exists(folder))) throw new Error(`no such folder: ${folder}`);
    return folder;
  }
  const sample = join(cacheFolder, 'sample');
  await rm(sample, { recursive: true, force: true });
  await copyAsRepository(join(projectRoot, 'samples'), sample);
  return sample;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
