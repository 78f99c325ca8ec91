/** `archive-annotator merge`, alone: git starts it very often here. */
import { mergeCommand } from '../../src/commands/merge';

void mergeCommand
  .run(process.argv.slice(2), {
    directory: process.cwd(),
    out: () => undefined,
    error: (text) => process.stderr.write(text),
  })
  .then((code) => (process.exitCode = code));
