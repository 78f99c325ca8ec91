import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import {
  closeAll,
  extensionId,
  open,
  rangeOf,
  read,
  run,
  until,
  workspaceUri,
  write,
} from '../editor';

const text = '[Salon] Renamed\n\nNo name lasts, and no file keeps the one it was given.\n';

interface Api {
  annotations(uri: vscode.Uri): Promise<{ id: string; state: string }[]>;
}

async function annotated(path: string, content = text) {
  const uri = await write(path, content);
  const { document } = await open(uri);
  await run('annotate', { uri, range: rangeOf(document, 'No name lasts'), kind: 'highlight' });
  return uri;
}

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function exists(path: string): Promise<boolean> {
  return await vscode.workspace.fs.stat(workspaceUri(...path.split('/'))).then(
    () => true,
    () => false,
  );
}

async function states(uri: vscode.Uri): Promise<string[]> {
  const api = (await vscode.extensions.getExtension<Api>(extensionId)!.activate()) as Api;
  return (await api.annotations(uri)).map(({ state }) => state);
}

const nameIn = async (path: string) => parse(await read(path)).source.name;

describe('rename', () => {
  afterEach(closeAll);

  it('takes the sidecar along and writes the new name', async () => {
    const from = await annotated('Renames/first.txt');
    const to = workspaceUri('Renames', 'second.txt');
    await rename(from, to);
    await until('the sidecar has the new name', async () => {
      return (
        (await exists('Renames/second.txt.ann.yaml')) &&
        (await nameIn('Renames/second.txt.ann.yaml')) === 'second.txt'
      );
    });
    assert.equal(await exists('Renames/first.txt.ann.yaml'), false);
    await open(to);
    assert.deepEqual(await states(to), ['exact']);
  });

  it('there and back again keeps the annotations shown', async () => {
    const from = await annotated('Renames/there.txt');
    const to = workspaceUri('Renames', 'back.txt');
    await rename(from, to);
    await until('shown under the new name', async () => (await states(to))[0] === 'exact');
    await rename(to, from);
    await until('shown under the old name', async () => (await states(from))[0] === 'exact');
    await until('the sidecar has the old name', async () => {
      return (await nameIn('Renames/there.txt.ann.yaml').catch(() => '')) === 'there.txt';
    });
  });

  it('moves it to another folder as it is', async () => {
    const from = await annotated('Renames/move.txt');
    const before = await read('Renames/move.txt.ann.yaml');
    await rename(from, workspaceUri('Renames', 'deep', 'move.txt'));
    await until('the sidecar is there', () => exists('Renames/deep/move.txt.ann.yaml'));
    assert.equal(await read('Renames/deep/move.txt.ann.yaml'), before);
    assert.equal(await exists('Renames/move.txt.ann.yaml'), false);
  });

  it('follows a whole folder', async () => {
    await annotated('Renames/folder/a.txt');
    await closeAll();
    await rename(workspaceUri('Renames', 'folder'), workspaceUri('Renames', 'moved'));
    const moved = workspaceUri('Renames', 'moved', 'a.txt');
    await open(moved);
    assert.deepEqual(await states(moved), ['exact']);
  });

  it('never overwrites another sidecar', async () => {
    const from = await annotated('Renames/one.txt');
    await annotated('Renames/two.txt');
    const two = await read('Renames/two.txt.ann.yaml');
    await vscode.workspace.fs.delete(workspaceUri('Renames', 'two.txt'));
    await rename(from, workspaceUri('Renames', 'two.txt'));
    assert.equal(await read('Renames/two.txt.ann.yaml'), two);
    assert.ok(await exists('Renames/one.txt.ann.yaml'), 'what stayed behind is not lost');
  });

  it('is found by its text when it was made outside the editor', async () => {
    const content = `${text}This text is like no other.\n`;
    const from = await annotated('Renames/outside.txt', content);
    await closeAll();
    const to = workspaceUri('Renames', 'inside.txt');
    await vscode.workspace.fs.rename(from, to);
    await open(to);
    await run('relink', { uri: to });
    await until('the sidecar was moved', () => exists('Renames/inside.txt.ann.yaml'));
    assert.equal(await nameIn('Renames/inside.txt.ann.yaml'), 'inside.txt');
    await until('the annotation is shown', async () => (await states(to)).join() === 'exact');
    await assert.rejects(run('relink', { uri: to }), /no sidecar/i);
  });

  it('takes the sidecars of every annotator along when it is found by its text', async () => {
    const content = `${text}Two have read this text.\n`;
    const from = await annotated('Renames/outside-two.txt', content);
    const common = await read('Renames/outside-two.txt.ann.yaml');
    const own = common.replace(/id: \S+/, 'id: 01KAV7M2Q8T4Z6R1C3X5B7N9DE');
    await write('Renames/outside-two.txt.ben.ann.yaml', own);
    await closeAll();
    const to = workspaceUri('Renames', 'inside-two.txt');
    await vscode.workspace.fs.rename(from, to);
    await open(to);
    await run('relink', { uri: to });
    for (const path of ['Renames/inside-two.txt.ann.yaml', 'Renames/inside-two.txt.ben.ann.yaml']) {
      await until(`${path} names its source`, async () => {
        return (await exists(path)) && (await nameIn(path)) === 'inside-two.txt';
      });
    }
    await until('both are shown', async () => (await states(to)).join() === 'exact,exact');
    assert.equal(await exists('Renames/outside-two.txt.ben.ann.yaml'), false);
  });

  // The editor keeps its steps of undo in all tests of a window: files have names of their own.
  let attempts = 0;
  for (const isWritten of [false, true]) {
    const how = isWritten ? ', though that was written since' : '';
    it(`is undone together with the move of its sidecar${how}`, async () => {
      const [old, renamed] = [`undone-${++attempts}.txt`, `renamed-${attempts}.txt`];
      const from = await annotated(`Renames/${old}`);
      const to = workspaceUri('Renames', renamed);
      const isAt = async (there: string, gone: string) =>
        (await exists(`Renames/${there}.ann.yaml`)) &&
        (await nameIn(`Renames/${there}.ann.yaml`)) === there &&
        !(await exists(`Renames/${gone}.ann.yaml`));
      await rename(from, to);
      await until('the sidecar has the new name', () => isAt(renamed, old));
      if (isWritten) {
        const { document } = await open(to);
        await run('annotate', {
          uri: to,
          range: rangeOf(document, 'it was given'),
          kind: 'highlight',
        });
      }
      await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
      await vscode.commands.executeCommand('undo');
      await until('the source is back', () => exists(`Renames/${old}`));
      await until('so is its sidecar', () => isAt(old, renamed));
      await open(from);
      const expected = isWritten ? 'exact,exact' : 'exact';
      await until('all are shown', async () => (await states(from)).join() === expected);
    });
  }
});
