import * as vscode from 'vscode';
import type { Annotation, FieldConflict } from '../../core/annotation/annotation';
import { currentValue } from '../../core/annotation/settle-conflict';
import { wordDifference } from '../../core/text/word-difference';
import { kindPresentations } from '../annotate/annotation-kinds';
import { signatureOf, subjectOf } from '../annotate/describe-annotation';
import { HoverText } from '../hover/markdown';
import { escapeMarkdown } from '../hover/safe-markdown';
import type { ReviewRow } from './review-rows';
import { reasonText } from './review-words';

const longestPassage = 600;

/** Why a person should look, what was annotated and what stands there now, and who said what of it. */
export function reviewTooltip({ found, reason, byId, passages }: ReviewRow): vscode.MarkdownString {
  const { annotation } = found;
  const { label, icon } = kindPresentations[annotation.kind];
  const text = new HoverText().bold(reasonText(reason, found)).text(`: ${found.reason}`);
  if (annotation.kind === 'relation') text.markdown('\n\n').bold(subjectOf(annotation, byId));
  for (const [index, { quote, current, before, after }] of annotation.target.entries()) {
    text.markdown('\n\n').text(`…${before.slice(-40)}`);
    const passage = quote.slice(0, longestPassage);
    const now = (passages?.now[index] ?? current)?.slice(0, longestPassage) ?? passage;
    if (now === passage) text.bold(passage);
    else appendDifference(text, passage, now);
    text.text(`${after.slice(0, 40)}…`);
  }
  text.markdown(`\n\n$(${icon}) `).text(label);
  const said = [annotation.type, annotation.entity].filter(Boolean).join(' · ');
  if (said) text.text(` · ${said}`);
  if (annotation.note) text.line().note(annotation.note.slice(0, longestPassage));
  const signed = signatureOf(annotation);
  return (signed ? text.line().markdown('— ').text(signed) : text).toMarkdown();
}

/** What a field says now and in the other version, and which words differ. */
export function conflictTooltip(
  annotation: Annotation,
  conflict: FieldConflict,
): vscode.MarkdownString {
  const text = new HoverText().bold(vscode.l10n.t('Two versions of {0}', conflict.field));
  const [current, other] = [currentValue(annotation, conflict), conflict.value].map((value) =>
    shownValue(value).slice(0, longestPassage),
  );
  text.markdown('\n\n').text(vscode.l10n.t('Now: {0}', current!));
  text.markdown('\n\n').text(vscode.l10n.t('In the other version: {0}', other!));
  appendDifference(text.markdown('\n\n'), current!, other!);
  return text.toMarkdown();
}

/** A field's value for people: of a passage its quote, of other data its YAML-like text. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return value;
  const selectors: unknown[] = Array.isArray(value) ? value : [value];
  const quotes = selectors.map((selector) =>
    typeof selector === 'object' && selector !== null && 'quote' in selector
      ? String(selector.quote)
      : JSON.stringify(selector),
  );
  return quotes.join(', ');
}

function appendDifference(text: HoverText, before: string, after: string): void {
  for (const piece of wordDifference(before, after)) {
    const words = escapeMarkdown(piece.text).trim();
    if (words === '') text.markdown(' ');
    else if (piece.kind === 'removed') text.markdown(` ~~${words}~~ `);
    else if (piece.kind === 'added') text.markdown(` **${words}** `);
    else text.text(piece.text);
  }
}
