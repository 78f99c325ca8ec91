import { parseArgs } from 'node:util';
import { editorVersion, projectRoot, runProgram } from '../../scripts/vscode/project';
import { bundleSuites, type Host } from './bundle-suites';
import { runInHost, type HostRunOptions } from './host-run';

/**
 * The command line of `npm run test:host` and `npm run test:web`: builds, runs a folder's suites in each wanted
 * version of the editor, and prints `N passed, N failed` as the last line.
 */
export async function runSuites(
  folder: string,
  host: Host,
  window: Pick<HostRunOptions, 'settings' | 'secondFolder'> = {},
): Promise<void> {
  const { values } = parseArgs({
    options: {
      version: { type: 'string', multiple: true, default: ['oldest'] },
      grep: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  await runProgram(process.execPath, ['esbuild.mjs'], { cwd: projectRoot });
  const tests = await bundleSuites(folder, host, values.grep);
  let passed = 0;
  let failed = 0;
  for (const version of values.version.map(editorVersion)) {
    console.log(`\nVS Code ${version}`);
    const result = await runInHost({ version, tests, ...window, verbose: values.verbose });
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
