import * as vscode from 'vscode';

/** The scheme of documents that show one decoded message of a file. */
export const messageScheme = 'archive-message';

/** First folder of their paths, by which the manifest gives them their language. */
const folder = 'Archive Message';
const longestName = 80;

/** Names one message of a file, wherever in the file it stands. */
export interface MessageReference {
  /** The file that holds the message. */
  readonly file: vscode.Uri;
  /** Message-ID or hash: see `messageIdentity`. */
  readonly identity: string;
  /** Which of the messages of that identity, from 0. */
  readonly copy: number;
}

/** The URI of the document that shows a message; its path is for people, its query counts. */
export function messageUriOf(
  { file, identity, copy }: MessageReference,
  subject: string | null,
): vscode.Uri {
  const fileName = file.path.slice(file.path.lastIndexOf('/') + 1);
  const name = asFileName(subject ?? '') || vscode.l10n.t('(no subject)');
  const query = JSON.stringify([file.toString(), identity, ...(copy > 0 ? [copy] : [])]);
  return vscode.Uri.from({
    scheme: messageScheme,
    path: `/${folder}/${fileName}/${name}`,
    query,
  });
}

/** What a message's URI names; undefined for every other URI. */
export function messageReferenceOf(uri: vscode.Uri): MessageReference | undefined {
  if (uri.scheme !== messageScheme) return undefined;
  try {
    const [file, identity, copy = 0] = JSON.parse(uri.query) as unknown[];
    if (typeof file !== 'string' || typeof identity !== 'string') return undefined;
    if (typeof copy !== 'number' || !Number.isInteger(copy) || copy < 0) return undefined;
    return { file: vscode.Uri.parse(file, true), identity, copy };
  } catch {
    return undefined;
  }
}

/** The file whose text and sidecar a document is about: the document's own, or its message's. */
export function annotatedFileOf(uri: vscode.Uri): vscode.Uri {
  return messageReferenceOf(uri)?.file ?? uri;
}

/** No separator, no control character, no dots or blanks at the ends. */
function asFileName(subject: string): string {
  return [...subject.replaceAll(/[/\\\p{C}\s]+/gu, ' ')]
    .slice(0, longestName)
    .join('')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
}
