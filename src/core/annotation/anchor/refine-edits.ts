import type { EditedText } from './edited-text';
import type { TextEdit } from './edit-mapping';

/**
 * Takes what is equal on both sides off the replaced stretches, so that a range is not taken for
 * replaced when an editor or formatter replaces a passage by nearly the same. `ordered` are the
 * changes in text order, over `text`.
 */
export function refineEdits(ordered: readonly TextEdit[], text: EditedText): TextEdit[] {
  return ordered.map((edit) => {
    if (edit.text === '' || edit.start === edit.end) return edit;
    const removed = text.slice(edit.start, edit.end);
    const shortest = Math.min(removed.length, edit.text.length);
    let before = 0;
    while (before < shortest && removed[before] === edit.text[before]) before++;
    if (endsInsidePair(removed, before) || endsInsidePair(edit.text, before)) before--;
    let after = 0;
    while (after < shortest - before && removed.at(-1 - after) === edit.text.at(-1 - after))
      after++;
    if (
      endsInsidePair(removed, removed.length - after) ||
      endsInsidePair(edit.text, edit.text.length - after)
    )
      after--;
    return {
      start: edit.start + before,
      end: edit.end - after,
      text: edit.text.slice(before, edit.text.length - after),
    };
  });
}

/** Whether a cut at `offset` would split a surrogate pair. */
function endsInsidePair(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return (
    offset > 0 && (unit & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800
  );
}
