import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import {
  groupAnnotations,
  matchesFilter,
  type ArchivedAnnotation,
  type Grouping,
} from '../../core/annotation/group-annotations';
import type { Host } from '../../host/host';
import { kindPresentations } from '../annotate/annotation-kinds';
import { annotationsById } from '../annotate/describe-annotation';
import { isAnnotationKind } from '../annotate/annotation-arguments';

type Found = ArchivedAnnotation<vscode.Uri>;

/** A tag, an author, a folder … with the annotations that have it. */
export interface GroupRow {
  readonly type: 'group';
  readonly label: string;
  readonly icon: string;
  readonly annotations: readonly Found[];
  /** What was searched for; empty for all. */
  readonly filter: string;
}

/** A source within a group. */
export interface SourceRow {
  readonly type: 'source';
  readonly uri: vscode.Uri;
  readonly group: string;
  readonly annotations: readonly Found[];
  readonly filter: string;
}

/** An annotation; `uri` and `annotation` make it a row on which the annotation commands work. */
export interface ArchivedRow {
  readonly type: 'archived';
  readonly uri: vscode.Uri;
  readonly group: string;
  readonly found: Found['found'];
  readonly filter: string;
  /** Every annotation of the source, by its id: the ends of relations are among them. */
  readonly byId: ReadonlyMap<string, Annotation>;
}

export type ArchiveRow = GroupRow | SourceRow | ArchivedRow;

const groupIcons: Record<Grouping, string> = {
  folder: 'folder',
  tag: 'tag',
  type: 'symbol-enum',
  author: 'account',
  kind: 'list-tree',
  entity: 'symbol-class',
};

/** The archive's groups, with the annotations that pass the filter. */
export function groupRows(host: Host, grouping: Grouping, filter: string): GroupRow[] {
  const all = host.archive.sources.flatMap(({ uri, annotations }) =>
    annotations
      .filter(({ annotation }) => matchesFilter(annotation, filter))
      .map((found) => ({ place: uri, found })),
  );
  return groupAnnotations(all, grouping, folderOf).map(({ key, annotations }) => ({
    type: 'group',
    label: labelOf(grouping, key),
    icon:
      isAnnotationKind(key) && grouping === 'kind'
        ? kindPresentations[key].icon
        : groupIcons[grouping],
    annotations,
    filter,
  }));
}

/** The sources of a group, in the order of their paths. */
export function sourceRows({ label, annotations, filter }: GroupRow): SourceRow[] {
  const bySource = new Map<string, Found[]>();
  for (const found of annotations) {
    const key = found.place.toString();
    bySource.set(key, [...(bySource.get(key) ?? []), found]);
  }
  return [...bySource.values()].map((found) => ({
    type: 'source',
    uri: found[0]!.place,
    group: label,
    annotations: found,
    filter,
  }));
}

export function annotationRows(
  host: Host,
  { uri, group, annotations, filter }: SourceRow,
): ArchivedRow[] {
  const byId = annotationsById(host.archive.annotationsOf(uri));
  return annotations.map(({ found }) => ({ type: 'archived', uri, group, found, filter, byId }));
}

/** A folder as the Explorer shows it; the workspace's own has no path below itself, but a name. */
function folderOf(uri: vscode.Uri): string {
  const folder = vscode.Uri.joinPath(uri, '..');
  const root = vscode.workspace.getWorkspaceFolder(folder);
  return root?.uri.path === folder.path ? root.name : vscode.workspace.asRelativePath(folder);
}

function labelOf(grouping: Grouping, key: string): string {
  if (grouping === 'kind' && isAnnotationKind(key)) return kindPresentations[key].label;
  if (key !== '') return key;
  const labels: Record<Grouping, string> = {
    folder: '/',
    tag: vscode.l10n.t('No tag'),
    type: vscode.l10n.t('No type'),
    author: vscode.l10n.t('Unsigned'),
    kind: '',
    entity: vscode.l10n.t('No entity'),
  };
  return labels[grouping];
}
