import { execPath } from 'node:process';
import type * as vscode from 'vscode';
import { registerFeatures } from './features/features';
import { createPublicApi, type PublicApi } from './features/public-api';
import { createHost } from './host/host';
import { commitFiles } from './node/commit-files';
import { whileLocked } from './node/file-lock';
import { replaceFile } from './node/replace-file';
import { runGit } from './node/run-git';
import { textFromGit } from './node/text-from-git';

/** Composition root in Node's extension host. */
export function activate(context: vscode.ExtensionContext): PublicApi {
  const programs = { nodeProgram: execPath, runGit, commitFiles, textFromGit };
  const platform = { ...programs, replaceFile, whileLocked };
  const host = createHost(context, platform);
  context.subscriptions.push(registerFeatures(host));
  return createPublicApi(host);
}
