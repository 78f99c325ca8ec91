/** Brackets that say what a message is, not which list it came by. */
const notATag =
  /^(?:re|fwd?|aw|wg|tr|rv|patch|rfc|ann|announce|announcement|ot|off-?topic|spam|bug|solved|closed|fixed|update|updated|draft|proposal|vote|result|security|warning|no subject|none|pull|git pull|long|was|video|photos?|audio|opinion|poll|urgent|important|breaking|live|external|\d+)\b(?!-)/i;

const opening =
  /^((?:(?:re|fwd?|fw|aw|wg|tr|rv|antw|sv|vs)(?:\[\d{1,3}\]|\^\d{1,3})?:\s{0,10}){0,10})\[([^[\]\n]{1,80})\]\s*/i;

/**
 * Splits a list's tag off a subject: the first bracket when it opens the subject, also after "Re:"
 * and the like. A second bracket, a bracket further on and a bracket that is no list name stay.
 */
export function splitListTag(subject: string): { list: string | null; subject: string } {
  const match = opening.exec(subject);
  if (!match) return { list: null, subject };
  const [whole, prefix, tag] = match as unknown as [string, string, string];
  const rest = subject.slice(whole.length);
  const named = /\p{L}/u.test(tag) && !tag.includes(':') && tag.trim() === tag;
  if (!named || notATag.test(tag)) return { list: null, subject };
  return { list: tag, subject: (prefix + rest).trim() };
}

/** The list's short name from `List-Id` ("Text <name.host>") or `List-Post` ("<mailto:name@host>"). */
export function listFromHeaders(
  listId: string | undefined,
  listPost: string | undefined,
): string | null {
  const id = listId === undefined ? null : /<\s*([^<>@\s.]{1,100})[^<>]*>\s*$/.exec(listId);
  const bare = listId === undefined ? null : /^([^<>@\s.]{1,100})(?:\.[^<>\s]*)?$/.exec(listId);
  const post = listPost === undefined ? null : /<mailto:([^<>@?\s]{1,100})@/i.exec(listPost);
  return id?.[1] ?? bare?.[1] ?? post?.[1] ?? null;
}
