import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/message/message';
import type { SourceText } from '../../../../src/core/text/source-text';

/** Parts are in order, inside their message, never empty, and leave only white space between them. */
export function assertTiles(source: SourceText, message: Message, place = 'message'): void {
  let at = message.start;
  for (const part of message.parts) {
    const where = `${place}: ${part.kind} ${part.start}–${part.end}`;
    assert.ok(part.start >= at && part.end > part.start && part.end <= message.end, where);
    assert.doesNotMatch(source.text.slice(at, part.start), /\S/, `${where}: text lost before it`);
    at = part.end;
  }
  assert.doesNotMatch(source.text.slice(at, message.end), /\S/, `${place}: text lost at its end`);
}

/** What a reader sees of a part. */
export function partText(source: SourceText, part: Message['parts'][number]): string {
  return part.text ?? source.slice(part);
}
