import * as vscode from 'vscode';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import type { Host } from '../../host/host';
import { sourceTextOf } from '../../host/text-conversion';
import { toUri, type AnnotationArguments } from './annotation-arguments';
import { describeAnnotation } from './describe-annotation';

/** The argument of the commands that work on one annotation. */
export interface AnnotationReference extends AnnotationArguments {
  readonly id?: string;
}

/** An annotation with the document it is in. */
export interface FoundAnnotation {
  readonly document: vscode.TextDocument;
  readonly found: AnchoredDocumentAnnotation;
}

/** What to do when the cursor stands in no annotation. */
export function nothingAtCursor(): string {
  return vscode.l10n.t('There is no annotation at the cursor. Place it in an annotated passage.');
}

/**
 * The annotation that a command was called for: by id, else those at the cursor (asking when there
 * are several, innermost first). Undefined when the user leaves.
 */
export async function findAnnotation(
  host: Host,
  given: AnnotationReference | undefined,
): Promise<FoundAnnotation | undefined> {
  if (given?.id && given.uri) {
    const document = await vscode.workspace.openTextDocument(toUri(given.uri));
    const found = (await host.annotations.load(document)).find(
      ({ annotation }) => annotation.id === given.id,
    );
    if (!found) throw new Error(vscode.l10n.t('There is no annotation {0} here.', given.id));
    return { document, found };
  }
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error(vscode.l10n.t('Place the cursor in an annotated passage first.'));
  const { document } = editor;
  await host.annotations.load(document);
  const offset = sourceTextOf(document).offsetAt(editor.selection.active);
  const here = host.annotations.at(document, offset);
  if (here.length === 0) throw new Error(nothingAtCursor());
  if (here.length === 1) return { document, found: here[0]! };
  const items = here.map((found) => ({ ...describeAnnotation(found.annotation), found }));
  const placeHolder = vscode.l10n.t('Which annotation?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  return picked && { document, found: picked.found };
}
