/**
 * Runs the suites of `test/host/suites` in desktop VS Code, which is downloaded and needs a display:
 *
 *   npm run test:desktop [-- --version stable|1.100.3] [--grep TEXT]
 */
import { runTests } from '@vscode/test-electron';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, runProgram } from '../../scripts/vscode/project';
import { copyAsRepository, makeEditorFolders } from '../../scripts/vscode/workspace-copy';
import { bundleSuites } from '../host/bundle-suites';

const { values } = parseArgs({
  options: { version: { type: 'string', default: 'stable' }, grep: { type: 'string' } },
});

async function main(): Promise<void> {
  await runProgram(process.execPath, ['esbuild.mjs'], { cwd: projectRoot });
  const extensionTestsPath = await bundleSuites('host/suites', 'node', values.grep);
  const folders = await makeEditorFolders();
  await copyAsRepository(join(projectRoot, 'test/fixtures/workspace'), folders.workspace);
  try {
    process.exitCode = await runTests({
      version: values.version,
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath,
      extensionTestsEnv: { ARCHIVE_ANNOTATOR_SHARED: join(projectRoot, '../shared') },
      launchArgs: [
        folders.workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        // Its user settings are those of the server's data folder.
        `--user-data-dir=${join(folders.data, 'data')}`,
      ],
    });
  } finally {
    await folders.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
