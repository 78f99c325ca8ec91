import type { SourceText } from '../text/source-text';
import type { CodePointRange } from '../text/text-range';
import type { Dateline, Message, MessageHeader, Part, PartKind } from './message';

/** `Message` as the command line prints it (design, section 8); offsets in code points. */
export interface MessageJson extends CodePointRange {
  readonly header: MessageHeader;
  readonly dateline: DatelineJson | null;
  readonly datelines: readonly DatelineJson[];
  readonly quotedDatelines: readonly DatelineJson[];
  readonly parts: readonly PartJson[];
}

export interface DatelineJson extends CodePointRange {
  /** Null where only an agency or a date is given. */
  readonly place: string | null;
  readonly agency: string | null;
  readonly date: string | null;
}

export interface PartJson extends CodePointRange {
  readonly kind: PartKind;
  /** Line on which it begins, from 0. */
  readonly line: number;
  /** Decoded, white space as stored. */
  readonly text: string;
  readonly level?: number;
  readonly items?: number;
}

function datelineToJson(
  source: SourceText,
  { place, agency, date, ...range }: Dateline,
): DatelineJson {
  return { place: place || null, agency, date, ...source.toCodePointRange(range) };
}

function partToJson(source: SourceText, part: Part): PartJson {
  return {
    kind: part.kind,
    ...source.toCodePointRange(part),
    line: source.positionAt(part.start).line,
    text: part.text ?? source.slice(part),
    ...(part.level === undefined ? {} : { level: part.level }),
    ...(part.items === undefined ? {} : { items: part.items }),
  };
}

/** A message as plain data for other programs. */
export function messageToJson(source: SourceText, message: Message): MessageJson {
  const { list, subject, from, date, isoDate, dateProblem, url, urls, messageId, inReplyTo } =
    message.header;
  return {
    ...source.toCodePointRange(message),
    header: {
      list,
      subject,
      from,
      date,
      ...(isoDate === undefined ? {} : { isoDate }),
      ...(dateProblem === undefined ? {} : { dateProblem }),
      url,
      urls,
      messageId,
      inReplyTo,
    },
    dateline: message.dateline && datelineToJson(source, message.dateline),
    datelines: message.datelines.map((dateline) => datelineToJson(source, dateline)),
    quotedDatelines: message.quotedDatelines.map((dateline) => datelineToJson(source, dateline)),
    parts: message.parts.map((part) => partToJson(source, part)),
  };
}
