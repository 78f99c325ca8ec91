/**
 * Characters that make text look other than it is: control characters, the bidirectional overrides,
 * embeddings and isolates ("Trojan Source", CVE-2021-42574), zero-width characters at which one
 * name could pass for another, and the tag characters. ZWJ and ZWNJ stay: Persian and Indic words
 * and emoji need them.
 */
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/;
const everyUnsafe = new RegExp(unsafe, 'g');

/** The names of the characters that deceive most, for the message. */
const names: Record<string, string> = {
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u202b': 'right-to-left embedding',
  '\u2067': 'right-to-left isolate',
  '\u200b': 'zero-width space',
};

/** The first deceptive character of a text, named for people, or undefined. Linear. */
export function unsafeCharacter(text: string): string | undefined {
  const found = unsafe.exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return names[found] ? `${names[found]} (${code})` : `control character ${code}`;
}

/** The text as it may be shown: without deceptive characters. */
export function displayText(text: string): string {
  return unsafe.test(text) ? text.replace(everyUnsafe, '') : text;
}
