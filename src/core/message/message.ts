import type { TextRange } from '../text/text-range';

/** How a file stores messages. `plain` is any other text. */
export type FileKind = 'extracted' | 'message' | 'mbox' | 'html' | 'plain';

export type PartKind =
  | 'header'
  | 'url'
  | 'date'
  | 'title'
  | 'deck'
  | 'byline'
  | 'dateline'
  | 'paragraph'
  | 'heading'
  | 'caption'
  | 'quotation'
  | 'list'
  | 'attribution'
  | 'signature'
  | 'attachment'
  | 'rule'
  | 'footer';

/**
 * A stretch of a message. Ranges are UTF-16 offsets over the canonical text of the file as stored.
 * The parts of a message tile it: in order, no overlap, only white space between.
 */
export interface Part extends TextRange {
  readonly kind: PartKind;
  /** Decoded text with its white space as stored; absent where it would equal the file's slice. */
  readonly text?: string;
  /** Depth of a heading, or the deepest level of a quotation; from 1. */
  readonly level?: number;
  /** How many items a list has. */
  readonly items?: number;
}

/** The news dateline that opens a report: `BRUSSELS -- `, `KYIV, Ukraine (Reuters) — `. */
export interface Dateline extends TextRange {
  readonly place: string;
  readonly agency: string | null;
  readonly date: string | null;
}

/** What a message says of itself; every field as printed, decoded, or null where it is not stated. */
export interface MessageHeader {
  /** Mailing-list tag without its brackets. */
  readonly list: string | null;
  /** Decoded, without the list tag, with "Re:" and the like. */
  readonly subject: string | null;
  readonly from: string | null;
  /** As printed, without a label such as "Published:". */
  readonly date: string | null;
  /** ISO 8601, only when the printed date leaves no doubt. */
  readonly isoDate?: string;
  /** What is uncertain about the date, for people: "the year is incomplete". */
  readonly dateProblem?: string;
  /** The article's address: the first URL outside quotations and signature. */
  readonly url: string | null;
  /** All URLs without those of the list's footer. */
  readonly urls: readonly string[];
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
}

/** One archived message; its range is within the file's canonical text. */
export interface Message extends TextRange {
  readonly header: MessageHeader;
  /** The message's first dateline outside quotations. */
  readonly dateline: Dateline | null;
  readonly datelines: readonly Dateline[];
  readonly quotedDatelines: readonly Dateline[];
  readonly parts: readonly Part[];
}

/** A file read as messages. */
export interface ParsedFile {
  readonly kind: FileKind;
  /** Why the file was taken for this kind, in one sentence. */
  readonly reason: string;
  readonly messages: readonly Message[];
}
