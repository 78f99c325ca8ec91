import type { Annotation, AnnotationKind } from './annotation';

const plurals: Record<AnnotationKind, readonly [one: string, many: string]> = {
  entity: ['entity', 'entities'],
  note: ['note', 'notes'],
  highlight: ['highlight', 'highlights'],
  question: ['question', 'questions'],
  correction: ['correction', 'corrections'],
  relation: ['relation', 'relations'],
  document: ['document note', 'document notes'],
};

/**
 * What happened between two states of a sidecar, for a commit message: "add 2 notes and 1 entity,
 * change 1, remove 1". Empty when nothing did. What only moved with its text is no change.
 */
export function describeChanges(
  before: readonly Annotation[],
  after: readonly Annotation[],
): string {
  const old = new Map(before.map((annotation) => [annotation.id, annotation]));
  const added = after.filter(({ id }) => !old.has(id));
  const changed = after.filter((annotation) => {
    const previous = old.get(annotation.id);
    return previous !== undefined && said(previous) !== said(annotation);
  });
  const kept = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !kept.has(id));
  const clauses = [
    added.length > 0 ? `add ${countKinds(added)}` : '',
    changed.length > 0 ? `change ${changed.length}` : '',
    removed.length > 0 ? `remove ${removed.length}` : '',
  ];
  return clauses.filter(Boolean).join(', ');
}

/** Everything of an annotation but where it stands. */
function said(annotation: Annotation): string {
  const { target, state, ...rest } = annotation;
  void state;
  return JSON.stringify([target.map(({ quote }) => quote), rest]);
}

function countKinds(annotations: readonly Annotation[]): string {
  const counts = new Map<AnnotationKind, number>();
  for (const { kind } of annotations) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const words = [...counts].map(
    ([kind, count]) => `${count} ${plurals[kind][count === 1 ? 0 : 1]}`,
  );
  const last = words.pop()!;
  return words.length > 0 ? `${words.join(', ')} and ${last}` : last;
}
