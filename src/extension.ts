import type * as vscode from 'vscode';
import { registerFeatures } from './features/features';
import { createPublicApi, type PublicApi } from './features/public-api';
import { createHost } from './host/host';
import { runGit } from './host/node/run-git';

/** Composition root in Node's extension host. */
export function activate(context: vscode.ExtensionContext): PublicApi {
  const host = createHost(context, { runGit });
  context.subscriptions.push(registerFeatures(host));
  return createPublicApi(host);
}
