import { diff } from 'fast-myers-diff';

/** A stretch of words that two texts share, or that only one of them has. */
export interface DifferencePiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Longer passages (in words) are shown as wholly replaced. */
const mostWords = 2000;

/** What changed from one passage to another, by words and the blanks between them. */
export function wordDifference(before: string, after: string): DifferencePiece[] {
  const old = before.match(/\s+|\S+/g) ?? [];
  const now = after.match(/\s+|\S+/g) ?? [];
  if (old.length + now.length > mostWords) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  const pieces: DifferencePiece[] = [];
  const push = (kind: DifferencePiece['kind'], words: readonly string[]) => {
    if (words.length > 0) pieces.push({ kind, text: words.join('') });
  };
  let at = 0;
  for (const [oldStart, oldEnd, newStart, newEnd] of diff(old, now)) {
    push('same', old.slice(at, oldStart));
    push('removed', old.slice(oldStart, oldEnd));
    push('added', now.slice(newStart, newEnd));
    at = oldEnd;
  }
  push('same', old.slice(at));
  return pieces;
}
