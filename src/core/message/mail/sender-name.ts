/**
 * The name of a sender as people know it, without the address: of `Name <address>`, `address (Name)`,
 * Pipermail's `user at host (Name)` and the bare `Name user@host` of old archives. A sender without
 * a name is its address.
 */
export function senderName(from: string): string {
  const text = from.slice(0, 500).trim();
  const comment = /^[^()]*[^()\s][^()]*\(([^()]*[^()\s][^()]*)\)$/.exec(text);
  if (comment) return comment[1]!.trim();
  const angle = /^([^<>]*)<([^<>]*)>/.exec(text);
  if (angle) return unquoted(angle[1]!) || angle[2]!.trim() || text;
  const bare = /^(.*\S)\s+(?:\S+@\S+|\S+ at \S+)$/.exec(text);
  return bare ? unquoted(bare[1]!) : text;
}

function unquoted(name: string): string {
  const plain = name.trim();
  const quoted = /^"(.*)"$/.exec(plain);
  return quoted ? quoted[1]!.replace(/\\(.)/g, '$1').trim() : plain;
}
