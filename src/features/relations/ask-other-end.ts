import * as vscode from 'vscode';
import { nearestFirst } from '../../core/text/nearest-first';
import { plainNote } from '../../core/annotation/plain-note';
import { shorten } from '../../core/text/shorten';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { kindPresentations } from '../annotate/annotation-kinds';
import { endText } from '../annotate/describe-annotation';

interface EndItem extends vscode.QuickPickItem {
  readonly found: AnchoredDocumentAnnotation;
}

/**
 * Asks which annotation of the document another one is related to: the nearest come first, and the
 * passage of the one that is looked at is shown in the text. Undefined when the user leaves.
 */
export function askOtherEnd(
  document: vscode.TextDocument,
  from: AnchoredDocumentAnnotation,
  all: readonly AnchoredDocumentAnnotation[],
): Promise<AnchoredDocumentAnnotation | undefined> {
  const others = all.filter(
    ({ annotation: { id, kind, status } }) =>
      id !== from.annotation.id && kind !== 'relation' && status !== 'rejected',
  );
  if (others.length === 0) {
    throw new Error(vscode.l10n.t('Annotate the passage first that it shall be related to.'));
  }
  const start = ({ ranges }: AnchoredDocumentAnnotation) => ranges[0]?.start;
  const sorted = nearestFirst(others, (found) => start(found) ?? Infinity, [start(from) ?? 0]);
  const pick = vscode.window.createQuickPick<EndItem>();
  pick.title = vscode.l10n.t('Relate “{0}” to…', endText(from.annotation));
  pick.placeholder = vscode.l10n.t('Choose an annotation, or type words of it');
  pick.matchOnDescription = true;
  pick.items = sorted.map((found) => endItem(document, found));
  const shown = showInText(document);
  return new Promise((resolve) => {
    const end = (found: AnchoredDocumentAnnotation | undefined) => {
      resolve(found);
      pick.dispose();
      shown.restore();
    };
    pick.onDidChangeActive(([item]) => shown.show(item?.found));
    pick.onDidAccept(() => end(pick.selectedItems[0]?.found));
    pick.onDidHide(() => end(undefined));
    pick.show();
  });
}

function endItem(document: vscode.TextDocument, found: AnchoredDocumentAnnotation): EndItem {
  const { annotation, ranges } = found;
  const { icon, label } = kindPresentations[annotation.kind];
  const [range] = ranges;
  const line = range && toEditorRange(sourceTextOf(document), range).start.line + 1;
  // A note on the whole source is its own label.
  const said = range ? (annotation.entity ?? plainNote(annotation.note ?? '')) : '';
  const facts = [
    line === undefined ? label : vscode.l10n.t('line {0}', line),
    annotation.type,
    shorten(said, 60),
  ];
  return {
    label: `$(${icon}) ${endText(annotation)}`,
    description: facts.filter(Boolean).join(' · '),
    found,
  };
}

/** Selects passages in the editor of a document, and what was selected before when that is over. */
function showInText(document: vscode.TextDocument) {
  const editor = vscode.window.visibleTextEditors.find((it) => it.document === document);
  const before = editor && { selections: editor.selections, range: editor.visibleRanges[0] };
  return {
    show(found: AnchoredDocumentAnnotation | undefined): void {
      const [place] = found?.ranges ?? [];
      if (!editor || !place) return;
      const range = toEditorRange(sourceTextOf(document), place);
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
    restore(): void {
      if (!editor || !before) return;
      editor.selections = before.selections;
      if (before.range) editor.revealRange(before.range, vscode.TextEditorRevealType.AtTop);
    },
  };
}
