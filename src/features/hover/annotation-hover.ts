import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { conversation, opinions } from '../../core/annotation/opinions';
import type { AnchoredDocumentAnnotation } from '../../host/annotation-store';
import type { Host } from '../../host/host';
import { settings } from '../../host/settings';
import { sourceTextOf, toEditorRange } from '../../host/text-conversion';
import { kindPresentations } from '../annotate/annotation-kinds';
import { oneLine } from '../annotate/describe-annotation';
import { HoverText } from './markdown';

const longestNote = 600;
const shownReplies = 3;

/** Shows what was said about the passage under the pointer, innermost annotation first. */
export function registerAnnotationHover(host: Host): vscode.Disposable {
  return vscode.languages.registerHoverProvider([{ language: '*' }], {
    async provideHover(document, position, token) {
      if (!settings.hoverEnabled(document.uri)) return undefined;
      await host.annotations.loadQuietly(document);
      if (token.isCancellationRequested) return undefined;
      const source = sourceTextOf(document);
      const offset = source.offsetAt(position);
      const here = host.annotations.at(document, offset);
      const [innermost] = here;
      if (!innermost) return undefined;
      const range = innermost.ranges.find(({ start, end }) => start <= offset && offset <= end);
      return new vscode.Hover(
        here.map((found) => annotationCard(document.uri, found)),
        range && toEditorRange(source, range),
      );
    },
  });
}

/** The card of one annotation: kind, note, author, date, replies, state, actions. */
function annotationCard(
  uri: vscode.Uri,
  { annotation, state, reason }: AnchoredDocumentAnnotation,
): vscode.MarkdownString {
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
  card.line();
  card.command(vscode.l10n.t('Edit'), 'archiveAnnotator.edit', reference).text(' · ');
  card.command(vscode.l10n.t('Reply'), 'archiveAnnotator.reply', reference).text(' · ');
  card.command(vscode.l10n.t('Agree'), 'archiveAnnotator.agree', reference).text(' · ');
  card.command(vscode.l10n.t('History'), 'archiveAnnotator.showHistory', reference).text(' · ');
  card.command(vscode.l10n.t('Delete'), 'archiveAnnotator.remove', reference);
  return card.toMarkdown();
}

function cut(note: string): string {
  return note.length <= longestNote ? note.trim() : `${note.slice(0, longestNote).trimEnd()}…`;
}

function dayOf({ created, modified }: Annotation): string {
  return (modified ?? created ?? '').slice(0, 10);
}
