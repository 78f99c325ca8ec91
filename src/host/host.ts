import type * as vscode from 'vscode';
import { AnnotationStore } from './annotation-store';
import { EntityStore } from './entity-store';
import { Git } from './git';
import type { GitProcess } from './git-process';
import { createLog, type Log } from './log';
import { SidecarStore } from './sidecar-store';

/** The editor's side of the seam, as every feature sees it. */
export interface Host {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly git: Git;
  readonly sidecars: SidecarStore;
  readonly annotations: AnnotationStore;
  readonly entities: EntityStore;
}

/** What only some hosts can do. */
export interface Platform {
  /** Absent in a browser. */
  readonly runGit?: GitProcess;
}

/** Puts the host together; everything in it is disposed with the extension. */
export function createHost(context: vscode.ExtensionContext, platform: Platform): Host {
  const log = createLog();
  const git = new Git(log, platform.runGit);
  const sidecars = new SidecarStore(log);
  const annotations = new AnnotationStore(sidecars, git, log);
  const entities = new EntityStore(context.extensionUri, log);
  context.subscriptions.push(log, sidecars, annotations, entities);
  return { context, log, git, sidecars, annotations, entities };
}
