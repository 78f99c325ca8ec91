/** A note as it is typed: its text, then `#tag` words at the end. */
export interface TaggedNote {
  readonly note: string;
  readonly tags: readonly string[];
}

/** Letters, digits, `_`, `-` and `/` (broader/narrower); not only digits, which name an issue. */
const writableTag = /^(?![\d/_-]+$)[\p{L}\p{M}\p{N}_-]+(?:\/[\p{L}\p{M}\p{N}_-]+)*$/u;

/** Whether a tag can be typed as a `#word`. */
export function isWritableTag(tag: string): boolean {
  return writableTag.test(tag);
}

/** Takes the `#tag` words off the end of what was typed; those inside the note stay in it. */
export function splitNoteTags(typed: string): TaggedNote {
  const tags: string[] = [];
  let note = typed.trimEnd();
  for (;;) {
    const start = lastWordStart(note);
    const word = note.slice(start);
    if (!word.startsWith('#') || !isWritableTag(word.slice(1))) break;
    tags.unshift(word.slice(1));
    note = note.slice(0, start).trimEnd();
  }
  return { note, tags: [...new Set(tags)] };
}

/** A note with its tags as it would be typed; tags that are no words are left out. */
export function joinNoteTags(note: string, tags: readonly string[] = []): string {
  const words = tags.filter(isWritableTag).map((tag) => `#${tag}`);
  return [note.trimEnd(), ...words].filter(Boolean).join(' ');
}

/** Tags of an annotation after its typed note was changed: those that are no words stay. */
export function retagged(old: readonly string[] = [], typed: readonly string[]): string[] {
  return [...new Set([...old.filter((tag) => !isWritableTag(tag)), ...typed])];
}

function lastWordStart(text: string): number {
  let at = text.length;
  while (at > 0 && !/\s/.test(text[at - 1]!)) at--;
  return at;
}
