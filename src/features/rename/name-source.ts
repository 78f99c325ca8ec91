import type * as vscode from 'vscode';
import type { Host } from '../../host/host';
import { fileNameOf } from '../../host/messages';

/** Writes a source's file name into its sidecar, if it has one that says another. */
export async function nameSource(host: Host, source: vscode.Uri): Promise<void> {
  const stored = await host.sidecars.read(source);
  const recorded = stored?.sidecar.source;
  const name = fileNameOf(source);
  if (!recorded || recorded.name === name || !stored.sidecar.writable) return;
  await host.sidecars.change(source, { ...recorded, name }, ({ source: newest }) =>
    newest && newest.name !== name ? [{ source: { ...newest, name } }] : [],
  );
}
