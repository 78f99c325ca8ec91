/** The first line of an archived message, taken apart. */
export interface TaggedSubject {
  /** The list's tag without its brackets, or null. */
  readonly list: string | null;
  /** What is left, with "Re:" and the like, or null when nothing is. */
  readonly subject: string | null;
}

const prefix = /^(?:(?:re|fwd?|aw|wg|tr|rv|rif|odp|sv|vs|antw|ref)(?:\[\d+\]|\^\d+)?\s*[:：]\s*)+/i;

/** Words in brackets that say something about a text and are no list's tag. */
const remarks = new Set(
  (
    'correction corrected update updated urgent breaking exclusive video videos photo photos audio opinion editorial analysis ' +
    'sic was fwd fw re ot ext external spam bulk announce ann patch rfc draft final live watch listen graphic interview transcript ' +
    'applause music laughter inaudible pause translated translation untitled note notes advertisement ad reuters ap afp inline image ' +
    'link embed table begin end continued cont info debug warn warning error fatal trace notice todo done open closed x ok fail failed passed skip'
  ).split(' '),
);

function isTag(inside: string): boolean {
  const tag = inside.trim();
  if (tag.length > 40 || !/\p{L}/u.test(tag) || /["“”<>{}|\\=;!?]|:\/\/|\.\s|\bwas:/i.test(tag))
    return false;
  const words = tag.split(/\s+/);
  if (words.length > 4 || remarks.has(words[0]!.toLowerCase().replace(/[:.]$/, ''))) return false;
  // Several words are a list's name only when each begins as a name does: "[Asia Watch]".
  return (
    words.length === 1 ||
    words.every((word) => /^[\p{Lu}\p{Lo}\d&\p{Extended_Pictographic}-]/u.test(word))
  );
}

/**
 * Takes the list's tag off a subject: the first bracket, at the start or after "Re:" and the like. A
 * bracket further back, a second one, or one that is a remark ("[Updated]") stays in the subject.
 */
export function splitListTag(line: string): TaggedSubject {
  const text = line.replace(/\s+/g, ' ').trim();
  const reply = prefix.exec(text)?.[0] ?? '';
  const rest = text.slice(reply.length);
  const bracket = /^\[([^[\]]{1,60})\]\s*/.exec(rest);
  if (!bracket || !isTag(bracket[1]!)) return { list: null, subject: text || null };
  return {
    list: bracket[1]!.trim(),
    subject: (reply + rest.slice(bracket[0].length)).trim() || null,
  };
}
