import * as vscode from 'vscode';
import { reviewReason } from '../core/annotation/review';
import type { AnchoredAnnotation } from '../core/annotation/anchor/anchored-annotation';
import { Debounce } from '../host/debounce';
import type { Host } from '../host/host';
import { annotationCount } from './annotate/describe-annotation';

const pauseMilliseconds = 300;
/** VS Code shows two letters at most. */
const mostShown = 99;

/**
 * How many annotations a source has, beside its name in the Explorer and on its tab. Known for open
 * documents, and for all once the archive was loaded; nothing is read for it.
 */
export function registerFileBadges(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const refresh = new Debounce<string>(pauseMilliseconds, (key) =>
    changed.fire(key === '' ? undefined : vscode.Uri.parse(key, true)),
  );
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event as vscode.Event<vscode.Uri | undefined>,
    provideFileDecoration: (uri) => badgeOf(annotationsOf(host, uri)),
  };
  return vscode.Disposable.from(
    changed,
    refresh,
    vscode.window.registerFileDecorationProvider(provider),
    host.annotations.onDidChange(({ uri }) => refresh.schedule(uri.toString())),
    host.archive.onDidChange(() => refresh.schedule('')),
  );
}

function annotationsOf(host: Host, uri: vscode.Uri): readonly AnchoredAnnotation[] {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  const current = open ? host.annotations.current(open) : [];
  return current.length > 0 ? current : host.archive.annotationsOf(uri);
}

function badgeOf(all: readonly AnchoredAnnotation[]): vscode.FileDecoration | undefined {
  const shown = all.filter(({ annotation }) => annotation.status !== 'rejected');
  if (shown.length === 0) return undefined;
  const waiting = shown.filter(reviewReason).length;
  const count = shown.length > mostShown ? '9+' : `${shown.length}`;
  const total = annotationCount(shown.length);
  const tooltip = waiting > 0 ? vscode.l10n.t('{0}, {1} to review', total, waiting) : total;
  return new vscode.FileDecoration(count, tooltip);
}
