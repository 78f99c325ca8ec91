import * as vscode from 'vscode';
import { sidecarSuffix } from '../core/file-names';
import { annotatedFileOf } from './message-uri';

/** The sidecar that stands beside a source, or beside the file whose message a document shows. */
export function sidecarUriOf(uri: vscode.Uri): vscode.Uri {
  const source = annotatedFileOf(uri);
  return source.with({ path: source.path + sidecarSuffix, query: '', fragment: '' });
}

/** The sidecar of one annotator, where each has an own: `x.txt.anna-reader.ann.yaml`. */
export function annotatorSidecarUriOf(uri: vscode.Uri, annotator: string): vscode.Uri {
  const name = annotator
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  const source = annotatedFileOf(uri);
  return name === ''
    ? sidecarUriOf(uri)
    : sidecarUriOf(source.with({ path: `${source.path}.${name}` }));
}

/** Whether a file beside a source may be the sidecar of one of its annotators, by its name. */
export function isAnnotatorSidecarName(fileName: string, sourceName: string): boolean {
  if (!fileName.startsWith(`${sourceName}.`) || !fileName.endsWith(sidecarSuffix)) return false;
  const annotator = fileName.slice(sourceName.length + 1, -sidecarSuffix.length);
  return annotator !== '' && !annotator.includes('.');
}

/** The source that a sidecar belongs to, if it is not one annotator's. */
export function sourceUriOf(sidecar: vscode.Uri): vscode.Uri {
  return sidecar.with({ path: sidecar.path.slice(0, -sidecarSuffix.length) });
}

export function isSidecar(uri: vscode.Uri): boolean {
  return uri.path.endsWith(sidecarSuffix);
}

/** Documents that are no files of the user's: nothing can stand beside them. */
const noFiles = new Set([
  'untitled',
  'output',
  'debug',
  'vscode',
  'git',
  'comment',
  'search-editor',
]);

export function canHaveSidecar({ uri, isUntitled }: vscode.TextDocument): boolean {
  const isFile = vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
  return isFile && !isUntitled && !noFiles.has(uri.scheme) && !isSidecar(uri);
}
