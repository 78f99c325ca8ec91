import * as vscode from 'vscode';
import type { Host } from '../../host/host';

const hiddenKey = 'decorations.hiddenAuthors';
const changed = new vscode.EventEmitter<void>();

/** Fires when other authors are hidden. */
export const onDidChangeHiddenAuthors = changed.event;

/** Names whose annotations are not shown in the text; an empty one stands for unsigned ones. */
export function hiddenAuthors(host: Host): ReadonlySet<string> {
  return new Set(host.context.workspaceState.get<readonly string[]>(hiddenKey, []));
}

/** The argument of *Show Authors*: whose annotations are to be hidden. */
export interface HiddenAuthorsArguments {
  readonly hidden?: readonly string[];
}

/** Asks whose annotations are shown in the text. They stay in lists and sidecars all the same. */
export async function chooseAuthors(host: Host, given: HiddenAuthorsArguments = {}): Promise<void> {
  const hidden = given.hidden ?? (await askHidden(host));
  if (!hidden) return;
  await host.context.workspaceState.update(hiddenKey, hidden);
  changed.fire();
}

async function askHidden(host: Host): Promise<string[] | undefined> {
  const counts = new Map<string, number>();
  const documents = vscode.window.visibleTextEditors.map(({ document }) => document);
  const shown = documents.flatMap((document) => host.annotations.current(document));
  const others = host.archive.sources.flatMap(({ annotations }) => annotations);
  const seen = new Set<string>();
  for (const { annotation } of [...shown, ...others]) {
    if (seen.has(annotation.id)) continue;
    seen.add(annotation.id);
    const by = annotation.by ?? '';
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  const hidden = hiddenAuthors(host);
  for (const by of hidden) if (!counts.has(by)) counts.set(by, 0);
  const items = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([by, count]) => ({
      label: by || vscode.l10n.t('Unsigned'),
      description: `${count}`,
      picked: !hidden.has(by),
      by,
    }));
  const placeHolder = vscode.l10n.t('Whose annotations shall be shown in the text?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, canPickMany: true });
  if (!picked) return undefined;
  const kept = new Set(picked.map(({ by }) => by));
  return [...counts.keys()].filter((by) => !kept.has(by));
}
