import type * as vscode from 'vscode';
import type { Annotation } from '../core/annotation/annotation';
import type { SidecarChange } from '../core/annotation/edit-sidecar';
import type { SidecarWriting, StoredSidecar } from './sidecar-store';

/** What somebody's change of a document's annotations made of its sidecars. */
export interface AnnotationWriting {
  readonly uri: vscode.Uri;
  readonly sidecars: readonly SidecarWriting[];
}

/** A change of annotations by somebody who looked at them: at `base`, where there was one. */
export type AnnotationChange =
  | Extract<SidecarChange, { add: Annotation }>
  | Required<Extract<SidecarChange, { replace: Annotation } | { remove: string }>>;

/** Where each change belongs: to the file that has the annotation, new ones to the annotator's own. */
export function changesByFile(
  changes: readonly AnnotationChange[],
  files: readonly StoredSidecar[],
  own: vscode.Uri,
): Iterable<readonly [vscode.Uri, readonly AnnotationChange[]]> {
  const parts = new Map([[own.toString(), [own, []] as [vscode.Uri, AnnotationChange[]]]]);
  for (const change of changes) {
    const id = 'remove' in change ? change.remove : 'replace' in change ? change.replace.id : '';
    const holder = files.find(({ sidecar }) =>
      sidecar.records.some(({ annotation }) => annotation?.id === id),
    );
    const uri = holder?.uri ?? own;
    const part = parts.get(uri.toString()) ?? [uri, []];
    part[1].push(change);
    parts.set(uri.toString(), part);
  }
  return parts.values();
}
