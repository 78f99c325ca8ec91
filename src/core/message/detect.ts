import { gatherEvidence, type Evidence } from './detection/evidence';
import { archiveProgram, isHtml } from './detection/html-signs';
import { areMailFields, isMimeHeader, leadingFields } from './detection/mail-signs';
import { readFromLine } from './mbox/from-line';
import type { FileKind } from './message';

/** What a file was taken for, and why, in one sentence. */
export interface Detection {
  readonly kind: FileKind;
  readonly reason: string;
}

/** How much of a file detection needs, in UTF-16 units. */
export const detectionSample = 65536;

/** Kinds whose texts begin in ways that are never a message's. */
const otherFormats =
  /\.(?:csv|tsv|json|jsonl|xml|ya?ml|toml|ini|cfg|log|js|mjs|cjs|ts|tsx|jsx|py|rb|go|rs|java|c|h|cpp|cs|php|sh|css|scss|sql|tex|rst|adoc|mdx?|markdown|ann|patch|diff|srt|vtt|po|svg)$/i;

/**
 * Decides how a file stores messages, by what it holds; the name only tips the scale. Ordinary texts,
 * source code, Markdown, logs and pages that no list archive made are `plain`.
 *
 * @param sample the first 64 KiB (`detectionSample`) of the canonical text; more is not looked at.
 */
export function detectKind(sample: string, fileName = ''): Detection {
  const text = sample.length > detectionSample ? sample.slice(0, detectionSample) : sample;
  const name = fileName.replace(/\.gz$/i, '');
  const first = /^\s*([^\n]{0,400})/.exec(text)?.[1] ?? '';
  if (first.trim() === '') return { kind: 'plain', reason: 'The file is empty.' };
  const separator = readFromLine(text, text.search(/\S/));
  if (separator) {
    const after = text.slice(separator.end);
    if (leadingFields(after).length > 0 || /\.(?:mbox|mbx)$/i.test(name) || after.trim() === '')
      return { kind: 'mbox', reason: 'It begins with the "From " line of an mbox.' };
  }
  if (isHtml(text)) {
    const program = archiveProgram(text);
    return program
      ? { kind: 'html', reason: `It is a page that ${program} made.` }
      : { kind: 'plain', reason: 'It is an HTML page that no list archive made.' };
  }
  const mailName = /\.(?:eml|msg|mail|mht)$/i.test(name);
  const header = text.replace(/^\n+/, '');
  const fields = leadingFields(header);
  if (areMailFields(fields) || isMimeHeader(header, fields))
    return { kind: 'message', reason: 'It begins with the header of a mail.' };
  if (mailName) return { kind: 'message', reason: 'It is named as a mail.' };
  if (/\.(?:mbox|mbx)$/i.test(name) && /^From \S/m.test(text))
    return { kind: 'mbox', reason: 'It is named as an mbox and has "From " lines.' };
  if (otherFormats.test(name))
    return { kind: 'plain', reason: 'Its name says that it is another format.' };
  return extractedOrPlain(gatherEvidence(text));
}

function extractedOrPlain(found: Evidence): Detection {
  const plain: Detection = {
    kind: 'plain',
    reason: 'Nothing in it says that it is an archived message.',
  };
  const footer = found.archiveFooter || found.listFooter;
  const story = [found.url, found.date, found.title, found.dateline].filter(Boolean).length;
  if (found.tag && footer)
    return {
      kind: 'extracted',
      reason: 'It has a list tag above and the footer of a list or an archive.',
    };
  if (found.archiveFooter && (story > 0 || found.author || found.attribution || found.prose))
    return { kind: 'extracted', reason: 'It has the footer of a list archive.' };
  if (found.tag && (story > 0 || found.attribution || found.author))
    return {
      kind: 'extracted',
      reason: 'It has a list tag above, and below it what a list message has.',
    };
  if (found.tag && found.alone && found.prose)
    return { kind: 'extracted', reason: 'It has a list tag in a subject line above its text.' };
  if (found.listFooter && (story > 0 || found.attribution))
    return { kind: 'extracted', reason: 'It has the footer of a mailing list.' };
  if (found.title && story >= 3)
    return {
      kind: 'extracted',
      reason: 'It has a subject line, and the same title, an address or a date below it.',
    };
  if (found.alone && story >= 3 && found.prose)
    return {
      kind: 'extracted',
      reason: 'It has a subject line, and an address, a date line and a story below it.',
    };
  return plain;
}
