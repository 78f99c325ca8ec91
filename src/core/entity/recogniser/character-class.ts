/** What a UTF-16 unit is to the recogniser; looked up once per character, so kept in one table. */
export const Character = {
  other: 1,
  space: 2,
  lineBreak: 3,
  upper: 4,
  lower: 5,
  digit: 6,
} as const;

const table = new Uint8Array(0x10000);

function classify(unit: number): number {
  if (unit === 0x0a) return Character.lineBreak;
  const text = String.fromCharCode(unit);
  if (/[\s\u00a0]/.test(text)) return Character.space;
  if (/\p{Lu}|\p{Lt}/u.test(text)) return Character.upper;
  // Marks continue a word; letters without case (Arabic, CJK) are never a capital, so never start a name here.
  if (/\p{Ll}|\p{M}|\p{Lm}/u.test(text)) return Character.lower;
  return /\p{Nd}/u.test(text) ? Character.digit : Character.other;
}

/** The class of a UTF-16 unit. Halves of surrogate pairs and caseless letters are `other`. */
export function characterClass(unit: number): number {
  return table[unit] || (table[unit] = classify(unit));
}
