import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { AnchoredAnnotation } from '../../core/annotation/anchor/anchored-annotation';
import { plainNote } from '../../core/annotation/plain-note';
import type { ReviewReason } from '../../core/annotation/review';
import { shorten } from '../../core/text/shorten';
import { wordDifference } from '../../core/text/word-difference';

const longestDifference = 40;
const longestNote = 60;

/** Why an annotation waits for a person, in a few words: the first thing that its row says. */
export function reasonText(reason: ReviewReason, { candidates = [] }: AnchoredAnnotation): string {
  const texts: Record<ReviewReason, string> = {
    conflict: vscode.l10n.t('two versions'),
    suggested: vscode.l10n.t('suggested'),
    edited: vscode.l10n.t('text edited'),
    ambiguous:
      candidates.length > 0
        ? vscode.l10n.t('{0} possible places', candidates.length)
        : vscode.l10n.t('place not certain'),
    orphaned: vscode.l10n.t('passage gone'),
  };
  return texts[reason];
}

/** What else a row has room for: what was edited, which fields have two versions, what the annotation says. */
export function detailText(reason: ReviewReason, { annotation }: AnchoredAnnotation): string {
  const said = [
    annotation.kind === 'relation' ? undefined : annotation.type,
    annotation.entity,
    shorten(plainNote(annotation.note ?? ''), longestNote),
  ].filter(Boolean);
  const first = {
    conflict: (annotation.conflicts ?? []).map(({ field }) => field).join(', '),
    suggested: annotation.confidence === undefined ? '' : percent(annotation.confidence),
    edited: differenceText(annotation),
    ambiguous: '',
    orphaned: '',
  }[reason];
  return [first, ...said].filter(Boolean).join(' · ');
}

/** A score from 0 to 1 for people. */
export function percent(score: number): string {
  return vscode.l10n.t('{0} %', Math.round(score * 100));
}

/** The first words that were exchanged: “fourteen → fifteen”. */
function differenceText({ target }: Annotation): string {
  for (const { quote, current } of target) {
    if (current === undefined) continue;
    const pieces = wordDifference(quote, current).filter(({ text }) => text.trim() !== '');
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
