import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Dateline } from '../../../../src/core/message/message';
import { parseFile } from '../../../../src/core/message/parse-file';
import { SourceText } from '../../../../src/core/text/source-text';

/** What a careful reader marks in a fixture; see the YAML beside each. */
interface ExpectedOutline {
  kind?: string;
  /** How the message's file name ends, ".txt" when absent. */
  extension?: string;
  list: string | null;
  subject: string | null;
  from?: string;
  url: string | null;
  urls?: string[];
  date: string | null;
  isoDate?: string | null;
  /** A word of the sentence that says what is uncertain. */
  dateProblem?: string;
  datelines: ExpectedDateline[];
  quotedDatelines?: ExpectedDateline[];
  /** A part's kind with its beginning, and `level` or `items` beside it. */
  parts: Record<string, string | number>[];
}

interface ExpectedDateline {
  /** As the file has it; left out where the body is encoded. */
  text?: string;
  place: string;
  agency: string | null;
  date: string | null;
}

const fixtures = join(__dirname, '../../../fixtures/extracted');
/** The outlines of the readings were written before seeing what the parser finds. */
const folders = ['.', 'second-reading', 'third-reading', 'fourth-reading', 'fifth-reading'];

function stated(
  source: SourceText,
  datelines: readonly Dateline[],
  expected: readonly ExpectedDateline[],
): ExpectedDateline[] {
  return datelines.map((dateline, at) => ({
    ...(expected[at] && expected[at].text === undefined ? {} : { text: source.slice(dateline) }),
    place: dateline.place,
    agency: dateline.agency,
    date: dateline.date,
  }));
}

function outlines(): [folder: string, file: string][] {
  return folders.flatMap((name) => {
    const folder = join(fixtures, name);
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    return files.map((file): [string, string] => [folder, file]);
  });
}

describe('outlines written by hand', () => {
  for (const [folder, file] of outlines()) {
    it(file.replace('.yaml', ''), () => {
      const expected = parse(readFileSync(join(folder, file), 'utf8')) as ExpectedOutline;
      const name = file.replace('.yaml', expected.extension ?? '.txt');
      const source = new SourceText(readFileSync(join(folder, name), 'utf8'));
      const parsed = parseFile(source, name);
      const [message] = parsed.messages;
      assert.ok(message);
      const parts = message.parts.map(({ kind, level, items, text, ...part }) => {
        const found: Record<string, string | number> = { [kind]: text ?? source.slice(part) };
        if (kind === 'quotation' && level !== undefined) found.level = level;
        if (items !== undefined) found.items = items;
        return found;
      });
      // Beginnings are compared: what is expected cuts what was found to its length.
      const found = parts.map((part, at) => {
        const wanted = expected.parts[at] ?? {};
        return Object.fromEntries(
          Object.entries(part).map(([key, value]) => [
            key,
            typeof value === 'string' ? value.slice(0, String(wanted[key] ?? value).length) : value,
          ]),
        );
      });
      assert.deepEqual(found, expected.parts);
      const { header } = message;
      assert.equal(parsed.kind, expected.kind ?? 'extracted', parsed.reason);
      assert.equal(header.list, expected.list);
      assert.equal(header.subject, expected.subject);
      assert.equal(header.url, expected.url);
      if (expected.urls) assert.deepEqual(header.urls, expected.urls);
      if (expected.from !== undefined) assert.equal(header.from, expected.from);
      assert.equal(header.date, expected.date);
      if (expected.isoDate !== undefined) assert.equal(header.isoDate ?? null, expected.isoDate);
      if (expected.dateProblem)
        assert.match(header.dateProblem ?? '', new RegExp(expected.dateProblem));
      assert.deepEqual(stated(source, message.datelines, expected.datelines), expected.datelines);
      const quoted = expected.quotedDatelines ?? [];
      assert.deepEqual(stated(source, message.quotedDatelines, quoted), quoted);
    });
  }
});
