import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, open, rangeOf, run, workspaceUri, write } from '../editor';

const text = 'The ferry was late, the harbour master said on Friday.\n';

let made = 0;

/** A repository of its own inside the workspace, with one commit unless it is to be unborn. */
class Repository {
  private constructor(readonly folder: string) {}

  static async make(name: string, isUnborn = false): Promise<Repository> {
    const repository = new Repository(`Commits/${name}-${++made}`);
    await repository.write('readme.txt', 'A repository.\n');
    repository.git('init', '--quiet', '--initial-branch=main');
    repository.git('config', 'user.name', 'Anna Reader');
    repository.git('config', 'user.email', 'anna.reader@archive.example');
    if (isUnborn) return repository;
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'first');
    return repository;
  }

  in(folder: string): Repository {
    return new Repository(`${this.folder}/${folder}`);
  }

  get path(): string {
    return workspaceUri(...this.folder.split('/')).fsPath;
  }

  git(...args: string[]): string {
    const cwd = this.path;
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  write(name: string, content: string): Promise<vscode.Uri> {
    return write(`${this.folder}/${name}`, content);
  }

  async annotate(name: string): Promise<vscode.Uri> {
    const uri = await this.write(name, text);
    const { document } = await open(uri);
    await run('annotate', { uri, range: rangeOf(document, 'ferry'), kind: 'highlight' });
    return uri;
  }

  get status(): string[] {
    const args = ['status', '--porcelain', '-z', '--untracked-files=all'];
    return this.git(...args)
      .split('\0')
      .filter(Boolean)
      .sort();
  }

  get committed(): string[] {
    const args = ['show', '--name-only', '--format=', '-z', 'HEAD'];
    return this.git(...args)
      .split('\0')
      .filter(Boolean)
      .sort();
  }
}

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
    assert.equal(repository.git('show', 'HEAD:a.txt'), `${text}checked\n`);
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
