import * as vscode from 'vscode';
import type { AnnotationKind } from '../../core/annotation/annotation';

/** How a kind is shown wherever it is named: colour is never the only sign. */
export interface KindPresentation {
  readonly label: string;
  readonly icon: string;
  /** What the kind is for, in a few words. */
  readonly description: string;
}

export const kindPresentations: Record<AnnotationKind, KindPresentation> = {
  entity: {
    label: vscode.l10n.t('Entity'),
    icon: 'symbol-class',
    description: vscode.l10n.t('who or what is named here'),
  },
  note: {
    label: vscode.l10n.t('Note'),
    icon: 'note',
    description: vscode.l10n.t('what you have to say about it'),
  },
  highlight: {
    label: vscode.l10n.t('Highlight'),
    icon: 'paintcan',
    description: vscode.l10n.t('worth finding again'),
  },
  question: {
    label: vscode.l10n.t('Question'),
    icon: 'question',
    description: vscode.l10n.t('to be checked'),
  },
  correction: {
    label: vscode.l10n.t('Correction'),
    icon: 'edit',
    description: vscode.l10n.t('what it should read; the source stays as it is'),
  },
  relation: {
    label: vscode.l10n.t('Relation'),
    icon: 'references',
    description: vscode.l10n.t('between two annotations'),
  },
  document: {
    label: vscode.l10n.t('Note on the whole source'),
    icon: 'file-text',
    description: vscode.l10n.t('about the document, not a passage'),
  },
};

/** The kinds that are made from a selection, in the order in which they are offered. */
export const selectionKinds = ['note', 'entity', 'highlight', 'question', 'correction'] as const;

/** Kinds whose point is the text that somebody writes. */
export const writtenKinds: ReadonlySet<AnnotationKind> = new Set<AnnotationKind>([
  'note',
  'question',
  'correction',
  'document',
]);
