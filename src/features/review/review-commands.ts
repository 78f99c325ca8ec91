import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../../core/annotation/anchor/anchored-annotation';
import type { Annotation } from '../../core/annotation/annotation';
import { newAnnotationId, toTimestamp } from '../../core/annotation/new-annotation';
import { acceptAnnotation, keepAsOrphan, pointAt } from '../../core/annotation/review';
import { keepBoth, keepCurrent, takeOther } from '../../core/annotation/settle-conflict';
import type { TextRange } from '../../core/text/text-range';
import type { Host } from '../../host/host';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { toUri } from '../annotate/annotation-arguments';
import { reviewedInView } from './review-view';

/** What a review command decides about; without it, the row that is selected in the view. */
export interface ReviewedAnnotation {
  readonly uri?: vscode.Uri | string;
  readonly id?: string;
  /** Which of the candidates of an ambiguous annotation, from 0. */
  readonly candidate?: number;
  /** Which of the fields for which a merge found two values, from 0; all of them when absent. */
  readonly conflict?: number;
}

/** Opens a source at a passage and selects it. */
export async function showPassage(
  _host: Host,
  place?: { readonly uri: vscode.Uri; readonly ranges: readonly TextRange[] },
): Promise<void> {
  if (!place) return;
  const document = await vscode.workspace.openTextDocument(place.uri);
  const [range] = place.ranges;
  const selection = range && toEditorRange(sourceTextOf(document), range);
  // The focus stays in the list, where the next decision is one key away.
  const options = { preserveFocus: true, preview: true, ...(selection ? { selection } : {}) };
  await vscode.window.showTextDocument(document, options);
}

/**
 * Takes a suggestion, an edited passage as it is now, a candidate of an ambiguous one, or the values that
 * an annotation has after a merge.
 */
export async function acceptReviewed(host: Host, given?: ReviewedAnnotation): Promise<void> {
  await decide(host, given, (found, document, { candidate, conflict }) => {
    if (conflict !== undefined) return [settled(keepCurrent(found.annotation, conflict))];
    const source = sourceTextOf(document);
    const place = candidate === undefined ? undefined : found.candidates?.[candidate];
    return [
      place ? pointAt(found.annotation, place.ranges, source) : acceptAnnotation(found, source),
    ];
  });
}

/** Takes the values of the other version that was merged. */
export async function acceptOther(host: Host, given?: ReviewedAnnotation): Promise<void> {
  await decide(host, given, ({ annotation }, _document, { conflict }) => [
    settled(takeOther(openOne(annotation), conflict)),
  ]);
}

/** Keeps the values of both versions that were merged, in one note or in a second annotation. */
export async function acceptBoth(host: Host, given?: ReviewedAnnotation): Promise<void> {
  await decide(host, given, ({ annotation }, _document, { conflict }) => {
    const [first, second] = keepBoth(openOne(annotation), newAnnotationId(), conflict);
    return second ? [settled(first), second] : [settled(first)];
  });
}

function openOne(annotation: Annotation): Annotation {
  if (annotation.conflicts?.length) return annotation;
  throw new Error(vscode.l10n.t('There are no two versions of this annotation.'));
}

function settled(annotation: Annotation): Annotation {
  return { ...annotation, modified: toTimestamp(Date.now()) };
}

/** Rejects a suggestion: it stays in the sidecar and is shown no longer. */
export async function rejectSuggestion(host: Host, given?: ReviewedAnnotation): Promise<void> {
  await decide(host, given, ({ annotation }) => [{ ...annotation, status: 'rejected' }]);
}

/** Keeps an annotation whose passage is gone, with its old quote and context. */
export async function keepOrphan(host: Host, given?: ReviewedAnnotation): Promise<void> {
  await decide(host, given, ({ annotation }) => [keepAsOrphan(annotation)]);
}

/** Writes the reviewed annotation as it was decided, and any other that came of it. */
async function decide(
  host: Host,
  given: ReviewedAnnotation | undefined,
  decision: (
    found: AnchoredAnnotation,
    document: vscode.TextDocument,
    choice: Pick<ReviewedAnnotation, 'candidate' | 'conflict'>,
  ) => Annotation[],
): Promise<void> {
  const reviewed: ReviewedAnnotation = given?.id ? given : (reviewedInView() ?? {});
  const { uri, id } = reviewed;
  if (!uri || !id) throw new Error(vscode.l10n.t('Select an annotation in “Needs Review” first.'));
  const document = await vscode.workspace.openTextDocument(toUri(uri));
  const annotations = await host.annotations.load(document);
  const found = annotations.find(({ annotation }) => annotation.id === id);
  if (!found) throw new Error(vscode.l10n.t('The annotation is no longer there.'));
  const changes = decision(found, document, reviewed).map((annotation) =>
    annotation.id === id ? { replace: annotation, base: found.annotation } : { add: annotation },
  );
  await host.annotations.change(document, changes);
}
