import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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

const text = '[Salon] Two readers\n\nOne reads the letter, the other reads the envelope.\n';

interface Api {
  annotations(uri: vscode.Uri): Promise<{ id: string; state: string; start?: number }[]>;
}

async function annotationsOf(uri: vscode.Uri) {
  const api = (await vscode.extensions.getExtension<Api>(extensionId)!.activate()) as Api;
  return api.annotations(uri);
}

async function be(author: string | undefined, perAnnotator: boolean | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('archiveAnnotator');
  await settings.update('author', author, vscode.ConfigurationTarget.Workspace);
  await settings.update('sidecar.perAnnotator', perAnnotator, vscode.ConfigurationTarget.Workspace);
}

const quotesIn = async (path: string) =>
  (parse(await read(path)).annotations ?? []).map(
    (it: { target: { quote: string } }) => it.target.quote,
  );

describe('annotators', () => {
  afterEach(closeAll);
  after(() => be(undefined, undefined));

  it('have a sidecar each when they want to; all are shown, changed and committed', async () => {
    const uri = await write('Readers/letter.txt', text);
    const { document } = await open(uri);
    await be('Anna Reader', true);
    const range = rangeOf(document, 'One reads the letter');
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'Which?' });
    await be('Ben Editor', true);
    const other = rangeOf(document, 'the envelope');
    await run('annotate', { uri, range: other, kind: 'highlight' });
    assert.deepEqual(await quotesIn('Readers/letter.txt.anna-reader.ann.yaml'), [
      'One reads the letter',
    ]);
    assert.deepEqual(await quotesIn('Readers/letter.txt.ben-editor.ann.yaml'), ['the envelope']);
    assert.equal((await annotationsOf(uri)).length, 2);

    await run('reply', { uri, id, note: 'The first.' });
    const [anna] = parse(await read('Readers/letter.txt.anna-reader.ann.yaml')).annotations;
    assert.equal(anna.replies[0].by, 'Ben Editor', 'a reply stands in the file it replies to');

    await be('Cleo', false);
    const third = rangeOf(document, 'the other');
    await run('annotate', { uri, range: third, kind: 'highlight' });
    assert.deepEqual(await quotesIn('Readers/letter.txt.ann.yaml'), ['the other']);
    assert.equal((await annotationsOf(uri)).length, 3);

    await run('commit', { uri, message: 'Three readers' });
    const files = execFileSync('git', ['show', '--name-only', '--format=', 'HEAD'], {
      cwd: workspaceUri().fsPath,
      encoding: 'utf8',
    });
    const own = files.split('\n').filter((name) => name.startsWith('Readers/'));
    assert.deepEqual(own.sort(), [
      'Readers/letter.txt',
      'Readers/letter.txt.ann.yaml',
      'Readers/letter.txt.anna-reader.ann.yaml',
      'Readers/letter.txt.ben-editor.ann.yaml',
    ]);
  });

  it('keep their places when the text is edited and saved', async () => {
    const uri = await write('Readers/edited.txt', text);
    const { document } = await open(uri);
    await be('Anna Reader', true);
    await run('annotate', { uri, range: rangeOf(document, 'the letter'), kind: 'highlight' });
    await be('Ben Editor', true);
    await run('annotate', { uri, range: rangeOf(document, 'the envelope'), kind: 'highlight' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), 'Received today.\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    const place = () => document.getText().indexOf('the envelope');
    await until('the own sidecar has the new place', async () => {
      const [own] = parse(await read('Readers/edited.txt.ben-editor.ann.yaml')).annotations;
      return own.target.start === place();
    });
    await closeAll();
    await open(uri);
    const found = await annotationsOf(uri);
    assert.equal(found.length, 2);
    assert.ok(found.every(({ state }) => state === 'exact' || state === 'moved'));
  });

  it('are all taken along by a rename', async () => {
    const uri = await write('Readers/old.txt', text);
    const { document } = await open(uri);
    await be('Anna Reader', true);
    await run('annotate', { uri, range: rangeOf(document, 'the letter'), kind: 'highlight' });
    await be('Ben', false);
    await run('annotate', { uri, range: rangeOf(document, 'the envelope'), kind: 'highlight' });
    const to = workspaceUri('Readers', 'new.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('both name the new source', async () => {
      const names = await Promise.all(
        ['Readers/new.txt.ann.yaml', 'Readers/new.txt.anna-reader.ann.yaml'].map((path) =>
          read(path).then(
            (content) => parse(content).source.name,
            () => undefined,
          ),
        ),
      );
      return names.every((name) => name === 'new.txt');
    });
    await open(to);
    await until('both are shown', async () => (await annotationsOf(to)).length === 2);
  });
});
