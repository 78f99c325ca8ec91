import * as vscode from 'vscode';
import type { AnchoredDocumentAnnotation } from '../host/annotation-store';
import { Debounce } from '../host/debounce';
import { documentInFront } from '../host/document-in-front';
import type { Host } from '../host/host';
import { sourceTextOf, toEditorRange } from '../host/text-conversion';
import { kindPresentations } from './annotate/annotation-kinds';
import { oneLine } from './annotate/describe-annotation';

const pauseMilliseconds = 150;

export const annotationsViewId = 'archiveAnnotator.annotations';

/** The annotations of the document in front, in the order of its text. */
export function registerAnnotationsView(host: Host): vscode.Disposable {
  const tree = new AnnotationsTree(host);
  const view = vscode.window.createTreeView(annotationsViewId, {
    treeDataProvider: tree,
    showCollapseAll: false,
  });
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

  getTreeItem({ annotation, document, ranges, state, reason }: AnchoredDocumentAnnotation) {
    const { label, icon } = kindPresentations[annotation.kind];
    const quote = oneLine(annotation.target.map((selector) => selector.quote).join(' … '), 80);
    const item = new vscode.TreeItem(quote || label);
    item.id = annotation.id;
    item.iconPath = new vscode.ThemeIcon(icon);
    item.description = [
      state === 'exact' ? '' : state,
      oneLine(annotation.note ?? annotation.entity ?? '', 80),
    ]
      .filter(Boolean)
      .join(' · ');
    item.tooltip = [label, annotation.note, annotation.by, state === 'exact' ? '' : reason]
      .filter(Boolean)
      .join('\n');
    item.accessibilityInformation = { label: `${label}: ${quote}. ${item.description}` };
    item.contextValue = 'annotation';
    const [range] = ranges;
    const options: vscode.TextDocumentShowOptions = range
      ? { selection: toEditorRange(sourceTextOf(document), range) }
      : {};
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

/** The argument that a row of the view passes to a command. */
export function referenceOf(row: AnchoredDocumentAnnotation) {
  return { uri: row.document.uri, id: row.annotation.id };
}

/** Whether a command was called from a row of the view. */
export function isRow(value: unknown): value is AnchoredDocumentAnnotation {
  return typeof value === 'object' && value !== null && 'annotation' in value && 'ranges' in value;
}
