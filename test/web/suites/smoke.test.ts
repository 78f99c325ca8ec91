import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, open, read, until } from '../../host/editor';

describe('in the browser', () => {
  afterEach(closeAll);

  it('runs outside Node', () => {
    assert.equal(typeof process, 'undefined');
  });

  it('activates the browser bundle on a plain text file', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, 'the editor does not know the extension');
    await open('Harbour/2024-03-12 Ferry line.txt');
    await until('the extension is active', () => extension.isActive);
  });

  it('edits and saves', async () => {
    const { document } = await open('plain/notes.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Harbour: ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
    assert.match(await read('plain/notes.txt'), /^Harbour: Things to do\n/);
  });
});
