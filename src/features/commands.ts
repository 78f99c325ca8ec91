import * as vscode from 'vscode';
import type { Host } from '../host/host';
import {
  annotate,
  annotateAll,
  annotateDocument,
  repeatAnnotation,
} from './annotate/annotate-command';
import {
  changeKind,
  editAnnotation,
  reattachAnnotation,
  removeAnnotation,
} from './annotate/edit-commands';
import { goToAnnotation } from './annotate/navigate';
import { giveOpinion, replyToAnnotation } from './annotate/reply-commands';
import {
  adjustTarget,
  splitTarget,
  targetSteps,
  type AdjustArguments,
} from './annotate/target-commands';
import { tagAnnotation, typeAnnotation } from './annotate/term-commands';
import { undoAnnotation } from './annotate/undo-annotation';
import { isRow, referenceOf } from './annotations-view';
import { rowOfKey, viewOfKey } from './selected-row';
import type { AnnotationReference } from './annotate/find-annotation';
import { chooseAuthors } from './decorations/hidden-authors';
import { toggleSidecarNesting } from './nest-sidecars';
import { toggleSourceProtection } from './protect-sources';
import { isMessageRow, referenceOfMessageRow } from './messages/messages-view';
import { relate } from './relations/relate-command';
import {
  goToRelated,
  removeRelation,
  setRelationType,
  turnRelation,
} from './relations/relation-commands';
import { openMessage } from './messages/open-message';
import { openSource } from './messages/open-source';
import { relinkSidecar } from './rename/relink-sidecar';
import { registerCommand } from './register-command';
import { commitWithAnnotations } from './commit';
import { createEntity } from './create-entity';
import { showHistory } from './git/annotation-history';
import { installMergeDriver, removeMergeDriver } from './git/merge-driver';
import { mergeSidecarFile } from './git/merge-sidecars';
import { entityCommands } from './entities/entity-commands';
import { showCard } from './hover/show-card';
import { lookUp } from './look-up/look-up-command';
import { isEntityRow, referenceOfEntityRow } from './entities/view/entity-rows';
import {
  acceptBoth,
  acceptOther,
  acceptReviewed,
  keepOrphan,
  rejectSuggestion,
  showPassage,
} from './review/review-commands';
import { renameTermEverywhere, type RenameTermArguments } from './vocabulary/rename-term';
import { isReviewRow, referenceOfReviewRow } from './review/review-rows';
import { openReview } from './review/review-view';

/** A command of ours: receives the host and what the caller gave; resolves to what the caller gets. */
type CommandFunction = (host: Host, argument?: never) => Promise<unknown>;

/** Commands by their stable ids (design section 7), without the prefix. */
const commands: Readonly<Record<string, CommandFunction>> = {
  openMessage,
  openSource,
  annotate,
  annotateAll,
  annotateDocument,
  undo: undoAnnotation,
  repeat: repeatAnnotation,
  edit: editAnnotation,
  // Commands of their own for the keys of the views: a menu of the editor would show those keys too.
  editRow: editAnnotation,
  removeRow: removeAnnotation,
  tag: tagAnnotation,
  setType: typeAnnotation,
  setKind: changeKind,
  split: splitTarget,
  ...Object.fromEntries(
    Object.entries(targetSteps).map(([name, step]) => [
      name,
      (host: Host, given?: AdjustArguments) => adjustTarget(host, step, given),
    ]),
  ),
  remove: removeAnnotation,
  reply: replyToAnnotation,
  agree: (host, given?: AnnotationReference) => giveOpinion(host, 'agree', given),
  disagree: (host, given?: AnnotationReference) => giveOpinion(host, 'disagree', given),
  reattach: reattachAnnotation,
  relate,
  goToRelated,
  setRelationType,
  turnRelation,
  removeRelation,
  relink: relinkSidecar,
  chooseAuthors,
  renameTag: (host, given?: RenameTermArguments) => renameTermEverywhere(host, 'tags', given),
  renameType: (host, given?: RenameTermArguments) => renameTermEverywhere(host, 'types', given),
  toggleSidecarNesting: () => toggleSidecarNesting(),
  toggleSourceProtection: () => toggleSourceProtection(),
  next: (host) => goToAnnotation(host, 1),
  previous: (host) => goToAnnotation(host, -1),
  createEntity,
  ...entityCommands,
  lookUp,
  showCard,
  commit: commitWithAnnotations,
  mergeSidecars: mergeSidecarFile,
  installMergeDriver,
  removeMergeDriver,
  showHistory,
  review: () => openReview(),
  showPassage,
  acceptReviewed,
  acceptOther,
  acceptBoth,
  rejectSuggestion,
  keepOrphan,
};

/**
 * Registers the commands. What fails is said to the user in a message, and thrown on where a program
 * called the command with an argument: for a person VS Code would show a second, modal message.
 */
export function registerCommands(host: Host): vscode.Disposable {
  const registered = Object.entries(commands).map(([name, run]) =>
    registerCommand(
      host,
      name,
      async (argument: unknown) => run(host, (await argumentOf(argument)) as never),
      isFromProgram,
    ),
  );
  return vscode.Disposable.from(...registered);
}

function isFromProgram(argument: unknown): boolean {
  const fromMenu =
    isRow(argument) ||
    isMessageRow(argument) ||
    isReviewRow(argument) ||
    isEntityRow(argument) ||
    argument instanceof vscode.Uri;
  // A key binding may give an object too, but names no document.
  return typeof argument === 'object' && argument !== null && 'uri' in argument && !fromMenu;
}

/** Menus give a row of a view or the editor's URI, keys name a view; programs give an argument object. */
async function argumentOf(given: unknown): Promise<unknown> {
  const view = viewOfKey(given);
  if (view !== undefined) return rowOfKey(view);
  if (isRow(given)) return referenceOf(given);
  if (isMessageRow(given)) return referenceOfMessageRow(given);
  if (isEntityRow(given)) return referenceOfEntityRow(given);
  if (isReviewRow(given)) return referenceOfReviewRow(given);
  if (given instanceof vscode.Uri) {
    const inFront = vscode.window.activeTextEditor?.document.uri.toString() === given.toString();
    return inFront ? {} : { uri: given };
  }
  return given ?? {};
}
