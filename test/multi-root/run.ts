/**
 * Runs the suites of `test/multi-root/suites` in a window with two folders, each a git repository of its own;
 * the command line is that of `npm run test:host`.
 */
import { runSuites } from '../host/run-suites';

void runSuites('multi-root/suites', 'node', { secondFolder: 'second-folder' });
