/** How much of the room a cut at a blank may leave empty: a long word is cut rather than left out. */
const mostWaste = 0.4;

/**
 * Text on one line that is no longer than `length` UTF-16 units: cut behind a word where there is one near
 * the end, never within a surrogate pair, and with an ellipsis for the rest.
 */
export function shorten(text: string, length: number): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length - 1);
  // A blank right behind the cut ends a word too.
  const blank = flat[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ');
  const words = blank >= length * (1 - mostWaste) ? cut.slice(0, blank) : cut;
  return `${words.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:–—-]+$/, '')}…`;
}
