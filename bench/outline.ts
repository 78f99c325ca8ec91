import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlineOf } from '../src/core/message/outline';
import { parseFile } from '../src/core/message/parse-file';
import { SourceText } from '../src/core/text/source-text';
import { medianMilliseconds, row, type Benchmark, type BenchmarkRow } from './row';

const fixtures = join(__dirname, '../test/fixtures/extracted');
const seeds = join(__dirname, '../../shared/seeds');
const size = 5_000_000;

/** Extracted text of many kinds: the fixtures one after another until they are 5 MB. */
function extractedText(): string {
  const texts = readdirSync(fixtures)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(fixtures, name), 'utf8'));
  const once = texts.join('\n\n');
  return once.repeat(Math.ceil(size / once.length));
}

/** Time to read a text and to build the whole outline of it. */
function outlineTime(text: string, repetitions: number): number {
  const source = new SourceText(text);
  return medianMilliseconds(() => outlineOf(source, parseFile(source, 'a.txt')), repetitions);
}

/** Reading extracted text into its parts, from canonical text to the outline's nodes. */
export const benchmark: Benchmark = {
  title: 'Outline of extracted text',
  rows() {
    const rows: BenchmarkRow[] = [];
    const text = extractedText();
    const name = 'extracted text of all kinds, 5 MB: detection, parts, outline';
    const value = Buffer.byteLength(text) / 1000 / outlineTime(text, 5);
    rows.push(row({ name, value, unit: 'MB/s', remark: 'goal: 40 MB/s' }));
    if (!existsSync(seeds)) {
      console.log('skipped: the seed is not here');
      return rows;
    }
    for (const seed of readdirSync(seeds)) {
      const milliseconds = outlineTime(readFileSync(join(seeds, seed), 'utf8'), 99);
      rows.push(row({ name: 'outline of the seed', value: milliseconds, unit: 'ms' }));
    }
    return rows;
  },
};
