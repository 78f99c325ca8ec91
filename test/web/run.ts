/**
 * Runs the suites of `test/web/suites` in the web-worker extension host of a real VS Code, which takes the
 * extension's browser bundle; the command line is that of `npm run test:host`.
 */
import { runSuites } from '../host/run-suites';

void runSuites('web/suites', 'browser', {
  settings: { 'remote.extensionKind': { 'archive-annotator.archive-annotator': ['web'] } },
});
