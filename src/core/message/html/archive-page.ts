import type { TextRange } from '../../text/text-range';
import type { HeaderValues } from '../mail/message-header';

/** One message (or list of messages) on a page of an archive; ranges are offsets in the page. */
export interface PageMessage extends TextRange {
  readonly values: HeaderValues;
  /** Where the page prints subject, sender and date. */
  readonly header: TextRange;
  readonly body: TextRange;
  /** The body's line ends count, though it is not inside `<pre>`. */
  readonly preformatted?: boolean;
  /** Elements of this class are buttons of the page, not text. */
  readonly hiddenClass?: string;
  /** On an index page: how many messages it lists. */
  readonly listed?: number;
}

/** One kind of archive page: how it is known, and how its messages are found. */
export interface ArchiveSoftware {
  readonly name: string;
  /** Cheap look at the beginning of a page (some ten thousand characters). */
  recognises(sample: string): boolean;
  /** The messages of a page; empty when it is not laid out as expected. */
  messages(html: string): PageMessage[];
}

/** The range between two marks, to the end when the second is missing; undefined without the first. */
export function between(html: string, opening: string, closing: string): TextRange | undefined {
  const start = html.indexOf(opening);
  if (start === -1) return undefined;
  const inner = start + opening.length;
  const end = html.indexOf(closing, inner);
  return { start: inner, end: end === -1 ? html.length : end };
}
