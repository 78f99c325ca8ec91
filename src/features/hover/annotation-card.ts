import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { conversation, opinions } from '../../core/annotation/opinions';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import type { Host } from '../../host/host';
import { kindPresentations } from '../annotate/annotation-kinds';
import { oneLine } from '../annotate/describe-annotation';
import type { PlacedCard } from './cards-at';
import { HoverText } from './markdown';

const longestNote = 600;
const shownReplies = 3;

/** The cards of the loaded annotations that hold an offset (UTF-16, canonical text). */
export function annotationCards(
  host: Host,
  document: vscode.TextDocument,
  offset: number,
): PlacedCard[] {
  return host.annotations.at(document, offset).map((found) => ({
    range: found.ranges.find(({ start, end }) => start <= offset && offset <= end)!,
    text: annotationCard(document.uri, found),
  }));
}

/** The card of one annotation: kind, note, author, date, replies, state, actions. */
function annotationCard(
  uri: vscode.Uri,
  { annotation, state, reason }: AnchoredDocumentAnnotation,
): HoverText {
  const { label, icon } = kindPresentations[annotation.kind];
  const card = new HoverText().markdown(`$(${icon}) `).bold(label);
  if (annotation.type) card.text(` · ${annotation.type}`);
  if (annotation.entity) card.text(' · ').text(annotation.entity);
  if (annotation.status) card.text(` · ${annotation.status}`);
  for (const tag of annotation.tags ?? []) card.text(` #${tag}`);
  if (annotation.note) {
    for (const line of cut(annotation.note).split('\n')) card.line().text(line);
  }
  const signature = [annotation.by, dayOf(annotation)].filter(Boolean).join(', ');
  if (signature) card.line().markdown('— ').text(signature);
  for (const reply of conversation(annotation).slice(-shownReplies)) {
    card
      .line()
      .markdown('$(reply) ')
      .bold(reply.by)
      .text(`: ${oneLine(reply.note, 160)}`);
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
      { label: vscode.l10n.t('History'), icon: 'history', command: 'showHistory' },
      { label: vscode.l10n.t('Delete'), icon: 'close', command: 'remove' },
    ].map((action) => ({ ...action, argument: reference })),
  );
}

function cut(note: string): string {
  return note.length <= longestNote ? note.trim() : `${note.slice(0, longestNote).trimEnd()}…`;
}

function dayOf({ created, modified }: Annotation): string {
  return (modified ?? created ?? '').slice(0, 10);
}
