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
/** Signs that open an item without a blank after them: they have no other use at a line's start. */
const closeBullets = '•▪◦‣●■►➢❖◆・';
const numbered =
  /^(?:\((\d{1,3}|[a-zA-Z]|[ivx]{2,4})\)|(\d{1,3}|[a-zA-Z]|[ivx]{2,4})(\.\)|[.)°º]))\s+(?=\S)/;

/** Letters count from a = 1; Roman numerals are given their own values. */
function valueOf(label: string): number {
  if (/^\d/.test(label)) return Number(label);
  if (label.length === 1) return label.toLowerCase().charCodeAt(0) - 96;
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
    if (isLetter(code) && !/^[a-zA-Z]{1,4}[.)]\s/.test(text.slice(start, start + 6))) return null;
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
  if (end - start < 3 || !bullets.includes(text[start]!)) return null;
  let at = start + 1;
  const after = text.charCodeAt(at);
  if (after !== 32 && after !== 9 && after !== 0xa0 && after !== 0x3000) {
    if (!closeBullets.includes(text[start]!) || !/\p{L}/u.test(text[at]!)) return null;
  }
  while (at < end && /\s/.test(text[at]!)) at++;
  const bullet = text[start]!;
  return { family: ticks.includes(bullet) ? ticks : bullet, textStart: at };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
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
