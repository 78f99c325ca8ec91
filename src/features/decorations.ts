import * as vscode from 'vscode';
import type { AnnotationKind } from '../core/annotation/annotation';
import type { AnchoredDocumentAnnotation } from '../host/annotation-store';
import { Debounce } from '../host/debounce';
import type { Host } from '../host/host';
import { sourceTextOf, toEditorRange } from '../host/text-conversion';

const pauseMilliseconds = 100;

/** A look of annotated text. Each has a line or border of its own: colour is never the only sign. */
type Look = Exclude<AnnotationKind, 'relation' | 'document'> | 'suggested' | 'edited';

const looks: Record<Look, vscode.DecorationRenderOptions> = {
  entity: underline('entity', 'dotted'),
  note: underline('note', 'solid'),
  highlight: { backgroundColor: color('highlightBackground'), ...ruler('highlight') },
  question: underline('question', 'dashed'),
  correction: underline('correction', 'double'),
  suggested: { border: '1px dashed', borderColor: color('suggestedBorder') },
  edited: { border: '1px solid', borderColor: color('reviewBorder') },
};

function color(name: string): vscode.ThemeColor {
  return new vscode.ThemeColor(`archiveAnnotator.${name}`);
}

function ruler(kind: string): vscode.DecorationRenderOptions {
  return {
    overviewRulerColor: color(`${kind}OverviewRuler`),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  };
}

function underline(kind: string, style: string): vscode.DecorationRenderOptions {
  return {
    backgroundColor: color(`${kind}Background`),
    borderStyle: style,
    borderWidth: style === 'double' ? '0 0 3px 0' : '0 0 2px 0',
    borderColor: color(`${kind}Border`),
    ...ruler(kind),
  };
}

function lookOf({ annotation, state }: AnchoredDocumentAnnotation): Look | undefined {
  if (annotation.status === 'rejected') return undefined;
  if (annotation.status === 'suggested') return 'suggested';
  if (state === 'edited') return 'edited';
  const { kind } = annotation;
  return kind === 'relation' || kind === 'document' ? undefined : kind;
}

/** Shows annotations on the text of every visible editor. */
export function registerDecorations(host: Host): vscode.Disposable {
  const types = new Map<Look, vscode.TextEditorDecorationType>();
  for (const [look, options] of Object.entries(looks) as [Look, vscode.DecorationRenderOptions][]) {
    const type = { rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed, ...options };
    types.set(look, vscode.window.createTextEditorDecorationType(type));
  }

  const draw = (editor: vscode.TextEditor) => {
    const { document } = editor;
    const annotations = host.annotations.current(document);
    const source = annotations.length > 0 ? sourceTextOf(document) : undefined;
    const ranges = new Map<Look, vscode.Range[]>();
    for (const annotation of annotations) {
      const look = lookOf(annotation);
      if (!look || !source) continue;
      const all = ranges.get(look) ?? [];
      all.push(...annotation.ranges.map((range) => toEditorRange(source, range)));
      ranges.set(look, all);
    }
    for (const [look, type] of types) editor.setDecorations(type, ranges.get(look) ?? []);
  };

  /** Loads what the editors need, then draws; a document without a sidecar costs one look-up. */
  const show = async (editors: readonly vscode.TextEditor[]) => {
    for (const editor of editors) {
      await host.annotations.loadQuietly(editor.document);
      if (vscode.window.visibleTextEditors.includes(editor)) draw(editor);
    }
  };
  void show(vscode.window.visibleTextEditors);

  // While somebody types the editor moves the decorations itself; they are set right in the pauses.
  const redraw = new Debounce<vscode.TextDocument>(pauseMilliseconds, (document) => {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) draw(editor);
    }
  });
  return vscode.Disposable.from(
    ...types.values(),
    redraw,
    vscode.window.onDidChangeVisibleTextEditors(show),
    host.annotations.onDidChange((document) => redraw.schedule(document)),
  );
}
