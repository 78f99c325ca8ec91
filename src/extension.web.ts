import type * as vscode from 'vscode';
import { registerFeatures } from './features/features';
import { createPublicApi, type PublicApi } from './features/public-api';
import { createHost } from './host/host';

/** Composition root in the browser’s extension host, where no program can be started. */
export function activate(context: vscode.ExtensionContext): PublicApi {
  const host = createHost(context);
  context.subscriptions.push(registerFeatures(host));
  return createPublicApi(host);
}
