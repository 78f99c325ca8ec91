import * as vscode from 'vscode';

const section = 'archiveAnnotator';

/** Every setting of the extension, read when asked for, so that a change holds at once. */
export const settings = {
  detection: (scope?: vscode.Uri) => read<'auto' | 'off'>('detection', 'auto', scope),
  hoverEnabled: (scope?: vscode.Uri) => read('hover.enabled', true, scope),
  gazetteerEnabled: (scope?: vscode.Uri) => read('gazetteer.enabled', true, scope),
  recogniserEnabled: (scope?: vscode.Uri) => read('recogniser.enabled', true, scope),
  commentsEnabled: (scope?: vscode.Uri) => read('comments.enabled', true, scope),
  colorBy: (scope?: vscode.Uri) => read<'kind' | 'author'>('colorBy', 'kind', scope),
  sidecarPerAnnotator: (scope?: vscode.Uri) => read('sidecar.perAnnotator', false, scope),
  warnIncompleteCommit: (scope?: vscode.Uri) => read('git.warnIncompleteCommit', true, scope),
  lookUpEndpoint: () => read('lookUp.endpoint', ''),
  author: (scope?: vscode.Uri) => read('author', '', scope),
};

function read<T>(key: string, fallback: T, scope?: vscode.Uri): T {
  return vscode.workspace.getConfiguration(section, scope ?? null).get<T>(key, fallback);
}

/** Fires when a setting of ours changed. */
export function onDidChangeSettings(
  listener: (event: vscode.ConfigurationChangeEvent) => void,
): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener(event);
  });
}
