import * as vscode from 'vscode';
import { adjustRange, type RangeAdjustment } from '../../core/annotation/adjust-range';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { retarget } from '../../core/annotation/retarget';
import { splitAnnotation } from '../../core/annotation/split-annotation';
import type { SourceText } from '../../core/text/source-text';
import type { TextRange } from '../../core/text/text-range';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import type { Host } from '../../host/host';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { findAnnotation, nothingAtCursor, type AnnotationReference } from './find-annotation';

/** The argument of the commands that change a target by one step; `word` when absent. */
export interface AdjustArguments extends AnnotationReference {
  readonly by?: RangeAdjustment['by'];
}

type Step = Omit<RangeAdjustment, 'by'>;

/** Commands by their ids: which edge they move, and where. */
export const targetSteps = {
  growEnd: { edge: 'end', direction: 1 },
  shrinkEnd: { edge: 'end', direction: -1 },
  growStart: { edge: 'start', direction: -1 },
  shrinkStart: { edge: 'start', direction: 1 },
  moveForward: { edge: 'both', direction: 1 },
  moveBackward: { edge: 'both', direction: -1 },
} as const satisfies Record<string, Step>;

/** A held key sends steps faster than files are written: each waits for the one before. */
let lastStep: Promise<void> = Promise.resolve();

/** What the last step was about: the next one goes on with it, whatever else has come under the cursor. */
let adjusted: { readonly id: string; readonly cursor: string } | undefined;

/** Makes the annotation at the cursor longer or shorter, or moves it on, by a word or a line. */
export function adjustTarget(host: Host, step: Step, given: AdjustArguments = {}): Promise<void> {
  const next = lastStep.then(() => adjust(host, step, given));
  lastStep = next.catch(() => undefined);
  return next;
}

async function adjust(host: Host, step: Step, given: AdjustArguments): Promise<void> {
  const found = given.id ? (await findAnnotation(host, given))?.found : await atCursor(host);
  if (!found) return;
  const { document, annotation, ranges } = found;
  const source = sourceTextOf(document);
  const editor = vscode.window.visibleTextEditors.find((it) => it.document === document);
  const cursor = editor && source.offsetAt(editor.selection.active);
  const index = selectorFor(ranges, step, cursor);
  const old = ranges[index];
  const range = old && adjustRange(source, old, { ...step, by: given.by ?? 'word' });
  if (!range) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('The annotation ends here.'), 2000);
    return;
  }
  const changed = retarget(found, ranges.with(index, range), source);
  await host.annotations.change(document, [
    { replace: { ...changed, modified: toTimestamp(Date.now()) }, base: annotation },
  ]);
  if (editor) follow(editor, source, range, annotation.id);
}

/** The annotation of the last step while the cursor stays, else the innermost one at the cursor. */
async function atCursor(host: Host): Promise<AnchoredDocumentAnnotation> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error(vscode.l10n.t('Place the cursor in an annotated passage first.'));
  await host.annotations.load(editor.document);
  const offset = sourceTextOf(editor.document).offsetAt(editor.selection.active);
  const here = host.annotations.at(editor.document, offset);
  const same = adjusted?.cursor === cursorOf(editor) ? adjusted.id : undefined;
  const found = here.find(({ annotation }) => annotation.id === same) ?? here[0];
  if (!found) throw new Error(nothingAtCursor());
  return found;
}

/** Of a discontinuous target the stretch at the cursor, else the one at the edge that moves. */
function selectorFor(ranges: readonly TextRange[], step: Step, cursor = -1): number {
  const here = ranges.findIndex(({ start, end }) => start <= cursor && cursor <= end);
  if (here >= 0) return here;
  return step.edge === 'start' ? 0 : ranges.length - 1;
}

/** Keeps the cursor in the passage, so that the next step is about the same annotation. */
function follow(
  editor: vscode.TextEditor,
  source: SourceText,
  { start, end }: TextRange,
  id: string,
): void {
  const offset = source.offsetAt(editor.selection.active);
  if (offset < start || offset > end) {
    const { start: place } = toEditorRange(source, { start: offset < start ? start : end, end });
    editor.selection = new vscode.Selection(place, place);
  }
  editor.revealRange(toEditorRange(source, { start, end }));
  adjusted = { id, cursor: cursorOf(editor) };
}

function cursorOf({ document, selection: { active } }: vscode.TextEditor): string {
  return `${document.uri.toString()}#${active.line}:${active.character}`;
}

/** The argument of *Split Annotation*: where; the cursor when absent. */
export interface SplitArguments extends AnnotationReference {
  readonly position?: { readonly line: number; readonly character: number };
}

/** Splits an annotation in two at the cursor; resolves to the id of the new one. */
export async function splitTarget(
  host: Host,
  given: SplitArguments = {},
): Promise<string | undefined> {
  const reference = await findAnnotation(host, given);
  if (!reference) return undefined;
  const { document, found } = reference;
  const source = sourceTextOf(document);
  const position = given.position ?? vscode.window.activeTextEditor?.selection.active;
  const split = position && splitAnnotation(found, source.offsetAt(position), source);
  if (!split) throw new Error(vscode.l10n.t('Place the cursor inside the annotated passage.'));
  const first = { ...split.first, modified: toTimestamp(Date.now()) };
  await host.annotations.change(document, [
    { replace: first, base: found.annotation },
    { add: split.second },
  ]);
  return split.second.id;
}
