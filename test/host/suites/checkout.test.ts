import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, open, rangeOf, read, run, until } from '../editor';
import { Repository } from '../repository';

interface Placed {
  readonly state: string;
  readonly ranges: readonly { start: number; end: number }[];
}

interface Api {
  annotations(uri: vscode.Uri): Promise<Placed[]>;
}

const text = [
  'The ferry left the quay at noon, and nobody waved.',
  '',
  'In the afternoon the harbour master read the letter twice, and locked it away in his desk.',
  '',
  'The evening boat brought three strangers, who asked for the mill and the way to it.',
  '',
].join('\n');

/** What a colleague made of it: lines before, between and behind what is annotated. */
const rewritten = [
  'Received in March.',
  '',
  'The ferry left the quay at noon, and nobody waved.',
  '',
  'It was a cold day.',
  '',
  'In the afternoon the harbour master read the letter twice, and locked it away in his desk.',
  '',
  'The evening boat brought three strangers, who asked for the mill and the way to it.',
  'Nobody knew them.',
  '',
].join('\n');

const passages = ['ferry left the quay', 'read the letter twice', 'three strangers'];
const kept = ['exact', 'moved'];

async function annotate(uri: vscode.Uri, ...quotes: string[]): Promise<void> {
  const { document } = await open(uri);
  for (const quote of quotes) {
    await run('annotate', { uri, range: rangeOf(document, quote), kind: 'highlight' });
  }
}

/** The passages that are annotated now, those without a place by their state. */
async function shown(uri: vscode.Uri): Promise<string[]> {
  const api = (await vscode.extensions.getExtension<Api>(extensionId)!.activate()) as Api;
  const placed = await api.annotations(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const points = [...document.getText().replaceAll('\r\n', '\n')];
  return placed.map(({ state, ranges: [range] }) =>
    range && kept.includes(state) ? points.slice(range.start, range.end).join('') : state,
  );
}

async function untilShown(uri: vscode.Uri, wanted: readonly string[]): Promise<void> {
  let last: string[] = [];
  try {
    await until('the annotations are shown', async () => {
      last = await shown(uri);
      return last.join('|') === wanted.join('|');
    });
  } catch {
    assert.deepEqual(last, wanted);
  }
}

/**
 * Waits until the editor has read from the disk what git wrote. The operating system does not tell of
 * every change on a busy machine: then the user has the file read again.
 */
async function untilRead(document: vscode.TextDocument): Promise<void> {
  const isRead = async () => !document.isDirty && document.getText() === (await read(document.uri));
  try {
    await until('the editor shows what git wrote', isRead, { milliseconds: 5_000 });
  } catch {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the editor has read what git wrote', isRead);
  }
}

/** A repository with an annotated source on main, and on the branch `side` the same source rewritten. */
async function twoTexts(name: string) {
  const repository = await Repository.make(name);
  const uri = await repository.write('a.txt', text);
  await annotate(uri, ...passages);
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message', 'annotated');
  await closeAll();
  repository.git('checkout', '--quiet', '-b', 'side');
  await repository.write('a.txt', rewritten);
  repository.git('commit', '--quiet', '--all', '--message', 'rewritten');
  repository.git('checkout', '--quiet', 'main');
  const sidecar = uri.with({ path: `${uri.path}.ann.yaml` });
  return { repository, uri, sidecar };
}

describe('checkout and the like', () => {
  afterEach(closeAll);

  it('show the annotations at their places in an open source, there and back, and write nothing', async () => {
    const { repository, uri, sidecar } = await twoTexts('open');
    const { document } = await open(uri);
    await untilShown(uri, passages);
    const before = await read(sidecar);
    for (const branch of ['side', 'main', 'side']) {
      repository.git('checkout', '--quiet', branch);
      await untilRead(document);
      await untilShown(uri, passages);
    }
    assert.equal(await read(sidecar), before);
    assert.deepEqual(repository.status, []);
    // The next change writes where all of them are now.
    await annotate(uri, 'cold day');
    assert.match(await read(sidecar), new RegExp(`start: ${rewritten.indexOf(passages[2]!)}\n`));
  });

  it('show them in a source that was closed meanwhile', async () => {
    const { repository, uri } = await twoTexts('closed');
    repository.git('checkout', '--quiet', 'side');
    await open(uri);
    await untilShown(uri, passages);
  });

  it('leave unsaved edits of the source alone, and its annotations in them', async () => {
    const { repository, uri, sidecar } = await twoTexts('dirty');
    const { document } = await open(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), 'Typed by hand.\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const before = await read(sidecar);
    repository.git('stash', '--quiet');
    repository.git('checkout', '--quiet', 'side');
    assert.ok(document.isDirty);
    assert.ok(document.getText().startsWith('Typed by hand.\nThe ferry'));
    await untilShown(uri, passages);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await untilRead(document);
    await untilShown(uri, passages);
    assert.equal(await read(sidecar), before);
  });

  it('leave unsaved edits of the sidecar alone, and never write over what git wrote', async () => {
    const { repository, uri, sidecar } = await twoTexts('sidecar');
    repository.git('checkout', '--quiet', 'side');
    await untilRead((await open(uri)).document);
    await annotate(uri, 'cold day');
    repository.git('commit', '--quiet', '--all', '--message', 'cold');
    repository.git('checkout', '--quiet', 'main');
    const { document } = await open(sidecar);
    await untilRead(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(sidecar, new vscode.Position(0, 0), '# typed by hand\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const typed = document.getText();
    repository.git('checkout', '--quiet', 'side');
    const onDisk = await read(sidecar);
    assert.match(onDisk, /cold day/);
    assert.equal(document.getText(), typed);
    assert.equal(await document.save(), false, 'the editor knows that the file is newer');
    assert.equal(await read(sidecar), onDisk);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await open(uri);
    await untilShown(uri, [passages[0]!, 'cold day', passages[1]!, passages[2]!]);
  });

  it('take a sidecar away and bring it back', async () => {
    const repository = await Repository.make('gone');
    const uri = await repository.write('a.txt', text);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'bare');
    repository.git('branch', 'bare');
    await annotate(uri, ...passages);
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'annotated');
    await untilShown(uri, passages);
    repository.git('checkout', '--quiet', 'bare');
    await untilShown(uri, []);
    repository.git('checkout', '--quiet', 'main');
    await untilShown(uri, passages);
  });

  it('stash annotations away and bring them back', async () => {
    const { repository, uri } = await twoTexts('stash');
    await annotate(uri, 'evening boat');
    const more = [passages[0]!, passages[1]!, 'evening boat', passages[2]!];
    await untilShown(uri, more);
    repository.git('stash', '--quiet');
    await untilShown(uri, passages);
    repository.git('stash', 'pop', '--quiet');
    await untilShown(uri, more);
  });

  it('rebase annotations onto a text that others have changed', async () => {
    const { repository, uri } = await twoTexts('rebase');
    await annotate(uri, 'evening boat');
    repository.git('commit', '--quiet', '--all', '--message', 'evening');
    const { document } = await open(uri);
    repository.git('rebase', '--quiet', 'side');
    await untilRead(document);
    await untilShown(uri, [passages[0]!, passages[1]!, 'evening boat', passages[2]!]);
  });

  it('reset to an older state, and pull a newer one', async () => {
    const { repository, uri } = await twoTexts('reset');
    const { document } = await open(uri);
    repository.git('merge', '--quiet', 'side');
    await untilRead(document);
    await annotate(uri, 'cold day');
    repository.git('commit', '--quiet', '--all', '--message', 'cold');
    const all = [passages[0]!, 'cold day', passages[1]!, passages[2]!];
    await untilShown(uri, all);
    const newest = repository.git('rev-parse', 'HEAD').trim();
    repository.git('reset', '--quiet', '--hard', 'HEAD~2');
    await untilRead(document);
    await untilShown(uri, passages);
    repository.git('pull', '--quiet', '.', newest);
    await untilRead(document);
    await untilShown(uri, all);
  });
});

describe('a text that is replaced as a whole', () => {
  afterEach(closeAll);

  /** Replaces the whole text in one edit, as formatters do that know no better. */
  async function replaceWhole(document: vscode.TextDocument, by: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    const end = document.positionAt(document.getText().length);
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), by);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('keeps its annotations through a formatter, undo, redo and saving', async () => {
    const repository = await Repository.make('formatted');
    const uri = await repository.write('a.txt', text);
    await annotate(uri, ...passages);
    const { document } = await open(uri);
    const wrapped = `  ${text.replaceAll(' the ', '\n  the ').replaceAll(', ', ',  ')}`;
    const inWrapped = passages.map((passage) => passage.replaceAll(' the ', '\n  the '));
    await replaceWhole(document, wrapped);
    await untilShown(uri, inWrapped);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await untilShown(uri, passages);
    await vscode.commands.executeCommand('redo');
    await untilShown(uri, inWrapped);
    assert.ok(await document.save());
    await closeAll();
    await open(uri);
    await untilShown(uri, inWrapped);
  });

  it('keeps them when it is saved at once', async () => {
    const repository = await Repository.make('format-on-save');
    const uri = await repository.write('a.txt', text);
    await annotate(uri, ...passages);
    const { document } = await open(uri);
    await replaceWhole(document, rewritten);
    assert.ok(await document.save());
    await until('the sidecar has the new places', async () => {
      const start = rewritten.indexOf(passages[2]!);
      return (await read(`${repository.folder}/a.txt.ann.yaml`)).includes(`start: ${start}\n`);
    });
    assert.doesNotMatch(await read(`${repository.folder}/a.txt.ann.yaml`), /current:|state:/);
    await untilShown(uri, passages);
  });
});
