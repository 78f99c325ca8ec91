import type * as vscode from 'vscode';
import type {
  AnchorCandidate,
  AnchoredAnnotation,
} from '../../core/annotation/anchor/anchored-annotation';
import type { Annotation, FieldConflict } from '../../core/annotation/annotation';
import { reviewReason, type ReviewReason } from '../../core/annotation/review';
import type { PassageInText, ReviewPassages } from '../../core/annotation/review-passages';
import type { Host } from '../../host/host';
import { annotationsById } from '../annotate/describe-annotation';

export interface SourceRow {
  readonly type: 'source';
  readonly uri: vscode.Uri;
  readonly rows: readonly ReviewRow[];
}

/** An annotation that waits for a person. */
export interface ReviewRow {
  readonly type: 'annotation';
  readonly uri: vscode.Uri;
  readonly found: AnchoredAnnotation;
  readonly reason: ReviewReason;
  /** Every annotation of the source, by its id: the ends of relations are among them. */
  readonly byId: ReadonlyMap<string, Annotation>;
  /** What the source says at its places; absent when they are in a decoded text. */
  readonly passages?: ReviewPassages;
}

/** A place to which an ambiguous annotation may belong. */
export interface CandidateRow {
  readonly type: 'candidate';
  readonly uri: vscode.Uri;
  readonly found: AnchoredAnnotation;
  readonly candidate: AnchorCandidate;
  readonly passage?: PassageInText;
  readonly number: number;
}

/** A field for which a merge has found two values. */
export interface ConflictRow {
  readonly type: 'conflict';
  readonly uri: vscode.Uri;
  readonly found: AnchoredAnnotation;
  readonly conflict: FieldConflict;
  readonly number: number;
}

export type DecidedRow = ReviewRow | CandidateRow | ConflictRow;
export type Row = SourceRow | DecidedRow;

/** The argument that a row of the view passes to a command. */
export interface ReviewReference {
  readonly uri: vscode.Uri;
  readonly id: string;
  /** Which of the candidates, from 0. */
  readonly candidate?: number;
  /** Which of the fields with two values, from 0. */
  readonly conflict?: number;
}

export function referenceOfReviewRow(row: DecidedRow): ReviewReference {
  const reference = { uri: row.uri, id: row.found.annotation.id };
  return row.type === 'annotation' ? reference : { ...reference, [row.type]: row.number - 1 };
}

export function isReviewRow(value: unknown): value is DecidedRow {
  return typeof value === 'object' && value !== null && 'found' in value && 'type' in value;
}

export function sourceRows(host: Host): SourceRow[] {
  return host.archive.sources.flatMap(({ uri, annotations, passages: texts }) => {
    const waiting = annotations.flatMap((found) => {
      const reason = reviewReason(found);
      return reason ? [{ found, reason }] : [];
    });
    if (waiting.length === 0) return [];
    const byId = annotationsById(annotations);
    const rows = waiting.map(({ found, reason }): ReviewRow => {
      const passages = texts.get(found.annotation.id);
      const row = { type: 'annotation' as const, uri, found, reason, byId };
      return passages ? { ...row, passages } : row;
    });
    return [{ type: 'source' as const, uri, rows }];
  });
}

/** What there is to choose from. */
export function choicesOf({ uri, found, reason, passages }: ReviewRow): DecidedRow[] {
  if (reason === 'conflict') {
    return (found.annotation.conflicts ?? []).map((conflict, index) => ({
      type: 'conflict',
      uri,
      found,
      conflict,
      number: index + 1,
    }));
  }
  return (found.candidates ?? []).map((candidate, index) => {
    const row = { type: 'candidate' as const, uri, found, candidate, number: index + 1 };
    const passage = passages?.candidates[index];
    return passage ? { ...row, passage } : row;
  });
}
