import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { closeAll, hoverText, open, rangeOf, read, run, signAs, until, write } from '../editor';

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
  signAs('Anna Reader');
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
  signAs('Anna Reader');
  afterEach(closeAll);

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
