import * as vscode from 'vscode';
import { entityCard } from '../../core/entity/card';
import type { Mention } from '../../core/entity/entity';
import { mentionContext } from '../../core/entity/mention-context';
import { isSameThing, nameOf } from '../../core/entity/same-mentions';
import type { Host } from '../../host/host';
import { fileNameOf, messageLanguage } from '../../host/messages';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { mentionAt } from '../entities/entity-at';
import { cardText } from './card-text';
import { cardsAt } from './cards-at';

/** What a card is read of: a place of a document, or an entity or a name that stands in it. */
export interface CardReference {
  readonly uri?: string;
  readonly line?: number;
  readonly character?: number;
  readonly id?: string;
  readonly name?: string;
}

/** A line of a card that leads to a place. */
export interface CardPlace {
  /** From 0. */
  readonly line: number;
  readonly uri: vscode.Uri;
  readonly range?: vscode.Range;
}

/** The facts of a hover as lines of text, for those who read with a screen reader or a keyboard. */
export interface CardDocument {
  readonly text: string;
  readonly places: readonly CardPlace[];
}

/**
 * Writes the cards at a place, or of an entity, and lists where the name stands; undefined where nothing
 * is known.
 */
export async function cardDocument(
  host: Host,
  reference: CardReference,
): Promise<CardDocument | undefined> {
  const { uri, id } = reference;
  const document = uri
    ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))
    : undefined;
  const writer = new CardWriter();
  const position = document && (await positionIn(host, document, reference));
  if (document && position) {
    for (const { text } of await cardsAt(host, document, position)) {
      writer.section(text.toPlainText());
    }
    const offset = sourceTextOf(document).offsetAt(position);
    const isMessage = document.languageId === messageLanguage;
    const mention = isMessage ? await mentionAt(host, document, offset) : undefined;
    if (mention) {
      await listHere(host, writer, mention, document);
      await listElsewhere(host, writer, mention, document);
    }
  } else if (id) {
    const mention = await mentionOf(host, id);
    const locale = vscode.env.language;
    writer.section(cardText(entityCard({ mention, locale })).toPlainText());
    await listElsewhere(host, writer, mention);
  }
  return writer.isEmpty ? undefined : writer.result();
}

/** Where the card's name stands: the place itself, else the first mention of the entity or name. */
async function positionIn(
  host: Host,
  document: vscode.TextDocument,
  { line, character, id, name }: CardReference,
): Promise<vscode.Position | undefined> {
  if (line !== undefined && character !== undefined) return new vscode.Position(line, character);
  if (document.languageId !== messageLanguage) return undefined;
  const mentions = await host.entities.mentions(document);
  const found = mentions.find((mention) =>
    id ? mention.entities[0]?.id === id : nameOf(mention) === name,
  );
  return found && toEditorRange(sourceTextOf(document), found).start;
}

/** An entity as if it were mentioned. */
async function mentionOf(host: Host, id: string): Promise<Mention> {
  const registry = await host.entities.registry();
  const entity = registry.get(id);
  if (!entity) throw new Error(vscode.l10n.t('There is no entity “{0}”.', id));
  const { name, type } = entity;
  const source = registry.source(id) ?? 'gazetteer';
  return { start: 0, end: 0, text: name, type, source, entities: [entity] };
}

/** The mentions of the document, each with the words around it. */
async function listHere(
  host: Host,
  writer: CardWriter,
  mention: Mention,
  document: vscode.TextDocument,
): Promise<void> {
  const source = sourceTextOf(document);
  const mentions = await host.entities.mentions(document);
  writer.section(vscode.l10n.t('Mentions in {0}', fileNameOf(document.uri)));
  for (const other of mentions) {
    if (!isSameThing(mention, other)) continue;
    const range = toEditorRange(source, other);
    const where = vscode.l10n.t('line {0}', range.start.line + 1);
    writer.place(`${where}: ${mentionContext(source, other).text}`, document.uri, range);
  }
}

/** The other files of the workspace that mention an entity, and how often. */
async function listElsewhere(
  host: Host,
  writer: CardWriter,
  { entities: [entity] }: Mention,
  document?: vscode.TextDocument,
): Promise<void> {
  if (!entity) return;
  await host.mentionIndex.build();
  const here = document?.uri.toString();
  const others = host.mentionIndex
    .countsByFile(entity.id)
    .filter(({ uri }) => uri.toString() !== here);
  if (others.length > 0) writer.section(vscode.l10n.t('Mentions in other files'));
  for (const { uri, count } of others) {
    const path = vscode.workspace.asRelativePath(uri);
    writer.place(vscode.l10n.t('{0}: {1} mentions', path, count.mentions), uri);
  }
}

class CardWriter {
  readonly #lines: string[] = [];
  readonly #places: CardPlace[] = [];

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  section(text: string): void {
    if (!this.isEmpty) this.#lines.push('');
    this.#lines.push(...text.split('\n'));
  }

  place(text: string, uri: vscode.Uri, range?: vscode.Range): void {
    this.#places.push({ line: this.#lines.length, uri, ...(range ? { range } : {}) });
    this.#lines.push(`- ${text}`);
  }

  result(): CardDocument {
    return { text: `${this.#lines.join('\n')}\n`, places: this.#places };
  }
}
