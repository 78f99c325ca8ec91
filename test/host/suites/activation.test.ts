import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, open, until } from '../editor';

describe('activation', () => {
  afterEach(closeAll);

  it('activates the extension on a plain text file', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, 'the editor does not know the extension');
    await open('Harbour/2024-03-12 Ferry line.txt');
    await until('the extension is active', () => extension.isActive);
  });

  it('sees the workspace as a git repository', async () => {
    const git = vscode.extensions.getExtension('vscode.git');
    assert.ok(git, 'the built-in git extension is missing');
    const api = (await git.activate()).getAPI(1);
    await until('the repository is open', () => api.repositories.length === 1);
  });
});
