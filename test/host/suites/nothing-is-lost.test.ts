import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { closeAll, extensionId, open, rangeOf, read, run, until, write } from '../editor';

const words = Array.from({ length: 40 }, (_, index) => `word${index}`);
const text = `[Salon] Kept\n\n${words.join(' ')}\n`;
const sidecarOf = (path: string) => `${path}.ann.yaml`;

async function openCopy(path: string) {
  const uri = await write(path, text);
  const { document } = await open(uri);
  return { uri, document };
}

function quotesIn(sidecar: string): string[] {
  return (parse(sidecar).annotations ?? []).map(
    (it: { target: { quote: string } }) => it.target.quote,
  );
}

async function annotate(uri: vscode.Uri, document: vscode.TextDocument, word: string) {
  const range = rangeOf(document, word);
  return run<string>('annotate', { uri, range, kind: 'highlight' });
}

/** Types at the end of a document, which is then unsaved. */
async function typeAtEnd(document: vscode.TextDocument, typed: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), typed);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.ok(document.isDirty);
}

describe('nothing is lost', () => {
  afterEach(closeAll);

  it('when the sidecar has unsaved changes: the annotation joins them in the editor', async () => {
    const { uri, document } = await openCopy('Kept/dirty.txt');
    await annotate(uri, document, 'word1 ');
    const onDisk = await read(sidecarOf('Kept/dirty.txt'));
    const sidecar = (await open(sidecarOf('Kept/dirty.txt'))).document;
    await until('the editor has the annotation', () => sidecar.getText() === onDisk);
    await typeAtEnd(sidecar, '# typed by hand\n');
    await annotate(uri, document, 'word2 ');
    assert.equal(await read(sidecarOf('Kept/dirty.txt')), onDisk, 'nothing is saved unasked');
    assert.deepEqual(quotesIn(sidecar.getText()), ['word1 ', 'word2 ']);
    assert.ok(sidecar.getText().includes('# typed by hand\n'));
    await vscode.window.showTextDocument(sidecar);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual(quotesIn(sidecar.getText()), ['word1 '], 'undo takes the annotation back');
    await vscode.commands.executeCommand('redo');
    assert.ok(await sidecar.save());
    const saved = await read(sidecarOf('Kept/dirty.txt'));
    assert.deepEqual(quotesIn(saved), ['word1 ', 'word2 ']);
    assert.ok(saved.includes('# typed by hand\n'));
  });

  it('when a sidecar cannot be saved: the commit says so and changes nothing', async function () {
    const { uri, document } = await openCopy('Kept/unsaved.txt');
    await annotate(uri, document, 'word1 ');
    const path = sidecarOf('Kept/unsaved.txt');
    const sidecar = (await open(path)).document;
    await until('the editor has the annotation', () => sidecar.getText().includes('word1'));
    await typeAtEnd(sidecar, '# unsaved\n');
    // Another program writes the file: the editor will not overwrite what it has not seen.
    const other = `${await read(path)}# other\n`;
    await writeFile(sidecar.uri.fsPath, other);
    await assert.rejects(run('commit', { uri, message: 'Not now' }), /could not be saved/);
    assert.equal(await read(path), other);
    assert.ok(sidecar.isDirty && sidecar.getText().includes('# unsaved\n'));
  });

  it('when two programs annotate at once: every annotation of both is there', async function () {
    this.timeout(60_000);
    const { uri, document } = await openCopy('Kept/two.txt');
    const cli = vscode.Uri.joinPath(
      vscode.extensions.getExtension(extensionId)!.extensionUri,
      'dist',
      'cli.js',
    ).fsPath;
    const others = words.slice(20, 28);
    const own = words.slice(10, 18);
    const program = promisify(execFile);
    const elsewhere = (async () => {
      for (const quote of others) {
        const args = [cli, 'annotate', uri.fsPath, '--quote', quote, '--kind', 'highlight'];
        await program(process.execPath, args, {
          env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        });
      }
    })();
    for (const word of own) await annotate(uri, document, word);
    await elsewhere;
    const quotes = quotesIn(await readFile(`${uri.fsPath}.ann.yaml`, 'utf8'));
    assert.deepEqual([...quotes].sort(), [...own, ...others].sort());
    const folder = readdirSync(vscode.Uri.joinPath(uri, '..').fsPath);
    assert.deepEqual(
      folder.filter((name) => /\.(?:tmp|lock)$/.test(name)),
      [],
    );
  });

  it('when the text has unsaved changes: the note is written with the passage’s present place', async () => {
    const { uri, document } = await openCopy('Kept/typed.txt');
    const range = rangeOf(document, 'word1 ');
    const id = await run('annotate', { uri, range, kind: 'note', note: 'first' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(2, 0), 'Some more words. ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await run('edit', { uri, id, note: 'second' });
    const [{ note, target }] = parse(await read(sidecarOf('Kept/typed.txt'))).annotations;
    assert.equal(note, 'second');
    assert.equal(document.getText().slice(target.start, target.end), 'word1 ');
  });

  it('when many annotations are made at once', async () => {
    const { uri, document } = await openCopy('Kept/many.txt');
    const own = words.slice(10, 30);
    await Promise.all(own.map((word) => annotate(uri, document, word)));
    assert.deepEqual(quotesIn(await read(sidecarOf('Kept/many.txt'))), own);
  });

  it('when the sidecar’s text was broken by hand: it stays as it was typed', async () => {
    const { uri, document } = await openCopy('Kept/broken.txt');
    await annotate(uri, document, 'word1 ');
    const sidecar = (await open(sidecarOf('Kept/broken.txt'))).document;
    await until('the editor has the annotation', () => sidecar.getText().includes('word1'));
    await typeAtEnd(sidecar, '  - id: [\n');
    const typed = sidecar.getText();
    await assert.rejects(annotate(uri, document, 'word2 '));
    assert.equal(sidecar.getText(), typed);
  });

  it('when the sidecar is deleted meanwhile: a new one begins', async () => {
    const { uri, document } = await openCopy('Kept/deleted.txt');
    await annotate(uri, document, 'word1 ');
    await vscode.workspace.fs.delete(vscode.Uri.file(`${uri.fsPath}.ann.yaml`));
    await annotate(uri, document, 'word2 ');
    assert.deepEqual(quotesIn(await read(sidecarOf('Kept/deleted.txt'))), ['word2 ']);
  });
});
