import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, open, rangeOf, run, untilLanguage, workspaceUri, write } from '../editor';

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: workspaceUri().fsPath, encoding: 'utf8' });

const text = [
  '[Salon] The commit',
  '',
  'https://www.harbour-review.example/commit',
  '',
  'March 15, 2024',
  '',
  'NYHAMN -- Nobody knew who had signed the paper, the harbour master said on Friday.',
  '',
].join('\n');

describe('commit', () => {
  afterEach(closeAll);

  it('commits the source, its sidecar and changed entity files, and nothing else', async () => {
    const uri = await write('Harbour/commit.txt', text);
    await write('Harbour/other.txt', 'staged by hand\n');
    await write('unrelated.txt', 'not staged\n');
    git('add', 'Harbour/other.txt');
    const { document } = await open(uri);
    await untilLanguage(uri, 'archive-message');
    const range = rangeOf(document, 'the paper');
    await run('annotate', { uri, range, kind: 'note', note: 'Which one?' });
    await run('createEntity', { uri, type: 'place', name: 'Nyhamn', id: 'nyhamn-commit' });

    const hash = await run<string>('commit', { uri });
    assert.equal(hash, git('rev-parse', 'HEAD').trim());
    const files = git('show', '--name-only', '--format=', 'HEAD').trim().split('\n').sort();
    assert.deepEqual(files, ['Harbour/commit.txt', 'Harbour/commit.txt.ann.yaml', 'entities.yaml']);
    assert.match(git('log', '-1', '--format=%s'), /^Annotate commit\.txt: add 1 note$/m);
    assert.equal(git('diff', '--cached', '--name-only').trim(), 'Harbour/other.txt');
    assert.match(git('status', '--porcelain', 'unrelated.txt'), /^\?\?/);
  });

  it('says when there is nothing to commit', async () => {
    const uri = workspaceUri('Harbour', 'commit.txt');
    await assert.rejects(run('commit', { uri }), /committed already/);
  });

  it('leaves nothing staged when a hook refuses', async () => {
    const uri = await write('Harbour/refused.txt', text);
    const { document } = await open(uri);
    await run('annotate', { uri, range: rangeOf(document, 'the paper'), kind: 'highlight' });
    const hook = vscode.Uri.file(git('rev-parse', '--absolute-git-dir').trim());
    const path = vscode.Uri.joinPath(hook, 'hooks', 'pre-commit');
    await vscode.workspace.fs.writeFile(path, new TextEncoder().encode('#!/bin/sh\nexit 1\n'));
    execFileSync('chmod', ['+x', path.fsPath]);
    try {
      await assert.rejects(run('commit', { uri, message: 'refused' }), /did not commit/);
      assert.match(git('status', '--porcelain', 'Harbour/refused.txt'), /^\?\?/);
    } finally {
      await vscode.workspace.fs.delete(path);
    }
  });

  it('does not commit a partly staged file whole unless it is told to', async () => {
    const uri = await write('Harbour/partly größer 📦.txt', text);
    git('add', uri.fsPath);
    await write('Harbour/partly größer 📦.txt', `${text}Not staged.\n`);
    const before = git('rev-parse', 'HEAD');
    await assert.rejects(run('commit', { uri }), /Only a part of .* is staged/);
    assert.equal(git('rev-parse', 'HEAD'), before);
    assert.match(git('-c', 'core.quotePath=false', 'status', '--porcelain', uri.fsPath), /^AM /);
    await run('commit', { uri, message: 'whole', staged: false });
    assert.equal(git('status', '--porcelain', uri.fsPath), '');
  });

  it('says so where there is no repository', async () => {
    const folder = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
    const uri = vscode.Uri.joinPath(vscode.Uri.file(folder), 'alone.txt');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await assert.rejects(run('commit', { uri }), /not in a git repository/);
  });
});
