import * as vscode from 'vscode';
import { selectedAnnotation } from './annotations-view';
import { selectedInArchive } from './archive/archive-view';
import { reviewedInView } from './review/review-view';

/** What the views' selections are, by the names that key bindings give them. */
const selections: Readonly<Record<string, () => unknown>> = {
  annotations: selectedAnnotation,
  archive: selectedInArchive,
  review: reviewedInView,
};

/**
 * The row that a key press in a view is about: a key binding can say only in which view it works, by the
 * argument `{ selectedIn }`. Undefined for any other argument.
 *
 * @throws Error with a sentence for the user when no annotation is selected there.
 */
export function selectedRow(argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null || !('selectedIn' in argument)) {
    return undefined;
  }
  const row = selections[String(argument.selectedIn)]?.();
  if (!row) throw new Error(vscode.l10n.t('Select an annotation in the view first.'));
  return row;
}
