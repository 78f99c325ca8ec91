import { readDateLine } from '../dates/date-line';
import type { Block } from './block';
import type { LineGroup } from './line-group';
import { continuesList, listMarker, pictureBullet, type ListMarker } from './list-item';

/** True when a marker at `line` opens a list; `runStart` is the first line of the run it stands in. */
export function startsList(
  group: LineGroup,
  runStart: number,
  line: number,
  marker: ListMarker,
  unwrapped: boolean,
  above?: Block,
): boolean {
  // "(c) Jane Doe" credits a picture unless "(a)" and "(b)" stand above.
  if (/^\([cC]\)/.test(group.line(line, 3)) && !(above?.kind === 'list' && above.number === 2))
    return false;
  // "6. April 2022" is a date.
  if (marker.number !== undefined && group.length(line) <= 60 && readDateLine(group.line(line)))
    return false;
  const another = anotherItem(group, line, marker);
  // "20° in the shade" counts nothing.
  if (/[°º]$/.test(marker.family) && !another && marker.number !== 1) return false;
  // "o" is a bullet of text made from pages, and a word of some languages.
  if ((marker.family === 'o' || marker.family.startsWith(pictureBullet)) && !another) return false;
  const dash = marker.family === '–' || marker.family === '—';
  if (line === runStart) {
    if (another) return true;
    if (countsInline(group.line(line), marker)) return false;
    // Em dashes open speech, line after line.
    if (dash)
      return (
        marker.family === '–' && (group.codeAfter() === 0x2013 || above?.marker === marker.family)
      );
    if (marker.family === '+') return false;
    // "A. Smith said" is a name.
    return !/^[Aai]\./.test(marker.family) && (marker.number === undefined || marker.number > 0);
  }
  const before = group.lastCode(line - 1);
  if (before === 58) return marker.number === undefined || marker.number === 1;
  if (marker.number !== undefined && marker.number !== 1) return false;
  // ; , . ! ? or a line that is clearly no full one
  return (
    another &&
    (before === 59 ||
      before === 44 ||
      before === 46 ||
      before === 33 ||
      before === 63 ||
      unwrapped ||
      group.length(line - 1) < 40)
  );
}

/** "1) is easy to test; 2) is not.": the next number stands in the same line. */
function countsInline(content: string, { number, family }: ListMarker): boolean {
  if (number === undefined || !/^1?[.)(]/.test(family)) return false;
  const sign = family.endsWith('.') ? '. ' : ') ';
  const next = content.indexOf(` ${number + 1}${sign}`);
  return next !== -1 || content.includes(` (${number + 1}) `);
}

function anotherItem(group: LineGroup, line: number, marker: ListMarker): boolean {
  for (let next = line + 1; next < group.count && next <= line + 12; next++) {
    const other = listMarker(group, next);
    if (
      other &&
      (other.family === marker.family || marker.roman !== undefined) &&
      continuesList(marker, other) &&
      other.number !== (marker.number ?? -1)
    )
      return true;
  }
  return false;
}
