import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { print } from './mocha-run';

/**
 * A file or folder of the shared corpus and seeds as an absolute path, or undefined after a printed line where
 * this machine does not have it: `const seed = shared('seeds', 'x.txt'); if (!seed) return this.skip();`
 */
export function shared(...path: string[]): string | undefined {
  const root = process.env['ARCHIVE_ANNOTATOR_SHARED'];
  const absolute = root && join(root, ...path);
  if (absolute && existsSync(absolute)) return absolute;
  print(`      skipped: no shared ${path.join('/')} here`);
  return undefined;
}
