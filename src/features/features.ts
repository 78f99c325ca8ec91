import * as vscode from 'vscode';
import type { Host } from '../host/host';
import { registerAnnotationAtCursor } from './annotate/annotation-at-cursor';
import { registerUndoAnnotation } from './annotate/undo-annotation';
import { registerAnnotationsView } from './annotations-view';
import { registerArchiveView } from './archive/archive-view';
import { registerCodeActions } from './code-actions';
import { registerCommands } from './commands';
import { registerComments } from './comments/comments';
import { registerDecorations } from './decorations/decorations';
import { registerDiagnostics } from './diagnostics';
import { registerEntityNavigation } from './entities/entity-navigation';
import { registerEntitySymbols } from './entities/entity-symbols';
import { registerEntityLanguage } from './entities/language/entity-language';
import { registerFileBadges } from './file-badges';
import { registerEntitiesView } from './entities/view/entities-view';
import { registerFolding } from './folding';
import { registerMergeCodeAction } from './git/merge-code-action';
import { registerIncompleteCommit } from './git/incomplete-commit';
import { registerHover } from './hover/hover';
import { registerCardDocuments } from './hover/show-card';
import { registerLanguageDetection } from './language-detection';
import { registerLargeFiles } from './large-files';
import { registerLinks } from './links';
import { registerMessageDefinition } from './message-definition';
import { registerMessagesView } from './messages/messages-view';
import { registerMessageSymbols } from './message-symbols';
import { registerOutline } from './outline';
import { registerRelinkSidecar } from './rename/relink-sidecar';
import { registerRenameWithSource } from './rename/rename-with-source';
import { registerReviewView } from './review/review-view';
import { registerSidecarLanguage } from './vocabulary/sidecar-language';
import { registerVocabularyLanguage } from './vocabulary/vocabulary-language';
import { registerSelectionRanges } from './selection-ranges';
import { registerSemanticTokens } from './semantic-tokens';

/** Everything the user sees, one line each. */
export function registerFeatures(host: Host): vscode.Disposable {
  return vscode.Disposable.from(
    registerLanguageDetection(host),
    registerOutline(),
    registerFolding(),
    registerLargeFiles(host),
    registerLinks(),
    registerMessageDefinition(host),
    registerMessageSymbols(),
    registerSelectionRanges(),
    registerSemanticTokens(host),
    registerHover(host),
    registerCardDocuments(host),
    registerEntityNavigation(host),
    registerEntitySymbols(host),
    registerEntityLanguage(host),
    registerDecorations(host),
    registerAnnotationAtCursor(host),
    registerUndoAnnotation(host),
    registerMessagesView(host),
    registerAnnotationsView(host),
    registerEntitiesView(host),
    registerReviewView(host),
    registerArchiveView(host),
    registerFileBadges(host),
    registerSidecarLanguage(host),
    registerVocabularyLanguage(host),
    registerComments(host),
    registerRenameWithSource(host),
    registerRelinkSidecar(host),
    registerCodeActions(host),
    registerMergeCodeAction(),
    registerIncompleteCommit(host),
    registerDiagnostics(host),
    registerCommands(host),
  );
}
