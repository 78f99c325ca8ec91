import * as vscode from 'vscode';

/** The extension's log; its level is the user's (Output panel, "Archive Annotator"). */
export type Log = vscode.LogOutputChannel;

export function createLog(): Log {
  return vscode.window.createOutputChannel('Archive Annotator', { log: true });
}

/** The sentence that tells a person what went wrong. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
