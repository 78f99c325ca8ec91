import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { plainNote } from '../../core/annotation/plain-note';
import { relationsByEnd } from '../../core/annotation/relations';
import { conversation, opinions } from '../../core/annotation/opinions';
import { shorten } from '../../core/text/shorten';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import type { Host } from '../../host/host';
import { kindPresentations } from '../annotate/annotation-kinds';
import type { SeenRelation } from '../relations/find-relation';
import { relationWords } from '../relations/relation-words';
import type { PlacedCard } from './cards-at';
import { HoverText } from './markdown';

const longestNote = 600;
const shownReplies = 3;
const shownRelations = 5;

/** The cards of the loaded annotations that hold an offset (UTF-16, canonical text). */
export function annotationCards(
  host: Host,
  document: vscode.TextDocument,
  offset: number,
): PlacedCard[] {
  const here = host.annotations.at(document, offset);
  if (here.length === 0) return [];
  const byEnd = relationsByEnd(host.annotations.current(document));
  return here.map((found) => ({
    range: found.ranges.find(({ start, end }) => start <= offset && offset <= end)!,
    text: annotationCard(document.uri, found, byEnd.get(found.annotation.id) ?? []),
  }));
}

/** The card of one annotation: kind, note, author, date, relations, replies, state, actions. */
function annotationCard(
  uri: vscode.Uri,
  { annotation, state, reason }: AnchoredDocumentAnnotation,
  relations: readonly SeenRelation[],
): HoverText {
  const { label, icon } = kindPresentations[annotation.kind];
  const card = new HoverText().markdown(`$(${icon}) `).bold(label);
  if (annotation.type) card.text(` · ${annotation.type}`);
  if (annotation.entity) card.text(' · ').text(annotation.entity);
  if (annotation.status) card.text(` · ${annotation.status}`);
  for (const tag of annotation.tags ?? []) card.text(` #${tag}`);
  if (annotation.note) {
    card.line().note(cut(annotation.note));
  }
  const signature = [annotation.by, dayOf(annotation)].filter(Boolean).join(', ');
  if (signature) card.line().markdown('— ').text(signature);
  for (const seen of relations.slice(0, shownRelations)) {
    appendRelation(card.line(), uri, seen, annotation.id);
  }
  if (relations.length > shownRelations) {
    const more = relations.length - shownRelations;
    card.line().text(vscode.l10n.t('… and {0} more relations', more));
  }
  for (const reply of conversation(annotation).slice(-shownReplies)) {
    card
      .line()
      .markdown('$(reply) ')
      .bold(reply.by)
      .text(`: ${shorten(plainNote(reply.note), 160)}`);
  }
  const { agree, disagree } = opinions(annotation);
  if (agree.length > 0) card.line().markdown('$(thumbsup) ').text(agree.join(', '));
  if (disagree.length > 0) card.line().markdown('$(thumbsdown) ').text(disagree.join(', '));
  if (state !== 'exact') card.line().markdown('$(warning) ').text(`${state}: ${reason}`);
  const reference = { uri: uri.toString(), id: annotation.id };
  return card.actions(
    [
      { label: vscode.l10n.t('Edit'), icon: 'edit', command: 'edit' },
      { label: vscode.l10n.t('Reply'), icon: 'reply', command: 'reply' },
      { label: vscode.l10n.t('Agree'), icon: 'thumbsup', command: 'agree' },
      { label: vscode.l10n.t('Relate'), icon: 'references', command: 'relate' },
      { label: vscode.l10n.t('History'), icon: 'history', command: 'showHistory' },
      { label: vscode.l10n.t('Delete'), icon: 'trash', command: 'remove' },
    ].map((action) => ({ ...action, argument: reference })),
  );
}

/** Which way the relation leads, what it says, and what stands at its other end, which is one click away. */
function appendRelation(card: HoverText, uri: vscode.Uri, seen: SeenRelation, end: string): void {
  const { icon, type, other } = relationWords(seen);
  card.markdown(`$(${icon}) `).text(`${type} `);
  if (!seen.other) return void card.text(other);
  const { id } = seen.relation.annotation;
  card.command(other, 'archiveAnnotator.goToRelated', { uri: uri.toString(), id, end });
}

function cut(note: string): string {
  return note.length <= longestNote ? note.trim() : `${note.slice(0, longestNote).trimEnd()}…`;
}

function dayOf({ created, modified }: Annotation): string {
  return (modified ?? created ?? '').slice(0, 10);
}
