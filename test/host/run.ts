/**
 * Runs the suites of `test/host/suites` in the Node extension host of a real VS Code:
 *
 *   npm run test:host -- [--version oldest|newest|1.117.0]… [--grep TEXT] [--verbose]
 *
 * Without `--version` the oldest supported one. Screenshots of failures go to `.vscode-test/screenshots`.
 */
import { runSuites } from './run-suites';

void runSuites('host/suites', 'node');
