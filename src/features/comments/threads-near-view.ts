import * as vscode from 'vscode';
import { nearestFirst } from '../../core/text/nearest-first';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import { sourceTextOf } from '../../host/text-conversion';

/**
 * VS Code makes an editor for every thread, also for closed ones: a thousand of them stop the window for
 * many seconds (measured with 750 threads: 40 s on a busy machine, 78,000 nodes).
 */
const mostThreads = 50;
/** Of more annotations than that, so many get a thread when they come into sight: about a screen of them. */
const mostNew = 20;

/** The annotations whose threads stay where they have one, and those that get one. */
export interface NearView {
  readonly kept: ReadonlySet<AnchoredDocumentAnnotation>;
  readonly made: ReadonlySet<AnchoredDocumentAnnotation>;
}

/**
 * The annotations of a document that have threads: all, or of many those nearest to what its editors show.
 * None of many while no editor shows the document.
 */
export function threadsNearView(
  document: vscode.TextDocument,
  annotations: readonly AnchoredDocumentAnnotation[],
): NearView {
  if (annotations.length <= mostThreads) {
    const all = new Set(annotations);
    return { kept: all, made: all };
  }
  const source = sourceTextOf(document);
  const middles = vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges)
    .map(({ start, end }) => (source.offsetAt(start) + source.offsetAt(end)) / 2);
  if (middles.length === 0) return { kept: new Set(), made: new Set() };
  const nearest = nearestFirst(annotations, ({ ranges: [place] }) => place?.start, middles);
  return {
    kept: new Set(nearest.slice(0, mostThreads)),
    made: new Set(nearest.slice(0, mostNew)),
  };
}
