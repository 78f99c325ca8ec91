import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { closeAll, hoverText, open, rangeOf, read, run, until, write } from '../editor';

const text = [
  '[Salon] Comments',
  '',
  'https://www.harbour-review.example/comments',
  '',
  'March 19, 2024',
  '',
  'ESBROOK -- The clerk wrote forty letters. Nobody answered any of the letters.',
  '',
].join('\n');

interface Reply {
  by: string;
  note: string;
}

async function annotations(name: string) {
  return parse(await read(`Harbour/${name}.ann.yaml`)).annotations ?? [];
}

async function openCopy(name: string) {
  const uri = await write(`Harbour/${name}`, text);
  const { document } = await open(uri);
  return { uri, document };
}

describe('opinions', () => {
  before(() =>
    vscode.workspace
      .getConfiguration('archiveAnnotator')
      .update('author', 'Anna Reader', vscode.ConfigurationTarget.Workspace),
  );
  after(() =>
    vscode.workspace
      .getConfiguration('archiveAnnotator')
      .update('author', undefined, vscode.ConfigurationTarget.Workspace),
  );
  afterEach(closeAll);

  it('are replies, shown by name, replaced and taken back', async () => {
    const { uri, document } = await openCopy('opinion.txt');
    const range = rangeOf(document, 'forty letters');
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'Not fifty?' });
    await run('disagree', { uri, id });
    await run('agree', { uri, id });
    const replies = async () =>
      (await annotations('opinion.txt'))[0].replies?.map(({ by, note }: Reply) => [by, note]);
    assert.deepEqual(await replies(), [['Anna Reader', '+1']]);
    assert.match(await hoverText(uri, range.start), /thumbsup\) Anna Reader/);
    await run('agree', { uri, id });
    assert.equal(await replies(), undefined);
  });
});

describe('comments', () => {
  before(() =>
    vscode.workspace
      .getConfiguration('archiveAnnotator')
      .update('author', 'Anna Reader', vscode.ConfigurationTarget.Workspace),
  );
  after(() =>
    vscode.workspace
      .getConfiguration('archiveAnnotator')
      .update('author', undefined, vscode.ConfigurationTarget.Workspace),
  );
  afterEach(closeAll);

  it('begun on a passage become notes with their tags', async () => {
    const { uri, document } = await openCopy('begun.txt');
    const range = rangeOf(document, 'Nobody answered');
    const thread = { uri, range, comments: [], dispose: () => undefined };
    await run('comments.submit', { thread, text: 'Why *nobody*?\n\nAsk. #letters' });
    const [annotation] = await annotations('begun.txt');
    assert.equal(annotation.kind, 'note');
    assert.equal(annotation.target.quote, 'Nobody answered');
    assert.equal(annotation.note, 'Why *nobody*?\n\nAsk.');
    assert.deepEqual(annotation.tags, ['letters']);
    assert.equal(annotation.by, 'Anna Reader');
  });

  it('begun in the margin are about the line, on the file about the document', async () => {
    const { uri } = await openCopy('margin.txt');
    const range = new vscode.Range(6, 0, 6, 0);
    await run('comments.submit', { thread: { uri, range, dispose: () => undefined }, text: 'a' });
    await run('comments.submit', { thread: { uri, dispose: () => undefined }, text: 'b' });
    const all = await annotations('margin.txt');
    const line = all.find((it: { kind: string }) => it.kind === 'note');
    assert.equal(line.target.quote, text.split('\n')[6]);
    assert.ok(
      all.some((it: Reply & { kind: string }) => it.kind === 'document' && it.note === 'b'),
    );
  });

  it('are opened for an annotated document without disturbing the sidecar', async () => {
    const { uri, document } = await openCopy('threads.txt');
    const range = rangeOf(document, 'forty letters');
    await run('annotate', { uri, range, kind: 'note', note: 'one' });
    await vscode.commands.executeCommand('workbench.action.expandAllComments');
    const before = await read('Harbour/threads.txt.ann.yaml');
    await until('the document is clean', () => !document.isDirty);
    assert.equal(await read('Harbour/threads.txt.ann.yaml'), before);
  });
});
