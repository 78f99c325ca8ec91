import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { Vocabulary } from '../../core/annotation/vocabulary';
import { rangeLayers } from '../../core/text/range-layers';
import type { TextRange } from '../../core/text/text-range';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import { Debounce } from '../../host/debounce';
import type { Host } from '../../host/host';
import { nextTurn } from '../../host/next-turn';
import { onDidChangeSettings, settings } from '../../host/settings';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { appearanceOf, authorColors, vocabularyColorOf, type Appearance } from './appearance';
import { DecorationTypes, hasLine } from './decoration-types';
import { hiddenAuthors, onDidChangeHiddenAuthors } from './hidden-authors';

const pauseMilliseconds = 100;

/** Shows annotations on the text of every visible editor, and in its gutter and overview ruler. */
export function registerDecorations(host: Host): vscode.Disposable {
  const types = new DecorationTypes(host.context.extensionUri);

  const draw = (editor: vscode.TextEditor, vocabulary: Vocabulary | undefined) => {
    const { document } = editor;
    const hidden = hiddenAuthors(host);
    const annotations = host.annotations.current(document);
    const colorOf = colors(document, annotations, vocabulary);
    const shown = annotations.flatMap((found) => {
      if (hidden.has(found.annotation.by ?? '')) return [];
      const appearance = appearanceOf(found, colorOf);
      return appearance ? found.ranges.map((range) => ({ range, appearance })) : [];
    });
    const ranges = shown.length > 0 ? rangesByType(document, shown) : undefined;
    for (const type of types.all()) editor.setDecorations(type, ranges?.get(type) ?? []);
  };

  const rangesByType = (
    document: vscode.TextDocument,
    shown: readonly { readonly range: TextRange; readonly appearance: Appearance }[],
  ) => {
    const source = sourceTextOf(document);
    // Only lines under the text can hide each other; backgrounds add up.
    const lined = shown.filter(({ appearance }) => hasLine(appearance.look));
    const layers = rangeLayers(lined.map(({ range }) => range));
    const inner = new Set(lined.filter((_, index) => layers[index]! > 0));
    const byType = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    const add = (type: vscode.TextEditorDecorationType | undefined, range: vscode.Range) => {
      if (type) byType.set(type, [...(byType.get(type) ?? []), range]);
    };
    for (const one of shown) {
      const { range, appearance } = one;
      const place = toEditorRange(source, range);
      add(types.text(appearance, inner.has(one)), place);
      add(types.gutter(appearance.look), new vscode.Range(place.start, place.start));
    }
    return byType;
  };

  /** Loads what the editors need, then draws; a document without a sidecar costs one look-up. */
  const show = async (editors: readonly vscode.TextEditor[]) => {
    for (const editor of editors) {
      const { document } = editor;
      await host.annotations.loadQuietly(document);
      const isAnnotated = host.annotations.isAnnotated(document);
      const stored = isAnnotated ? await host.vocabularies.of(document.uri) : undefined;
      if (vscode.window.visibleTextEditors.includes(editor)) draw(editor, stored?.vocabulary);
    }
  };
  const showAll = () => show(vscode.window.visibleTextEditors);
  void nextTurn().then(showAll);

  // While somebody types the editor moves the decorations itself; they are set right in the pauses.
  const redraw = new Debounce<vscode.TextDocument>(pauseMilliseconds, (document) => {
    void show(vscode.window.visibleTextEditors.filter((editor) => editor.document === document));
  });
  return vscode.Disposable.from(
    types,
    redraw,
    vscode.window.onDidChangeVisibleTextEditors(show),
    host.annotations.onDidChange((document) => redraw.schedule(document)),
    host.vocabularies.onDidChange(showAll),
    onDidChangeHiddenAuthors(showAll),
    onDidChangeSettings((event) => {
      if (event.affectsConfiguration('archiveAnnotator.colorBy')) void showAll();
    }),
  );
}

/** What gives an annotation a colour other than its kind's. */
function colors(
  document: vscode.TextDocument,
  annotations: readonly AnchoredDocumentAnnotation[],
  vocabulary: Vocabulary | undefined,
): (annotation: Annotation) => string | undefined {
  if (settings.colorBy(document.uri) === 'author') {
    const byAuthor = authorColors(annotations);
    return ({ by }) => byAuthor.get(by ?? '');
  }
  return (annotation) => vocabularyColorOf(annotation, vocabulary);
}
