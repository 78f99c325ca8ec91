import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeMessage } from '../../../../src/core/message/decoded-message';
import type { FileKind, Message } from '../../../../src/core/message/message';
import { parseFile } from '../../../../src/core/message/parse-file';
import { decodeText } from '../../../../src/core/text/decode';
import { SourceText } from '../../../../src/core/text/source-text';
import { assertTiles } from './assert-parts';

const corpus = join(__dirname, '../../../../../shared/corpus');

/** Folders of mail and archive pages, and what their files are. */
const folders: Record<string, FileKind> = {
  eml: 'message',
  'forwarded-news': 'message',
  mbox: 'mbox',
  'pipermail-mbox': 'mbox',
  'mhonarc-html': 'html',
  'pipermail-html': 'html',
  'hypermail-html': 'html',
};

/** Where we differ from the manifest, and why that is right. */
const exceptions: Record<string, string> = {
  'eml/cpython-msg_19.txt kind': 'a text without any header field: a notice of a list server',
  'eml/cpython-msg_19.txt subject': 'the same: its first line is read as the subject',
  'eml/mime4j-obsolete.eml subject': 'the tool did not see a field with blanks before its colon',
  'eml/mime4j-obsolete.eml date': 'the same; the value is printed though it is no date',
  'mbox/perceval-mbox_complex.mbox list': 'no tag, but a List-Id field names the list',
  'mbox/perceval-mbox_iso8859_encoding.mbox from':
    'the tool kept an encoded word that is not valid in its charset; we read it as windows-1252',
  'mbox/perceval-mbox_iso8859_encoding.mbox last from': 'the same message',
  'mhonarc-html/mime4j-mbox-msg00000.html date':
    'the manifest has the hidden date of receipt, we give the Date field that the page prints',
  'mhonarc-html/mime4j-mbox-msg00002.html date': 'the same',
};

interface Row {
  readonly file: string;
  readonly kind: FileKind;
  readonly facts: readonly string[];
}

function manifest(): Row[] {
  const lines = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8').trimEnd().split('\n').slice(1);
  return lines.flatMap((line) => {
    const columns = line.split('\t');
    const file = columns[0]!;
    const kind = folders[file.split('/')[0]!];
    return kind ? [{ file, kind, facts: columns[7]!.split(' || ') }] : [];
  });
}

interface Check {
  readonly name: string;
  readonly stated: string | null;
  readonly read: string | null;
}

/** White space folded; "None" and nothing are the same. */
function plain(value: string | null | undefined): string | null {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  return text === '' || /^none$/i.test(text) ? null : text;
}

/** A subject as the message states it: the manifest keeps the tag where it stood. */
function subjectChecks(stated: string | undefined, { header }: Message): Check {
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const subject = header.subject ?? '';
  const reply = /^(?:(?:re|fwd?):\s*)*/i.exec(subject)![0];
  const tag = header.list === null ? '' : `[${header.list}]`;
  const readings = [subject, tag + subject, reply + tag + subject.slice(reply.length)];
  const wanted = plain(stated) ?? '';
  const matches = readings.some((reading) => squeezed(reading) === squeezed(wanted));
  return { name: 'subject', stated: wanted, read: matches ? wanted : subject };
}

function checksOf({ file, kind, facts }: Row, messages: readonly Message[]): Check[] {
  const [first, last] = [messages[0]!, messages.at(-1)!];
  const fact = (start: string) => facts.find((text) => text.startsWith(start))?.slice(start.length);
  const values = (text: string | undefined, pattern: RegExp) =>
    pattern.exec(text ?? '')?.slice(1) ?? [];
  if (kind === 'mbox') {
    const pattern = /Subject=(.*) \| From=(.*) \| Date=(.*)$/;
    const [subject, from, date] = values(fact('first: '), pattern);
    const [, lastFrom, lastDate] = values(fact('last: '), pattern);
    return [
      { name: 'count', stated: fact('messages=')!.split(' ')[0]!, read: String(messages.length) },
      subjectChecks(subject, first),
      { name: 'from', stated: from ?? null, read: first.header.from },
      { name: 'date', stated: date ?? null, read: first.header.date },
      { name: 'list', stated: fact('list_tag_of_first=') ?? null, read: first.header.list },
      { name: 'last from', stated: lastFrom ?? null, read: last.header.from },
      { name: 'last date', stated: lastDate ?? null, read: last.header.date },
    ];
  }
  if (kind === 'message')
    return [
      subjectChecks(fact('Subject='), first),
      { name: 'from', stated: fact('From=') ?? null, read: first.header.from },
      { name: 'date', stated: fact('Date=') ?? null, read: first.header.date },
    ];
  return pageChecks(file, first, fact, values);
}

function pageChecks(
  file: string,
  first: Message,
  fact: (start: string) => string | undefined,
  values: (text: string | undefined, pattern: RegExp) => string[],
): Check[] {
  // The beginning of the printed sender is the name; the manifest states nothing but that.
  const sender = (name: string | undefined): Check => ({
    name: 'from',
    stated: name ?? null,
    read: (first.header.from ?? '').slice(0, name?.length ?? 0),
  });
  const date = (stated: string | undefined): Check => ({
    name: 'date',
    stated: stated ?? null,
    read: first.header.date,
  });
  if (file.startsWith('mhonarc')) {
    const [subject, printed, id] = values(
      fact('X-Subject='),
      /^(.*); X-Date=(.*); X-Message-Id=(.*)$/,
    );
    if (subject === 'None') return [];
    return [
      subjectChecks(subject, first),
      date(printed),
      { name: 'id', stated: id!, read: first.header.messageId },
    ];
  }
  if (file.startsWith('hypermail')) {
    const [printed, name, subject] = values(fact('sent='), /^(.*); name=(.*); subject=(.*)$/);
    return [subjectChecks(subject, first), date(printed), sender(name)];
  }
  if (file.includes('index')) return [];
  const [name, printed] = values(fact('sender='), /^(.*); date=(.*)$/);
  const [title] = values(fact('title='), /; h1=(.*)$/);
  return [subjectChecks(title, first), date(printed), sender(name)];
}

describe('mail and archive pages of the corpus', function () {
  this.timeout(120_000);
  if (!existsSync(corpus)) {
    it.skip('skipped: ../shared/corpus is not there');
    return;
  }

  it('are read as the manifest states', () => {
    let checked = 0;
    const different: string[] = [];
    const met = new Set<string>();
    for (const row of manifest()) {
      const source = new SourceText(decodeText(readFileSync(join(corpus, row.file))).text);
      const parsed = parseFile(source, row.file.split('/').pop());
      const checks = checksOf(row, parsed.messages);
      // Some single messages were stored with the separator line of the mbox they came from.
      const kind = source.text.startsWith('From ') ? 'mbox' : row.kind;
      checks.push({ name: 'kind', stated: kind, read: parsed.kind });
      for (const message of parsed.messages) assertTiles(source, message, row.file);
      for (const { name, stated, read } of checks) {
        checked++;
        if (plain(stated) === plain(read)) continue;
        const key = `${row.file} ${name}`;
        if (exceptions[key]) met.add(key);
        else different.push(`${key}: stated ${stated}, read ${read}`);
      }
    }
    assert.deepEqual(different, []);
    assert.deepEqual([...met].sort(), Object.keys(exceptions).sort(), 'every exception is needed');
    assert.ok(
      checked > 900 && met.size / checked < 0.01,
      `${met.size} exceptions in ${checked} facts`,
    );
  });

  it('are shown as readable text that leads back into the file', () => {
    for (const row of manifest()) {
      const source = new SourceText(decodeText(readFileSync(join(corpus, row.file))).text);
      for (const message of parseFile(source, row.file).messages.slice(0, 20)) {
        const decoded = decodeMessage(source, message);
        const middle = decoded.text.length >> 1;
        const raw = decoded.toRaw({ start: middle, end: middle + 1 });
        assert.ok(raw.start >= message.start && raw.end <= message.end, row.file);
        const back = decoded.toDecoded(raw);
        assert.ok(raw.start === raw.end || (back.start <= middle && back.end > middle), row.file);
      }
    }
  });
});
