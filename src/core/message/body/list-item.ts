import type { LineGroup } from './line-group';

/** The marker of a list item. */
export interface ListMarker {
  /** Items of one list share this: the bullet itself, "1.", "(1)", "a)" … */
  readonly family: string;
  /** Value of a number or letter; undefined for a bullet. */
  readonly number?: number;
  /** Value as a Roman numeral where a letter may be one: "i", "v", "x". */
  readonly roman?: number;
  /** UTF-16 offset of the item's text. */
  readonly textStart: number;
}

const bullets = '*-•·◦▪‣⁃●○■□☆★►▶–—+✓✔✅✗✘❌❎☑☒➡➢➤❖◆◇▸・';
/** What is done and what is not are ticked off in one list. */
const ticks = '✓✔✅✗✘❌❎☑☒';
/** How the family of a picture begins that opens every item: "👉 walk", "👉 take the boat". */
export const pictureBullet = 'picture';
/** Signs that open an item without a blank after them: they have no other use at a line's start. */
const closeBullets = '•▪◦‣●■►➢❖◆・';
const numbered =
  /^(?:\((\d{1,3}|[a-zA-Zа-я]|[ivx]{2,4})\)|(\d{1,3}|[a-zA-Zа-я]|[ivx]{2,4})(\.\)|[.)°º]))\s+(?=\S)/;
/** Numbers of other scripts: "١. ", "１．", "①", "（一）"; after wide signs no blank stands. */
const foreignNumber =
  /^(?:([٠-٩۰-۹]{1,3})([.)]|\s?[-–])\s+(?=\S)|([０-９]{1,3})([．）、])\s*(?=\S)|([①-⑳])\s*(?=\S)|（([０-９\d一二三四五六七八九十]{1,2})）\s*(?=\S)|([一二三四五六七八九十]{1,2})(、)(?=\S))/;
const hanNumbers = '一二三四五六七八九十';

/** Letters count from a = 1; Roman numerals are given their own values. */
function valueOf(label: string): number {
  if (/^\d/.test(label)) return Number(label);
  if (label.length === 1) {
    const code = label.toLowerCase().charCodeAt(0);
    return code - (code >= 0x430 ? 0x42f : 96);
  }
  return ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].indexOf(
    label,
  );
}

function familyOf(label: string, sign: string): string {
  if (/^\d/.test(label)) return `1${sign}`;
  if (label.length > 1) return `i${sign}`;
  return (label < 'a' ? 'A' : 'a') + sign;
}

/** Reads the list marker at the start of a line, if there is one. */
export function listMarker(group: LineGroup, line: number): ListMarker | null {
  const { text } = group;
  const start = group.starts[line]!;
  const end = group.ends[line]!;
  const code = text.charCodeAt(start);
  const mayCount = (code >= 48 && code <= 57) || code === 40 || isLetter(code);
  if (mayCount) {
    // A letter counts only with its sign right after it, so that most lines end here.
    if (code === 111 && isBlank(text.charCodeAt(start + 1)) && end - start > 3)
      return { family: 'o', textStart: start + 2 };
    if (isLetter(code) && !/^[a-zA-Zа-я]{1,4}[.)]\s/.test(text.slice(start, start + 6)))
      return null;
    const match = numbered.exec(text.slice(start, Math.min(end, start + 12)));
    if (!match) return null;
    const label = match[1] ?? match[2]!;
    const family = familyOf(label, match[1] === undefined ? match[3]! : '()');
    const roman = { i: 1, v: 5, x: 10 }[label];
    return {
      family,
      number: valueOf(label),
      ...(roman === undefined ? {} : { roman }),
      textStart: start + match[0].length,
    };
  }
  if (end - start < 3) return null;
  if (code > 0x600) {
    const other = foreignMarker(text.slice(start, Math.min(end, start + 12)), start);
    if (other) return other;
  }
  if (!bullets.includes(text[start]!)) return null;
  let at = start + 1;
  const after = text.charCodeAt(at);
  if (after !== 32 && after !== 9 && after !== 0xa0 && after !== 0x3000) {
    if (!closeBullets.includes(text[start]!) || !/\p{L}/u.test(text[at]!)) return null;
  }
  while (at < end && /\s/.test(text[at]!)) at++;
  const bullet = text[start]!;
  return { family: ticks.includes(bullet) ? ticks : bullet, textStart: at };
}

/** Numbers of other scripts, and pictures as bullets. */
function foreignMarker(text: string, start: number): ListMarker | null {
  const count = foreignNumber.exec(text);
  if (count) {
    const label = (count[1] ?? count[3] ?? count[5] ?? count[6] ?? count[7])!;
    const family = `${label === count[5] ? '①' : label === count[6] ? '（）' : hanNumbers.includes(label[0]!) ? '一' : '1'}${(count[2] ?? count[4] ?? '').trim()}`;
    return { family, number: foreignValue(label), textStart: start + count[0].length };
  }
  const picture = /^\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]?\s+(?=\S)/u.exec(text);
  // Ticks and stars among the plain bullets are told apart.
  if (!picture || bullets.includes(text[0]!)) return null;
  return {
    family: `${pictureBullet}${picture[0].trimEnd()}`,
    textStart: start + picture[0].length,
  };
}

function foreignValue(label: string): number {
  const digits = [...label.normalize('NFKC')].map((digit) =>
    /[٠-٩۰-۹]/.test(digit) ? String(digit.charCodeAt(0) & 15) : digit,
  );
  const value = Number(digits.join(''));
  if (!Number.isNaN(value)) return value;
  const [first, second] = digits.map((digit) => hanNumbers.indexOf(digit) + 1);
  return second === undefined ? first! : 10 + second;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0x430 && code < 0x450)
  );
}

/** True when `next` goes on with the list that `previous` belongs to. */
export function continuesList(
  previous: { family: string; number?: number | undefined; roman?: number | undefined },
  next: ListMarker,
): boolean {
  // "(i)" may be a letter or a Roman numeral: the value decides.
  const same =
    previous.family === next.family ||
    previous.family.replace(/^[ai]/, 'a') === next.family.replace(/^[ai]/, 'a');
  if (!same) return false;
  if (next.number === undefined || previous.number === undefined) return true;
  const follows = (before: number, after: number) => after === before + 1 || after === before;
  return (
    follows(previous.number, next.number) ||
    follows(previous.roman ?? previous.number, next.roman ?? next.number)
  );
}
