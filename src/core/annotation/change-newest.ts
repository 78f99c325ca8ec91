import type { Annotation } from './annotation';
import { mergeFields } from './merge-record';
import { conflictKey, isEqual, toRecordValue, type RecordValue } from './record-value';
import { SidecarRefusal } from './sidecar-refusal';
import { interpretRecord } from './validate-annotation';

/**
 * A change of an annotation, made on what the file holds now: whoever made it looked at `base`, and
 * another program may have written the record since. Both changes are kept, field by field; where they
 * contradict each other, the value that lost stands in `conflicts` (see `mergeFields`).
 *
 * @param changed what `base` was made to
 * @param newest the record as it stands in the file
 * @throws SidecarRefusal when the two together are no annotation
 */
export function changeNewest(
  changed: Annotation,
  base: Annotation,
  newest: Annotation,
): Annotation {
  const [old, theirs] = [valueOf(base), valueOf(newest)];
  if (isEqual(old, theirs)) return changed;
  const ours = valueOf({ ...(base.conflicts ? { conflicts: base.conflicts } : {}), ...changed });
  const { annotation, issues } = interpretRecord(mergeFields(old, ours, theirs).value);
  if (annotation) return annotation;
  const wrong = issues.find(({ severity }) => severity === 'error');
  throw new SidecarRefusal('invalid-annotation', wrong?.message ?? changedMeanwhile);
}

/** With what a merge has left open; an empty list of it says that a person has decided. */
function valueOf(annotation: Annotation): RecordValue {
  const { conflicts } = annotation;
  return { ...toRecordValue(annotation), ...(conflicts ? { [conflictKey]: conflicts } : {}) };
}

/**
 * The changed annotation with the place that was just found for it in a newer text, unless the change
 * itself gave it another one.
 *
 * @param before the annotation whose place was looked for
 * @param settled the same at the place that was found
 */
export function atSettledPlace(
  changed: Annotation,
  before: Annotation,
  settled: Annotation,
): Annotation {
  if (!isEqual(changed.target, before.target)) return changed;
  const { state: given, ...said } = changed;
  const state = given !== undefined && given !== before.state ? given : settled.state;
  return { ...said, target: settled.target, ...(state === undefined ? {} : { state }) };
}

/** Refuses to delete an annotation that says something else than the one that was looked at. */
export function assertUnchanged(base: Annotation, newest: Annotation | undefined): void {
  if (newest && isEqual(saidIn(base), saidIn(newest))) return;
  throw new SidecarRefusal('changed-meanwhile', changedMeanwhile);
}

/** Without its place, which every program writes anew that finds it in a newer text. */
function saidIn({ target, state, ...said }: Annotation): RecordValue {
  void state;
  const quotes = target.map(({ quote }) => quote);
  return { ...valueOf({ ...said, target: [] }), quotes };
}

const changedMeanwhile =
  'The annotation was changed by another program meanwhile: look at it again first.';
