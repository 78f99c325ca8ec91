import type { Annotation } from './annotation';
import type { SidecarRecord } from './read-sidecar';
import { compareAnnotations, type SortKey } from './sort-order';

/** A record of the file with the place that its annotation is to have. */
export interface Slot {
  readonly record: SidecarRecord;
  readonly annotation: SortKey | undefined;
  readonly changed: boolean;
}

/** Whether the records stand in canonical order; those without an annotation do not count. */
export function isSorted(records: readonly SidecarRecord[]): boolean {
  let previous: Annotation | undefined;
  for (const { annotation } of records) {
    if (!annotation) continue;
    if (previous && compareAnnotations(previous, annotation) > 0) return false;
    previous = annotation;
  }
  return true;
}

/**
 * Which records of a sorted file can stay where they are: all that did not change, and those whose
 * new position lies between what stands before and the next unchanged record. Linear.
 */
export function slotsThatStay(slots: readonly Slot[]): Slot[] {
  const nextFixed = fixedAfter(slots);
  const staying: Slot[] = [];
  let previous: SortKey | undefined;
  slots.forEach((slot, index) => {
    const { annotation, changed } = slot;
    if (changed && annotation && !isBetween(previous, annotation, nextFixed[index])) return;
    staying.push(slot);
    previous = annotation ?? previous;
  });
  return staying;
}

function fixedAfter(slots: readonly Slot[]): (SortKey | undefined)[] {
  const after: (SortKey | undefined)[] = [];
  let next: SortKey | undefined;
  for (let index = slots.length - 1; index >= 0; index--) {
    after[index] = next;
    const { changed, annotation } = slots[index]!;
    if (!changed && annotation) next = annotation;
  }
  return after;
}

function isBetween(
  previous: SortKey | undefined,
  annotation: SortKey,
  next: SortKey | undefined,
): boolean {
  return (
    (!previous || compareAnnotations(previous, annotation) < 0) &&
    (!next || compareAnnotations(annotation, next) < 0)
  );
}

/**
 * Where new items go: behind the last record before the first that sorts after them.
 *
 * @param added in canonical order; items without a key (they cannot be read) go last
 * @returns the new items by the record that they follow; `undefined` stands for the list's beginning
 */
export function placeAdded<T extends { readonly key: SortKey | undefined }>(
  slots: readonly Slot[],
  added: readonly T[],
): Map<SidecarRecord | undefined, T[]> {
  const groups = new Map<SidecarRecord | undefined, T[]>();
  let at = 0;
  for (const item of added) {
    while (at < slots.length && !isAfter(slots[at]!, item.key)) at++;
    const previous = slots[at - 1]?.record;
    const group = groups.get(previous);
    if (group) group.push(item);
    else groups.set(previous, [item]);
  }
  return groups;
}

function isAfter({ annotation }: Slot, other: SortKey | undefined): boolean {
  return (
    annotation !== undefined && other !== undefined && compareAnnotations(annotation, other) > 0
  );
}
