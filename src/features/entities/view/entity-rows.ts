import * as vscode from 'vscode';
import type { EntityType, Mention } from '../../../core/entity/entity';
import { mentionContext } from '../../../core/entity/mention-context';
import type { SourceText } from '../../../core/text/source-text';
import { shorten } from '../../../core/text/shorten';
import { fileNameOf } from '../../../host/messages';
import { toEditorRange } from '../../../host/text-conversion';
import { entityIcons } from '../../entity-icons';
import type { EntityReference } from '../find-entity';
import { mentionCount } from '../mention-count';

export interface GroupRow {
  readonly type: 'entity-group';
  readonly kind: EntityType | 'recognised';
  readonly rows: readonly EntityRow[];
}

/** An entity, or a recognised name, with what is known of where it stands. */
export interface EntityRow {
  readonly type: 'entity';
  readonly id?: string;
  readonly name: string;
  readonly entityType: EntityType | 'unknown';
  readonly source: Mention['source'];
  /** How often it is mentioned in the scope of the view. */
  readonly count: number;
  /** In how many messages, in the scope of the workspace. */
  readonly messages?: number;
  /** In the scope of a message: its document, text and mentions. */
  readonly here?: {
    readonly uri: vscode.Uri;
    readonly source: SourceText;
    readonly mentions: readonly Mention[];
  };
}

export interface PlaceRow {
  readonly type: 'entity-place';
  readonly uri: vscode.Uri;
  /** Absent for a whole file. */
  readonly range?: vscode.Range;
  readonly label: string;
  /** The stretch of `label` that is the name. */
  readonly highlight?: readonly [start: number, end: number];
  readonly description: string;
}

export type Row = GroupRow | EntityRow | PlaceRow;

/** One row for each mention, with the words around it. */
export function placeRows({ here }: EntityRow): PlaceRow[] {
  if (!here) return [];
  const { uri, source, mentions } = here;
  return mentions.map((mention): PlaceRow => {
    const { text, name } = mentionContext(source, mention);
    const range = toEditorRange(source, mention);
    return {
      type: 'entity-place',
      uri,
      range,
      label: text,
      highlight: [name.start, name.end],
      description: vscode.l10n.t('line {0}', range.start.line + 1),
    };
  });
}

/** How a row is shown. */
export function treeItem(row: Row): vscode.TreeItem {
  if (row.type === 'entity-group') return groupItem(row);
  if (row.type === 'entity') return entityItem(row);
  const { uri, range, label, highlight, description } = row;
  const shown = highlight ? { label, highlights: [[...highlight] as [number, number]] } : label;
  const item = new vscode.TreeItem(shown);
  item.description = description;
  item.tooltip = `${fileNameOf(uri)}\n${label}`;
  item.accessibilityInformation = { label: `${label}, ${description}` };
  if (!range) item.resourceUri = uri;
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to Mention'),
    arguments: [uri, range ? { selection: range } : {}],
  };
  return item;
}

function groupItem({ kind, rows }: GroupRow): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(kind), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `group ${kind}`;
  item.description = String(rows.length);
  item.iconPath = new vscode.ThemeIcon(kind === 'recognised' ? 'lightbulb' : entityIcons[kind]);
  if (kind === 'recognised') {
    item.tooltip = vscode.l10n.t('Names that are in no entity file: they were recognised.');
  }
  return item;
}

function entityItem(row: EntityRow): vscode.TreeItem {
  const { id, name, entityType, source, count, messages } = row;
  const item = new vscode.TreeItem(shorten(name, 80), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `entity ${id ?? ''} ${entityType} ${name}`;
  item.description = messages === undefined ? String(count) : countText(count, messages);
  item.iconPath = new vscode.ThemeIcon(entityIcons[entityType]);
  item.accessibilityInformation = { label: `${name}, ${entityType}, ${mentionCount(count)}` };
  item.contextValue = `entity.${source}${row.here ? '.here' : ''}`;
  return item;
}

function countText(count: number, messages: number): string {
  return messages === 1
    ? vscode.l10n.t('{0} in 1 message', count)
    : vscode.l10n.t('{0} in {1} messages', count, messages);
}

function groupLabel(kind: GroupRow['kind']): string {
  const labels: Record<GroupRow['kind'], string> = {
    person: vscode.l10n.t('Persons'),
    organization: vscode.l10n.t('Organizations'),
    place: vscode.l10n.t('Places'),
    event: vscode.l10n.t('Events'),
    work: vscode.l10n.t('Works'),
    law: vscode.l10n.t('Laws'),
    product: vscode.l10n.t('Products'),
    other: vscode.l10n.t('Others'),
    recognised: vscode.l10n.t('Recognised Names'),
  };
  return labels[kind];
}

/** Whether a command was called from a row of the view that stands for an entity or a name. */
export function isEntityRow(value: unknown): value is EntityRow {
  return (
    (value as Partial<EntityRow> | null | undefined)?.type === 'entity' &&
    'count' in (value as object)
  );
}

/** The argument that a row of the view passes to a command. */
export function referenceOfEntityRow({ id, name, entityType, here }: EntityRow): EntityReference {
  const names = new Set(here?.mentions.map(({ text }) => text.replaceAll(/\s+/g, ' ')) ?? []);
  return {
    ...(here ? { uri: here.uri } : {}),
    name,
    ...(id === undefined ? {} : { id }),
    ...(entityType === 'unknown' ? {} : { type: entityType }),
    ...(names.size > 0 ? { names: [...names] } : {}),
  };
}
