import * as vscode from 'vscode';
import { groupMentions, groupThings, matchesFilter } from '../../../core/entity/group-mentions';
import { documentInFront } from '../../../host/document-in-front';
import type { Host } from '../../../host/host';
import { fileNameOf, messageLanguage, messagesOf } from '../../../host/messages';
import { nameCard } from '../../hover/name-card';
import { entityIdCard } from '../entity-id-card';
import { messageRangeAt } from '../message-at-cursor';
import {
  placeRows,
  treeItem,
  type EntityRow,
  type GroupRow,
  type PlaceRow,
  type Row,
} from './entity-rows';

export type EntitiesScope = 'message' | 'workspace';

/** Why the view is empty, for what it says then. Until that is known it says nothing. */
type Emptiness = 'noMessage' | 'noNames' | 'noMentions';
const emptinessKey = 'archiveAnnotator.entitiesEmpty';

/** What the message in front, or the whole workspace, mentions: by type, the most mentioned first. */
export class EntitiesTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  scope: EntitiesScope = 'message';
  filter = '';
  #shown: vscode.TextDocument | undefined;
  #emptiness: Emptiness | undefined;

  constructor(private readonly host: Host) {}

  refresh(): void {
    this.#changed.fire();
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return treeItem(row);
  }

  /** The card of a name is made when the pointer rests on its row. */
  async resolveTreeItem(item: vscode.TreeItem, row: Row): Promise<vscode.TreeItem> {
    if (row.type === 'entity' && !item.tooltip) item.tooltip = await this.#card(row);
    return item;
  }

  async #card({ id, here }: EntityRow): Promise<vscode.MarkdownString | undefined> {
    const mention = here?.mentions[0];
    if (here && mention) {
      const document = await vscode.workspace.openTextDocument(here.uri);
      const mentions = await this.host.entities.mentionsWithin(document, mention);
      return nameCard(this.host, document, mention, { mentions, isWhole: true }).toMarkdown();
    }
    const entity = id === undefined ? undefined : (await this.host.entities.registry()).get(id);
    return entity && entityIdCard(this.host, entity);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row?.type === 'entity-group') return [...row.rows];
    if (row?.type === 'entity') return row.here ? placeRows(row) : this.#fileRows(row);
    if (row) return [];
    return this.scope === 'message' ? this.#ofDocument() : this.#ofWorkspace();
  }

  /** The document in front; while a comment is written, the one that it is about. */
  get document(): vscode.TextDocument | undefined {
    return (this.#shown = documentInFront(this.#shown));
  }

  async #ofDocument(): Promise<GroupRow[]> {
    const { document } = this;
    if (document?.languageId !== messageLanguage) {
      this.#sayEmpty('noMessage');
      return [];
    }
    this.#sayEmpty(undefined);
    const rows = await this.#inMessage(document);
    if (rows.length === 0 && this.filter === '') this.#sayEmpty('noNames');
    return rows;
  }

  async #ofWorkspace(): Promise<GroupRow[]> {
    this.#sayEmpty(undefined);
    const rows = await this.#inWorkspace();
    if (rows.length === 0 && this.filter === '') this.#sayEmpty('noMentions');
    return rows;
  }

  #sayEmpty(emptiness: Emptiness | undefined): void {
    if (emptiness === this.#emptiness) return;
    this.#emptiness = emptiness;
    void vscode.commands.executeCommand('setContext', emptinessKey, emptiness);
  }

  async #inMessage(document: vscode.TextDocument): Promise<GroupRow[]> {
    await this.host.annotations.loadQuietly(document);
    const mentions = await this.host.entities.mentionsWithin(document, messageRangeAt(document));
    const { source } = messagesOf(document);
    const { uri } = document;
    return groupMentions(mentions).flatMap(({ kind, things }) => {
      const rows = things
        .filter((thing) => matchesFilter(thing, this.filter))
        .map(({ id, name, type, source: from, mentions: of }): EntityRow => ({
          type: 'entity',
          ...(id === undefined ? {} : { id }),
          name,
          entityType: type,
          source: from,
          count: of.length,
          here: { uri, source, mentions: of },
        }));
      return rows.length > 0 ? [{ type: 'entity-group' as const, kind, rows }] : [];
    });
  }

  async #inWorkspace(): Promise<GroupRow[]> {
    await this.host.mentionIndex.build();
    const registry = await this.host.entities.registry();
    const things = [...this.host.mentionIndex.all()].flatMap(([id, count]) => {
      const entity = registry.get(id);
      if (!entity || !matchesFilter(entity, this.filter)) return [];
      const { name, type } = entity;
      return [{ id, name, type, source: registry.source(id) ?? 'gazetteer', count }];
    });
    return groupThings(things, ({ count }) => count.mentions).map(({ kind, things: members }) => ({
      type: 'entity-group',
      kind,
      rows: members.map(({ id, name, type, source, count }) => ({
        type: 'entity',
        id,
        name,
        entityType: type,
        source,
        count: count.mentions,
        messages: count.messages,
      })),
    }));
  }

  #fileRows({ id }: EntityRow): PlaceRow[] {
    if (id === undefined) return [];
    return this.host.mentionIndex.countsByFile(id).map(({ uri, count }) => ({
      type: 'entity-place',
      uri,
      label: fileNameOf(uri),
      description: String(count.mentions),
    }));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
