import type { TextRange } from '../../text/text-range';
import { readHeaderBlock } from './header-fields';
import { decodeHeaderValue } from './header-text';
import { findMailMarks, type MailMark } from './mail-marks';

/** A header field as it stands in a text, and what it says. */
export interface ReadHeaderField extends TextRange {
  /** Lower-case. */
  readonly name: string;
  /** Unfolded and decoded. */
  readonly value: string;
  /** Whether it was encoded (RFC 2047): what is printed is not what it says. */
  readonly isEncoded: boolean;
  /** The Message-ID at the offset that was asked for. */
  readonly messageId?: MailMark;
}

/** The field of a message's own header at an offset (UTF-16); undefined where there is none. */
export function headerFieldAt(
  text: string,
  message: TextRange,
  offset: number,
): ReadHeaderField | undefined {
  const block = readHeaderBlock(text, message.start, message.end);
  const field = block.fields.find(({ start, end }) => start <= offset && offset <= end);
  if (!field) return undefined;
  const { name, start, end } = field;
  const printed = text.slice(field.valueStart, end);
  const messageId = findMailMarks(text, start, end).find(
    (mark) => mark.kind === 'messageId' && mark.start <= offset && offset <= mark.end,
  );
  return {
    name,
    start,
    end,
    value: decodeHeaderValue(printed),
    isEncoded: /=\?[^?\s]{1,60}\?[bq]\?/i.test(printed),
    ...(messageId ? { messageId } : {}),
  };
}
