/**
 * Runs the suites of `test/host/suites` in a real VS Code:
 *
 *   npm run test:host -- [--version oldest|newest|1.117.0]… [--grep TEXT] [--verbose]
 *
 * Without `--version` the oldest supported one. Screenshots of failures go to `.vscode-test/screenshots`.
 */
import { parseArgs } from 'node:util';
import { editorVersion, projectRoot, runProgram } from '../../scripts/vscode/project';
import { bundleSuites } from './bundle-suites';
import { runInHost } from './host-run';

const { values } = parseArgs({
  options: {
    version: { type: 'string', multiple: true },
    grep: { type: 'string' },
    verbose: { type: 'boolean' },
  },
});

async function main(): Promise<void> {
  await runProgram(process.execPath, ['esbuild.mjs'], { cwd: projectRoot });
  const tests = await bundleSuites('host/suites');
  let passed = 0;
  let failed = 0;
  for (const name of values.version ?? ['oldest']) {
    const version = editorVersion(name);
    console.log(`\nVS Code ${version}`);
    const result = await runInHost({
      version,
      tests,
      verbose: values.verbose ?? false,
      env: values.grep ? { ARCHIVE_ANNOTATOR_GREP: values.grep } : {},
    });
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

void main();
