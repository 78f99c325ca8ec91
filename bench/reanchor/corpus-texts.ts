import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../src/core/text/decode';
import { SourceText } from '../../src/core/text/source-text';

const corpus = join(__dirname, '../../../shared/corpus');
const folders = ['forwarded-news', 'extracted-text', 'composed'];

/** Real messages of moderate length, where they are there; nothing of them is kept. */
export function corpusTexts(): string[] {
  if (!existsSync(corpus)) {
    console.log('skipped: no corpus beside the project, generated texts only');
    return [];
  }
  return folders
    .flatMap((folder) =>
      readdirSync(join(corpus, folder)).map((name) => join(corpus, folder, name)),
    )
    .filter((path) => path.endsWith('.txt'))
    .map((path) => new SourceText(decodeText(readFileSync(path)).text).text)
    .filter((text) => text.length > 1500 && text.length < 30_000);
}
