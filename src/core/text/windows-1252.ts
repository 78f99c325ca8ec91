/** What the bytes 0x80 to 0x9f mean in windows-1252 (WHATWG); five of them are control codes there too. */
const upperSigns =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const upperBytes = new Map([...upperSigns].map((sign, at) => [sign.charCodeAt(0), 0x80 + at]));

/**
 * The byte that windows-1252 (WHATWG) reads as this UTF-16 unit, or undefined when there is none. The
 * control codes of Latin-1 stand for their bytes: hosts that confuse the two hand them out.
 */
export function windows1252Byte(code: number): number | undefined {
  return code < 256 ? code : upperBytes.get(code);
}

/**
 * `TextDecoder`'s text with the signs that windows-1252 has where Latin-1 has control codes: Node 20
 * reads windows-1252 as Latin-1 (nodejs/node issue 56542, from 20.18.3 and 22.13) and would lose every dash and curly quotation
 * mark. Text that was decoded rightly, or from another encoding, comes back as it is.
 */
export function withWindows1252Signs(text: string, encoding: string): string {
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (sign) => upperSigns[sign.charCodeAt(0) - 0x80]!);
}
