/** A stretch of a continuum that one observer gave a category; positions from 0, end exclusive. */
export interface Unit {
  readonly observer: number;
  readonly category: string;
  readonly start: number;
  readonly end: number;
}

/** Section of one observer's continuum for one category: a unit, or a gap between units. */
interface Section {
  readonly start: number;
  readonly length: number;
  readonly isUnit: boolean;
}

/**
 * Krippendorff's alpha for unitizing: 1 is perfect agreement, 0 what chance would give.
 *
 * K. Krippendorff, On the Reliability of Unitizing Continuous Data, Sociological Methodology 25
 * (1995), 47–76; the formulas as in his Content Analysis, second edition (2004), pages 251–255.
 * Units of one observer and category that overlap or touch in part are taken as one unit, as the
 * measure requires.
 *
 * @param length length of the continuum, in the unit of the positions
 * @returns `undefined` when there is nothing to compare or chance cannot disagree
 */
export function alphaUnitizing(
  units: readonly Unit[],
  observers: number,
  length: number,
): number | undefined {
  let observed = 0;
  let expected = 0;
  for (const category of new Set(units.map((unit) => unit.category))) {
    const ofCategory = units.filter((unit) => unit.category === category);
    const continua = Array.from({ length: observers }, (_, observer) =>
      sectionsOf(
        ofCategory.filter((unit) => unit.observer === observer),
        length,
      ),
    );
    observed += observedDisagreement(continua, length);
    expected += expectedDisagreement(continua, length);
  }
  return expected > 0 ? 1 - observed / expected : undefined;
}

function sectionsOf(units: readonly Unit[], length: number): Section[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...units].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  const sections: Section[] = [];
  let at = 0;
  for (const { start, end } of merged) {
    if (start > at) sections.push({ start: at, length: start - at, isUnit: false });
    sections.push({ start, length: end - start, isUnit: true });
    at = end;
  }
  if (at < length) sections.push({ start: at, length: length - at, isUnit: false });
  return sections;
}

function observedDisagreement(continua: readonly (readonly Section[])[], length: number): number {
  let sum = 0;
  for (const [index, first] of continua.entries())
    for (const second of continua.slice(index + 1)) {
      // Sections that do not meet differ by nothing: both lists are walked side by side.
      for (let i = 0, j = 0; i < first.length && j < second.length;) {
        const [one, other] = [first[i]!, second[j]!];
        sum += difference(one, other);
        const [end, otherEnd] = [one.start + one.length, other.start + other.length];
        if (end <= otherEnd) i++;
        if (otherEnd <= end) j++;
      }
    }
  const observers = continua.length;
  return (2 * sum) / (observers * (observers - 1) * length ** 2);
}

/** The squared difference of two sections (2004, page 252). */
function difference(one: Section, other: Section): number {
  const startsApart = one.start - other.start;
  const endsApart = startsApart + one.length - other.length;
  if (one.isUnit && other.isUnit) return startsApart ** 2 + endsApart ** 2;
  if (one.isUnit) return startsApart >= 0 && endsApart <= 0 ? one.length ** 2 : 0;
  if (other.isUnit) return startsApart <= 0 && endsApart >= 0 ? other.length ** 2 : 0;
  return 0;
}

/** The disagreement of all ways to place the observed units by chance (2004, page 253). */
function expectedDisagreement(continua: readonly (readonly Section[])[], length: number): number {
  const units = continua.flat().filter((section) => section.isUnit);
  const gaps = continua.flat().filter((section) => !section.isUnit);
  gaps.sort((a, b) => b.length - a.length);
  let sum = 0;
  let inside = 0;
  for (const { length: own } of units) {
    let free = 0;
    for (const gap of gaps) {
      if (gap.length < own) break;
      free += gap.length - own + 1;
    }
    sum += ((units.length - 1) / 3) * (2 * own ** 3 - 3 * own ** 2 + own) + own ** 2 * free;
    inside += own * (own - 1);
  }
  const total = continua.length * length;
  const pairs = total * (total - 1) - inside;
  return pairs > 0 ? ((2 / length) * sum) / pairs : 0;
}
