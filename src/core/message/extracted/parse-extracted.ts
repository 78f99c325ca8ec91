import { fieldName } from '../body/field-line';
import { LineGroup } from '../body/line-group';
import { headerUrls, parseBody } from '../body/parse-body';
import { segment, segmentAgain, type Segmentation } from '../body/segmentation';
import { readDateLine } from '../dates/date-line';
import type { Message, Part } from '../message';
import type { TextChange } from '../../text/text-change';
import { statedFields } from './header-fields';
import { splitListTag } from './list-tag';
import { findSubject } from './subject-line';

/** Text that was extracted from an archive page, or any other text. */
export type ExtractedKind = 'extracted' | 'plain';

/** The lines above a body stand within as many UTF-16 units. */
const topLength = 2000;

/** "Jane Doe jane at example.org" above a date, as Pipermail prints a message's author. */
function authorLines(
  text: string,
  from: number,
): { parts: Part[]; author: string | null; bodyStart: number } {
  // Two short lines: no need to read a long first block twice.
  const group = new LineGroup(text, from, Math.min(text.length, from + topLength));
  if (group.advance() && group.count === 2) {
    const author = group.line(0);
    if (
      /\S (?:at|@) \S|\S@\S/.test(author) &&
      author.length <= 160 &&
      fieldName(author) === null &&
      readDateLine(group.line(1))
    ) {
      return {
        parts: [
          { kind: 'header', start: group.starts[0]!, end: group.ends[0]! },
          { kind: 'date', start: group.starts[1]!, end: group.ends[1]! },
        ],
        author,
        bodyStart: group.ends[1]!,
      };
    }
  }
  return { parts: [], author: null, bodyStart: from };
}

/** Links of the archive page above the body are no footer. */
function withHeaderAtTop(parts: readonly Part[]): Part[] {
  const body = parts.findIndex(
    ({ kind }) => kind === 'paragraph' || kind === 'quotation' || kind === 'list',
  );
  return parts.map((part, at) =>
    part.kind === 'footer' && at < body ? { ...part, kind: 'header' } : part,
  );
}

/**
 * Reads the text of one archived message as it comes out of a page: subject line, address, date line,
 * title, deck, story, footers. A `plain` text has no subject line; its parts are found the same way.
 *
 * @param before the message as it was read before an edit, and that edit: less has to be read then
 */
export function parseExtracted(
  text: string,
  kind: ExtractedKind,
  before?: { readonly message: Message; readonly change: TextChange },
): Message {
  const top = kind === 'extracted' ? findSubject(text) : { subject: null, above: [], bodyStart: 0 };
  const tagged = top.subject
    ? splitListTag(text.slice(top.subject.start, top.subject.end).replace(/^subject:\s*/i, ''))
    : { list: null, subject: null };
  const author = authorLines(text, top.bodyStart);
  const letter = author.author !== null || top.above.length > 0;
  const range = { start: author.bodyStart, end: text.length };
  const known = before && segmentations.get(before.message);
  const segmentation = known
    ? segmentAgain(known, text, range, before.change)
    : segment(text, range);
  const body = parseBody(text, { subject: tagged.subject, article: !letter, range, segmentation });
  const parts: Part[] = [...top.above];
  if (top.subject) parts.push({ kind: 'header', ...top.subject });
  parts.push(...author.parts);
  for (const part of kind === 'extracted' ? withHeaderAtTop(body.parts) : body.parts)
    parts.push(part);
  const stated = statedFields(text, parts);
  const fromField =
    kind === 'extracted' && stated.subject !== null ? splitListTag(stated.subject) : null;
  const { isoDate, problem } = stated.date?.reading ?? {};
  const message: Message = {
    start: 0,
    end: text.length,
    header: {
      list: tagged.list ?? fromField?.list ?? null,
      subject: tagged.subject ?? fromField?.subject ?? null,
      from: author.author ?? stated.from,
      date: stated.date?.printed ?? null,
      ...(isoDate === undefined ? {} : { isoDate }),
      ...(problem === undefined ? {} : { dateProblem: problem }),
      ...headerUrls(body.urls),
      messageId: stated.messageId,
      inReplyTo: stated.inReplyTo,
    },
    dateline: body.datelines[0] ?? null,
    datelines: body.datelines,
    quotedDatelines: body.quotedDatelines,
    parts,
  };
  segmentations.set(message, segmentation);
  return message;
}

/** How the bodies of messages were cut, for the next edit. */
const segmentations = new WeakMap<Message, Segmentation>();
