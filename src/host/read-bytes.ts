import * as vscode from 'vscode';

/**
 * The bytes of a file. A link of a repository may lead to what is no file, and reading a device or a
 * pipe might never end.
 *
 * @param most refuses larger files, in bytes
 * @throws vscode.FileSystemError when there is no such file, or it cannot be read
 * @throws Error with a sentence for the user when it is no file or too large
 */
export async function readBytes(uri: vscode.Uri, most = Infinity): Promise<Uint8Array> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  if (!(type & vscode.FileType.File)) {
    throw new Error(vscode.l10n.t('{0} is not a file.', uri.path));
  }
  if (size > most) {
    const [found, limit] = [size, most].map((bytes) => Math.round(bytes / 1e6));
    throw new Error(
      vscode.l10n.t(
        '{0} is too large to be read ({1} MB; at most {2} MB).',
        uri.path,
        found!,
        limit!,
      ),
    );
  }
  return await vscode.workspace.fs.readFile(uri);
}
