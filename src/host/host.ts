import type * as vscode from 'vscode';
import { AnnotationStore } from './annotation-store';
import { Archive } from './archive';
import { EntityStore } from './entity-store';
import { Git } from './git';
import { createLog, type Log } from './log';
import { MentionIndex } from './mention-index';
import { MessageFileSystem } from './message-file-system';
import { MessageFiles } from './message-files';
import { followMessageEdits } from './messages';
import type { Platform } from './platform';
import { SidecarStore } from './sidecar-store';
import { TextFiles } from './text-files';
import { VocabularyStore } from './vocabulary-store';

/** The editor's side of the seam, as every feature sees it. */
export interface Host {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  /** No Node there: no git, no locks, and the browser's own rules for requests. */
  readonly isInBrowser: boolean;
  readonly git: Git;
  readonly files: TextFiles;
  readonly sidecars: SidecarStore;
  readonly messageFiles: MessageFiles;
  readonly annotations: AnnotationStore;
  readonly entities: EntityStore;
  readonly mentionIndex: MentionIndex;
  readonly archive: Archive;
  readonly vocabularies: VocabularyStore;
}

/** Puts the host together; everything in it is disposed with the extension. */
export function createHost(context: vscode.ExtensionContext, platform?: Platform): Host {
  const log = createLog();
  const git = new Git(log, platform);
  const files = new TextFiles(platform);
  const sidecars = new SidecarStore(files, log);
  const messageFiles = new MessageFiles();
  const annotations = new AnnotationStore(sidecars, messageFiles, git, log);
  const entities = new EntityStore(context.extensionUri, annotations, log);
  const mentionIndex = new MentionIndex(entities, context.storageUri, log);
  const archive = new Archive(sidecars, annotations, git, log);
  const vocabularies = new VocabularyStore(files, log);
  const stores = [sidecars, annotations, entities, mentionIndex, archive, vocabularies];
  const messageFileSystem = new MessageFileSystem(messageFiles).register();
  context.subscriptions.push(log, followMessageEdits(), messageFileSystem, ...stores);
  return {
    context,
    log,
    isInBrowser: platform === undefined,
    git,
    files,
    sidecars,
    messageFiles,
    annotations,
    entities,
    mentionIndex,
    archive,
    vocabularies,
  };
}
