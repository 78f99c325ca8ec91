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
