import type { Message } from './message';

/**
 * The index of the message that holds an offset (UTF-16, canonical text), or of the last one before
 * it; -1 when none begins before it. Binary search: a file may have tens of thousands.
 */
export function indexOfMessageAt(messages: readonly Message[], offset: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (messages[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
