import * as vscode from 'vscode';
import type { AnchoredDocumentAnnotation } from '../host/annotation-store';
import { Debounce } from '../host/debounce';
import { documentInFront } from '../host/document-in-front';
import type { Host } from '../host/host';
import { sourceTextOf, toEditorRange } from '../host/text-conversion';
import { annotationItem } from './annotate/annotation-item';

const pauseMilliseconds = 150;

export const annotationsViewId = 'archiveAnnotator.annotations';

/** The annotations of the document in front, in the order of its text. */
export function registerAnnotationsView(host: Host): vscode.Disposable {
  const tree = new AnnotationsTree(host);
  const view = vscode.window.createTreeView(annotationsViewId, {
    treeDataProvider: tree,
    showCollapseAll: false,
  });
  annotationsView = view;
  const refresh = new Debounce<void>(pauseMilliseconds, () => tree.refresh());
  return vscode.Disposable.from(
    view,
    tree,
    refresh,
    vscode.window.onDidChangeActiveTextEditor(() => refresh.schedule()),
    host.annotations.onDidChange((document) => {
      if (document === tree.document) refresh.schedule();
    }),
  );
}

class AnnotationsTree
  implements vscode.TreeDataProvider<AnchoredDocumentAnnotation>, vscode.Disposable
{
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #host: Host;
  #shown: vscode.TextDocument | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The document whose annotations are listed. */
  get document(): vscode.TextDocument | undefined {
    return (this.#shown = documentInFront(this.#shown));
  }

  refresh(): void {
    this.#changed.fire();
  }

  async getChildren(): Promise<AnchoredDocumentAnnotation[]> {
    const { document } = this;
    if (!document) return [];
    await this.#host.annotations.loadQuietly(document);
    const placeOf = ({ ranges }: AnchoredDocumentAnnotation) => ranges[0]?.start ?? -1;
    return [...this.#host.annotations.current(document)].sort((a, b) => placeOf(a) - placeOf(b));
  }

  getTreeItem(found: AnchoredDocumentAnnotation): vscode.TreeItem {
    const { annotation, document, ranges } = found;
    const source = sourceTextOf(document);
    const place = ranges[0] && toEditorRange(source, ranges[0]);
    const item = annotationItem(found, place && place.start.line + 1);
    item.id = annotation.id;
    const options: vscode.TextDocumentShowOptions = place ? { selection: place } : {};
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to Annotation'),
      arguments: [document.uri, options],
    };
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

let annotationsView: vscode.TreeView<AnchoredDocumentAnnotation> | undefined;

/** The row that a key press in the view is about. */
export function selectedAnnotation(): AnchoredDocumentAnnotation | undefined {
  return annotationsView?.selection[0];
}

/** The argument that a row of the view passes to a command. */
export function referenceOf(row: AnchoredDocumentAnnotation) {
  return { uri: row.document.uri, id: row.annotation.id };
}

/** Whether a command was called from a row of the view. */
export function isRow(value: unknown): value is AnchoredDocumentAnnotation {
  return typeof value === 'object' && value !== null && 'annotation' in value && 'ranges' in value;
}
