import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, open, rangeOf, run } from '../editor';
import { Repository, sourceText } from '../repository';

describe('commit where git is not at its best', () => {
  afterEach(closeAll);

  it('takes only what is staged when told to', async () => {
    const repository = await Repository.make('staged');
    const uri = await repository.annotate('a.txt');
    await repository.write('other.txt', 'staged by hand\n');
    repository.git('add', '--all');
    const { document } = await open(uri);
    await run('annotate', { uri, range: rangeOf(document, 'late'), kind: 'highlight' });
    await assert.rejects(run('commit', { uri }), /Only a part of .*a\.txt\.ann\.yaml is staged/);
    await run('commit', { uri, staged: true });
    assert.deepEqual(repository.committed, ['a.txt', 'a.txt.ann.yaml']);
    assert.equal(
      repository.git('log', '-1', '--format=%s').trim(),
      'Annotate a.txt: add 1 highlight',
    );
    assert.doesNotMatch(repository.git('show', 'HEAD:a.txt.ann.yaml'), /quote: late/);
    assert.deepEqual(repository.status, [' M a.txt.ann.yaml', 'A  other.txt']);
    await assert.rejects(run('commit', { uri, staged: true }), /Nothing of a\.txt .* is staged/);
  });

  it('makes the first commit of a repository', async () => {
    const repository = await Repository.make('unborn', true);
    const uri = await repository.annotate('a.txt');
    const hash = await run<string>('commit', { uri });
    assert.equal(hash, repository.git('rev-parse', 'main').trim());
    assert.deepEqual(repository.committed, ['a.txt', 'a.txt.ann.yaml']);
    assert.deepEqual(repository.status, ['?? readme.txt']);
  });

  it('commits on no branch', async () => {
    const repository = await Repository.make('detached');
    repository.git('checkout', '--quiet', '--detach');
    const uri = await repository.annotate('a.txt');
    const hash = await run<string>('commit', { uri });
    assert.equal(hash, repository.git('rev-parse', 'HEAD').trim());
    assert.equal(repository.git('log', '--format=%s', 'main').trim(), 'first');
  });

  it('takes files of any name', async () => {
    const repository = await Repository.make('names');
    for (const name of ['-n.txt', ' a blank.txt', 'größer “1” 📦.txt', "it's [b]*.txt"]) {
      const uri = await repository.annotate(name);
      await run('commit', { uri });
      assert.deepEqual(repository.committed, [name, `${name}.ann.yaml`]);
    }
    assert.deepEqual(repository.status, []);
  });

  it('commits in a second working tree and in a submodule', async () => {
    const repository = await Repository.make('outer');
    const inner = await Repository.make('origin');
    repository.git('worktree', 'add', '--quiet', '-b', 'second', 'tree');
    const added = ['submodule', '--quiet', 'add', inner.path, 'inner'];
    repository.git('-c', 'protocol.file.allow=always', ...added);
    repository.git('commit', '--quiet', '--message', 'submodule');
    const submodule = repository.in('inner');
    submodule.git('config', 'user.name', 'Anna Reader');
    submodule.git('config', 'user.email', 'anna.reader@archive.example');
    for (const place of [repository.in('tree'), submodule]) {
      const uri = await place.annotate('a.txt');
      const hash = await run<string>('commit', { uri });
      assert.equal(hash, place.git('rev-parse', 'HEAD').trim());
      assert.deepEqual(place.committed, ['a.txt', 'a.txt.ann.yaml']);
    }
    assert.equal(repository.git('log', '-1', '--format=%s').trim(), 'submodule');
  });

  it('takes along what a hook has changed, and leaves nothing staged the other way round', async () => {
    const repository = await Repository.make('hook');
    const hook = await repository.write(
      '.git/hooks/pre-commit',
      '#!/bin/sh\necho checked >> a.txt\necho checked > index.txt\ngit add a.txt index.txt\n',
    );
    execFileSync('chmod', ['+x', hook.fsPath]);
    const uri = await repository.annotate('a.txt');
    await run('commit', { uri });
    assert.deepEqual(repository.committed, ['a.txt', 'a.txt.ann.yaml', 'index.txt']);
    assert.equal(repository.git('show', 'HEAD:a.txt'), `${sourceText}checked\n`);
    assert.deepEqual(repository.status, []);
  });

  it('says why there is no commit, and changes nothing', async () => {
    const repository = await Repository.make('refused');
    const uri = await repository.annotate('a.txt');
    const untouched = ['?? a.txt', '?? a.txt.ann.yaml'];
    const refused = async (why: RegExp) => {
      await assert.rejects(run('commit', { uri, message: 'Annotate' }), why);
      assert.deepEqual(repository.status, untouched);
    };

    const lock = await repository.write('.git/index.lock', '');
    await refused(/Another git is at work .* delete .*index\.lock/);
    await vscode.workspace.fs.delete(lock);

    // An empty name also hides the one of the machine's own configuration.
    repository.git('config', 'user.name', '');
    await refused(/does not know who you are/);
    repository.git('config', 'user.name', 'Anna Reader');

    repository.git('config', 'commit.gpgSign', 'true');
    repository.git('config', 'gpg.program', 'false');
    await refused(/did not commit: .*sign/s);
    repository.git('config', 'commit.gpgSign', 'false');

    const exclude = await repository.write('.git/info/exclude', '# ours\n*.ann.yaml\n');
    untouched.pop();
    await refused(/ignores a\.txt\.ann\.yaml.*“\*\.ann\.yaml”.*exclude, line 2/);
    await vscode.workspace.fs.delete(exclude);

    await run('commit', { uri });
    assert.deepEqual(repository.status, []);
  });

  it('does not commit in the place of a merge', async () => {
    const repository = await Repository.make('merge');
    repository.git('checkout', '--quiet', '-b', 'side');
    repository.git('commit', '--quiet', '--allow-empty', '--message', 'theirs');
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    const uri = await repository.annotate('a.txt');
    await assert.rejects(run('commit', { uri }), /waits for its own commit/);
    repository.git('merge', '--abort');
    await run('commit', { uri });
  });
});
