import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { AnchoredAnnotation } from '../../core/annotation/anchor/anchored-annotation';
import { plainNote } from '../../core/annotation/plain-note';
import type { ReviewReason } from '../../core/annotation/review';
import { shorten } from '../../core/text/shorten';
import { wordDifference } from '../../core/text/word-difference';
import type { ReviewRow } from './review-rows';

const longestDifference = 40;
const longestNote = 60;

/** Why an annotation waits for a person, in a few words: the first thing that its row says. */
export function reasonText(reason: ReviewReason, { candidates = [] }: AnchoredAnnotation): string {
  const texts: Record<ReviewReason, string> = {
    conflict: vscode.l10n.t('Two versions'),
    suggested: vscode.l10n.t('Suggested'),
    edited: vscode.l10n.t('Text edited'),
    ambiguous:
      candidates.length > 1
        ? vscode.l10n.t('{0} possible places', candidates.length)
        : vscode.l10n.t('Place uncertain'),
    orphaned: vscode.l10n.t('Passage gone'),
  };
  return texts[reason];
}

/** What is to be decided: what was edited, which fields have two versions, how sure a suggestion is. */
export function changeText({ reason, found: { annotation }, passages }: ReviewRow): string {
  if (reason === 'conflict') {
    return (annotation.conflicts ?? []).map(({ field }) => field).join(', ');
  }
  if (reason === 'edited') return differenceText(annotation, passages?.now);
  const { confidence } = annotation;
  return reason === 'suggested' && confidence !== undefined ? percent(confidence) : '';
}

/** What an annotation says, on one line. */
export function saidText({ type, entity, note = '' }: Annotation): string {
  return [type, entity, shorten(plainNote(note), longestNote)].filter(Boolean).join(' · ');
}

/** A score from 0 to 1 for people. */
export function percent(score: number): string {
  return vscode.l10n.t('{0} %', Math.round(score * 100));
}

/** The first words that were exchanged: “fourteen → fifteen”. */
function differenceText({ target }: Annotation, now: readonly string[] = []): string {
  for (const [index, { quote, current }] of target.entries()) {
    const present = now[index] ?? current;
    if (present === undefined) continue;
    const pieces = wordDifference(quote, present).filter(({ text }) => text.trim() !== '');
    const at = pieces.findIndex(({ kind }) => kind !== 'same');
    if (at < 0) continue;
    const [one, other] = [pieces[at]!, pieces[at + 1]];
    const removed = one.kind === 'removed' ? one.text : '';
    const added = one.kind === 'added' ? one.text : other?.kind === 'added' ? other.text : '';
    return exchanged(shorten(removed, longestDifference), shorten(added, longestDifference));
  }
  return '';
}

function exchanged(removed: string, added: string): string {
  if (!removed) return vscode.l10n.t('“{0}” added', added);
  return added ? `${removed} → ${added}` : vscode.l10n.t('“{0}” removed', removed);
}
