/**
 * The first id that is free: of a name, of the name and what tells its namesakes apart (country, state), then
 * with a number.
 *
 * @param taken the ids in use
 * @param parts the name, then what follows it where the name alone is taken
 */
export function freeId(taken: { has(id: string): boolean }, parts: readonly string[]): string {
  let id = slug(parts[0]!);
  for (let index = 1; taken.has(id) && index < parts.length; index++)
    id = `${id}-${slug(parts[index]!)}`;
  for (let number = 2; taken.has(id); number++) id = `${id.replace(/-\d+$/, '')}-${number}`;
  return id;
}

/** A name as an id: letters and digits of ASCII, joined by hyphens. */
function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}’'.]+/gu, '')
    .replaceAll('+', '-plus')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain || 'place';
}
