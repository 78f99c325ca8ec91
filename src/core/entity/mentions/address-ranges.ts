import type { TextRange } from '../../text/text-range';

const addressUnit = /[^\s<>"“”«»‹›|\\^{}]/;
/** Longest scheme and longest local part of an e-mail address that are looked back over. */
const longestLead = 64;

const areas = 'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific';
/**
 * What shows that a stretch without blanks is for machines: the marks of web and e-mail addresses, of time zones
 * ("Asia/Taipei", not "Asia/Pacific") and of settings ("GM=1", not "Ukraine=E2=80=99s" of quoted-printable).
 */
const machineMark = new RegExp(
  String.raw`:\/\/|\bwww\.|@(?=[A-Za-z0-9])|\b(?:${areas})\/(?=[A-Z])(?!(?:${areas})\b)` +
    String.raw`|(?<=\w)=(?:3D)?(?=\w)(?![\dA-F]{2})`,
  'g',
);

/**
 * Where web and e-mail addresses, settings and time zones stand: names inside them are part of those, not of
 * the text. In order, without overlap; linear.
 */
export function addressRanges(text: string, range: TextRange): TextRange[] {
  const found: TextRange[] = [];
  const marks = new RegExp(machineMark);
  marks.lastIndex = range.start;
  for (let mark = marks.exec(text); mark && mark.index < range.end; mark = marks.exec(text)) {
    const floor = Math.max(found.at(-1)?.end ?? 0, mark.index - longestLead, range.start);
    let start = mark.index;
    while (start > floor && /[\w.+\-=%]/.test(text.charAt(start - 1))) start--;
    // "@NATO" alone is a name with a mark before it.
    if (mark[0] === '@' && start === mark.index) continue;
    let end = marks.lastIndex;
    const limit = Math.min(text.length, end + 4096);
    while (end < limit && addressUnit.test(text.charAt(end))) end++;
    found.push({ start, end });
    marks.lastIndex = end;
  }
  return found;
}
