import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../src/core/entity/gazetteer/data',
);

function lines(file: string): string[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The cells of a table of ours; "-" is an empty one. */
export function rows(file: string): string[][] {
  return lines(file).map((line) => line.split('\t').map((cell) => (cell === '-' ? '' : cell)));
}

/** `key: a b c` lines. */
export function labelled(file: string, separator: RegExp): Map<string, string[]> {
  return new Map(
    lines(file).map((line) => {
      const colon = line.indexOf(':');
      return [
        line.slice(0, colon),
        line
          .slice(colon + 1)
          .trim()
          .split(separator),
      ];
    }),
  );
}

/** A name without diacritics as one more name, for texts that leave them out. */
export function withPlain(name: string, aliases: readonly string[]): string[] {
  const all = [name, ...aliases];
  const plain = all.map((each) =>
    each.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'"),
  );
  return [...new Set([...aliases, ...plain])].filter((each) => each !== name);
}
