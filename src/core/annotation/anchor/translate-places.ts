import type { ReadableMessage } from '../../message/readable-message';
import type { TextRange } from '../../text/text-range';
import type { AnchoredAnnotation } from './anchored-annotation';

/** The annotation with its places counted in the file's own text, wherever they were found. */
export function inFile(found: AnchoredAnnotation): AnchoredAnnotation {
  const { message, ...anchored } = found;
  return message ? translated(anchored, (range) => message.decoded.toRaw(range)) : found;
}

/**
 * The annotation with its places counted in a message's readable text; undefined when it is not about
 * that message. Annotations without a passage are about the whole file, and so about each message.
 */
export function inMessage(
  found: AnchoredAnnotation,
  readable: ReadableMessage,
): AnchoredAnnotation | undefined {
  const { message, ...anchored } = found;
  if (found.annotation.target.length === 0) return anchored;
  if (message) return message.message === readable.message ? anchored : undefined;
  const [selector] = found.annotation.target;
  if (selector?.message !== undefined)
    return selector.message === readable.identity ? anchored : undefined;
  const { start, end } = readable.message;
  const isWithin = found.ranges.every((range) => range.start >= start && range.end <= end);
  if (found.ranges.length === 0 || !isWithin) return undefined;
  const shown = translated(anchored, (range) => readable.decoded.toDecoded(range));
  return shown.ranges.every((range) => range.end > range.start) ? shown : undefined;
}

function translated(
  found: AnchoredAnnotation,
  translate: (range: TextRange) => TextRange,
): AnchoredAnnotation {
  const ranges = found.ranges.map(translate);
  const candidates = found.candidates?.map((candidate) => ({
    ...candidate,
    ranges: candidate.ranges.map(translate),
  }));
  return { ...found, ranges, ...(candidates ? { candidates } : {}) };
}
