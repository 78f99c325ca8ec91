import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../../core/annotation/anchor/anchored-annotation';
import { wordDifference } from '../../core/text/word-difference';
import { escapeMarkdown, HoverText } from '../hover/markdown';

const longestPassage = 600;

/** What was annotated, what stands there now, and why a person should look. */
export function reviewTooltip({ annotation, reason }: AnchoredAnnotation): vscode.MarkdownString {
  const text = new HoverText().bold(vscode.l10n.t('Needs review')).line().text(reason);
  for (const { quote, current, before, after } of annotation.target) {
    text.markdown('\n\n').text(`…${before.slice(-40)}`);
    const passage = quote.slice(0, longestPassage);
    const now = current?.slice(0, longestPassage) ?? passage;
    for (const piece of wordDifference(passage, now)) {
      const words = escapeMarkdown(piece.text).trim();
      if (words === '') text.markdown(' ');
      else if (piece.kind === 'removed') text.markdown(` ~~${words}~~ `);
      else if (piece.kind === 'added') text.markdown(` **${words}** `);
      else text.text(piece.text);
    }
    text.text(`${after.slice(0, 40)}…`);
  }
  if (annotation.note) text.markdown('\n\n').text(annotation.note.slice(0, longestPassage));
  return text.toMarkdown();
}
