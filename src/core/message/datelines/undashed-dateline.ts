import type { Dateline } from '../message';
import { isAgency } from './agencies';
import { readHead } from './dateline-head';
import { isDatelinePlace } from './dateline-place';
import { isKnownCity, isKnownRegion } from './places';

/** "KYIV, April 6 (Reuters)" with nothing behind it. */
const signedAlone = /^[\p{Lu}\p{Lo}][^()\n]{2,60}\(\p{L}[^()\n]{1,40}\)\.?$/u;
/** "ULAANBAATAR. June 3.", "Москва. 6 апреля. ИНТЕРФАКС.": full stops part what others part with a dash. */
const stopped =
  /^[\p{Lu}\p{Lo}][\p{L}'’ -]{2,30}\. (?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9})\.(?: (\p{L}{3,15}(?: Новости| Novosti)?)\.(?=$|\s))?(?=$|\s+["“«]?\p{Lu}\S* )/u;

/** False for most texts: it ends with a bracket, or its first full stop stands near the start. */
export function mayBeUndashed(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last === 41 || (last === 46 && text.charCodeAt(end - 2) === 41)) return true;
  const limit = Math.min(end, start + 34);
  for (let at = start + 3; at < limit; at++)
    if (text.charCodeAt(at) === 46) return text.charCodeAt(at + 1) === 32;
  return false;
}

/**
 * Reads a dateline that no dash ends: alone on its line and signed, or with full stops. The form says
 * less, so that the place must be a known city, or a known agency have signed beside a date.
 */
export function readUndashed(window: string, start: number): Dateline | null {
  const stops = stopped.exec(window);
  const unsigned = stops?.[1] !== undefined && !isAgency(stops[1]);
  const found = unsigned ? stops[0].slice(0, -stops[1]!.length - 2) : stops?.[0];
  const alone = found ?? signedAlone.exec(window)?.[0];
  const head = alone === undefined ? null : readHead(alone);
  if (!head || !isDatelinePlace(head.place, true)) return null;
  const [city, region] = head.place.split(/,\s*/);
  const known = isKnownCity(city!) || (region !== undefined && isKnownRegion(region));
  if (head.agency === null ? !known || /\p{Ll}/u.test(city!) : !isAgency(head.agency)) return null;
  // With its year it dates the page.
  if (head.date === null ? !known : /\d{4}/.test(head.date)) return null;
  return { ...head, start, end: start + alone!.length };
}
