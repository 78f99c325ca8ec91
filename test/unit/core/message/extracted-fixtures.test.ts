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
  text: string;
  place: string;
  agency: string | null;
  date: string | null;
}

const folder = join(__dirname, '../../../fixtures/extracted');

function stated(source: SourceText, datelines: readonly Dateline[]): ExpectedDateline[] {
  return datelines.map((dateline) => ({
    text: source.slice(dateline),
    place: dateline.place,
    agency: dateline.agency,
    date: dateline.date,
  }));
}

describe('outlines written by hand', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    it(file.replace('.yaml', ''), () => {
      const expected = parse(readFileSync(join(folder, file), 'utf8')) as ExpectedOutline;
      const source = new SourceText(
        readFileSync(join(folder, file.replace('.yaml', '.txt')), 'utf8'),
      );
      const parsed = parseFile(source, file.replace('.yaml', '.txt'));
      const [message] = parsed.messages;
      assert.ok(message);
      const parts = message.parts.map(({ kind, level, items, ...part }) => {
        const found: Record<string, string | number> = { [kind]: source.slice(part) };
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
      assert.deepEqual(stated(source, message.datelines), expected.datelines);
      assert.deepEqual(stated(source, message.quotedDatelines), expected.quotedDatelines ?? []);
    });
  }
});
