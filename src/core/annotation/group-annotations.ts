import type { AnchoredAnnotation } from './anchor/anchored-annotation';
import type { Annotation } from './annotation';

/** What an archive's annotations can be grouped by. */
export const groupings = ['folder', 'tag', 'type', 'author', 'kind', 'entity'] as const;
export type Grouping = (typeof groupings)[number];

/** An annotation with the path of its source, by which it is grouped. */
export interface ArchivedAnnotation<Place> {
  readonly place: Place;
  readonly found: AnchoredAnnotation;
}

/** A group's key is empty for annotations that have none (no tag, no author). */
export interface AnnotationGroup<Place> {
  readonly key: string;
  readonly annotations: readonly ArchivedAnnotation<Place>[];
}

/**
 * Groups annotations, in the order of the keys with the empty one last. One with several tags is in
 * several groups.
 *
 * @param folderOf the folder of a source, for the grouping by folder
 */
export function groupAnnotations<Place>(
  annotations: Iterable<ArchivedAnnotation<Place>>,
  grouping: Grouping,
  folderOf: (place: Place) => string,
): AnnotationGroup<Place>[] {
  const groups = new Map<string, ArchivedAnnotation<Place>[]>();
  for (const archived of annotations) {
    const keys =
      grouping === 'folder'
        ? [folderOf(archived.place)]
        : keysOf(archived.found.annotation, grouping);
    for (const key of keys.length > 0 ? keys : ['']) {
      const group = groups.get(key);
      if (group) group.push(archived);
      else groups.set(key, [archived]);
    }
  }
  return [...groups]
    .map(([key, found]) => ({ key, annotations: found }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || a.key.localeCompare(b.key));
}

function keysOf(annotation: Annotation, grouping: Exclude<Grouping, 'folder'>): readonly string[] {
  const { tags = [], type, by, kind, entity } = annotation;
  if (grouping === 'tag') return tags;
  const key = { type, author: by, kind, entity }[grouping];
  return key === undefined ? [] : [key];
}

/**
 * Whether an annotation has every word of a filter in its quotes, note, replies, tags, type, entity,
 * kind, author or status, in any case; `#tag` and `@author` ask for just that.
 */
export function matchesFilter(annotation: Annotation, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { tags = [], replies = [], target, note, type, entity, kind, by, status } = annotation;
  const parts = [
    ...target.flatMap(({ quote, current }) => [quote, current]),
    ...replies.flatMap((reply) => [reply.note, reply.by]),
    ...tags,
    ...[note, type, entity, kind, by, status],
  ];
  const text = parts.filter(Boolean).join('\n').toLowerCase();
  return words.every((word) => {
    if (word.length > 1 && word.startsWith('#')) {
      const wanted = word.slice(1);
      return tags.some((tag) => `${tag.toLowerCase()}/`.startsWith(`${wanted}/`));
    }
    if (word.length > 1 && word.startsWith('@'))
      return (by ?? '').toLowerCase().includes(word.slice(1));
    return text.includes(word);
  });
}
