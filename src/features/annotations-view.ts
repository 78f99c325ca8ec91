import * as vscode from 'vscode';
import { relationsByEnd } from '../core/annotation/relations';
import type { AnchoredDocumentAnnotation } from '../host/annotation-store';
import { Debounce } from '../host/debounce';
import { documentInFront } from '../host/document-in-front';
import type { Host } from '../host/host';
import { sourceTextOf, toEditorRange } from '../host/text-conversion';
import { annotationItem } from './annotate/annotation-item';
import { annotationsById } from './annotate/describe-annotation';
import type { SeenRelation } from './relations/find-relation';
import { relationItem } from './relations/relation-item';

const pauseMilliseconds = 150;

export const annotationsViewId = 'archiveAnnotator.annotations';

/** An annotation, or under each of its ends a relation: what commands work on is the same. */
export interface AnnotationRow extends AnchoredDocumentAnnotation {
  readonly seen?: SeenRelation;
  /** The id of the end under which the relation is listed. */
  readonly end?: string;
}

/** The annotations of the document in front, in the order of its text. */
export function registerAnnotationsView(host: Host): vscode.Disposable {
  const tree = new AnnotationsTree(host);
  const view = vscode.window.createTreeView<AnnotationRow>(annotationsViewId, {
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

class AnnotationsTree implements vscode.TreeDataProvider<AnnotationRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #host: Host;
  #shown: vscode.TextDocument | undefined;
  #byId: ReturnType<typeof annotationsById> = new Map();
  #byEnd: ReadonlyMap<string, readonly SeenRelation[]> = new Map();

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

  async getChildren(row?: AnnotationRow): Promise<AnnotationRow[]> {
    if (row) return this.#relationRows(row);
    const { document } = this;
    if (!document) return [];
    await this.#host.annotations.loadQuietly(document);
    const all = this.#host.annotations.current(document);
    this.#byId = annotationsById(all);
    this.#byEnd = relationsByEnd(all);
    const underEnds = new Set([...this.#byEnd.values()].flat().map(({ relation }) => relation));
    const placeOf = ({ ranges }: AnnotationRow) => ranges[0]?.start ?? -1;
    return all.filter((found) => !underEnds.has(found)).sort((a, b) => placeOf(a) - placeOf(b));
  }

  #relationRows({ annotation: { id }, seen }: AnnotationRow): AnnotationRow[] {
    if (seen) return [];
    return (this.#byEnd.get(id) ?? []).map((one) => ({ ...one.relation, seen: one, end: id }));
  }

  getTreeItem(row: AnnotationRow): vscode.TreeItem {
    const { annotation, document, seen, end } = row;
    const [target] = seen ? (seen.other?.ranges ?? []) : row.ranges;
    const place = target && toEditorRange(sourceTextOf(document), target);
    const line = place && place.start.line + 1;
    const item = seen ? relationItem(seen, line) : annotationItem(row, this.#byId, line);
    item.id = seen ? `${end}>${annotation.id}` : annotation.id;
    if (!seen && this.#byEnd.has(annotation.id)) {
      item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
    }
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

let annotationsView: vscode.TreeView<AnnotationRow> | undefined;

/** The row that a key press in the view is about. */
export function selectedAnnotation(): AnnotationRow | undefined {
  return annotationsView?.selection[0];
}

/** The argument that a row of the view passes to a command. */
export function referenceOf({ document, annotation, end }: AnnotationRow) {
  return { uri: document.uri, id: annotation.id, ...(end === undefined ? {} : { end }) };
}

/** Whether a command was called from a row of the view. */
export function isRow(value: unknown): value is AnnotationRow {
  return typeof value === 'object' && value !== null && 'annotation' in value && 'ranges' in value;
}
