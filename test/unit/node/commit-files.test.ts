import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commitFiles } from '../../../src/node/commit-files';

/** Neither the machine's nor the user's configuration may change what is seen here. */
const isolated = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const identity = { 'user.name': 'Anna Reader', 'user.email': 'anna@archive.example' };

describe('committing files and nothing else', () => {
  const saved = { ...process.env };
  let folder = '';

  beforeEach(() => {
    Object.assign(process.env, isolated);
    folder = mkdtempSync(join(tmpdir(), 'commit-files-'));
    git('init', '--quiet', '--initial-branch=main');
    for (const [name, value] of Object.entries(identity)) git('config', name, value);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    for (const name of Object.keys(isolated)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, saved);
  });

  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const hook = (name: string, ...lines: string[]) => {
    const path = write(`.git/hooks/${name}`, ['#!/bin/sh', ...lines, ''].join('\n'));
    chmodSync(path, 0o755);
  };
  const commit = (names: readonly string[], staged = false) =>
    commitFiles('git', folder, {
      paths: names.map((name) => join(folder, name)),
      message: 'Annotate',
      staged,
    });
  const committed = () =>
    git('show', '--name-only', '--format=', '-z', 'HEAD').split('\0').filter(Boolean).sort();
  const status = () =>
    git('status', '--porcelain', '-z', '--untracked-files=all').split('\0').filter(Boolean).sort();
  const leftovers = () =>
    readdirSync(join(folder, '.git')).filter((name) => /\.lock$|archive-annotator/.test(name));
  const begin = (...names: string[]) => {
    for (const name of names) write(name, `${name} at first\n`);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'first');
  };

  it('as they are on disk: new, changed and deleted ones; the rest stays staged', async () => {
    begin('old.txt', 'gone.txt', 'other.txt');
    write('old.txt', 'changed\n');
    write('new.txt', 'new\n');
    rmSync(join(folder, 'gone.txt'));
    write('other.txt', 'staged by hand\n');
    write('added.txt', 'staged by hand\n');
    git('add', 'other.txt', 'added.txt');
    write('other.txt', 'and written on\n');
    const outcome = await commit(['old.txt', 'new.txt', 'gone.txt']);
    assert.deepEqual(outcome, { hash: git('rev-parse', 'HEAD').trim() });
    assert.deepEqual(committed(), ['gone.txt', 'new.txt', 'old.txt']);
    assert.deepEqual(status(), ['A  added.txt', 'MM other.txt']);
    assert.deepEqual(leftovers(), []);
  });

  it('and still tells of a change of the same size, made at the time of staging', async () => {
    begin('source.txt', 'other.txt');
    git('config', 'core.trustctime', 'false');
    const time = new Date(Date.now() - 10_000);
    const other = write('other.txt', 'staged by hand\n');
    utimesSync(other, time, time);
    git('add', 'other.txt');
    write('other.txt', 'and written on\n');
    for (const path of [other, join(folder, '.git', 'index')]) utimesSync(path, time, time);
    write('source.txt', 'changed\n');
    assert.ok('hash' in (await commit(['source.txt'])));
    assert.deepEqual(status(), ['MM other.txt']);
  });

  it('as they are staged: what is not stays where it is', async () => {
    begin('source.txt', 'gone.txt', 'other.txt');
    write('source.txt', 'staged\n');
    git('rm', '--quiet', 'gone.txt');
    write('other.txt', 'staged by hand\n');
    git('add', 'source.txt', 'other.txt');
    write('source.txt', 'not staged\n');
    write('source.txt.ann.yaml', 'not staged\n');
    const outcome = await commit(['source.txt', 'source.txt.ann.yaml', 'gone.txt'], true);
    assert.ok('hash' in outcome);
    assert.deepEqual(committed(), ['gone.txt', 'source.txt']);
    assert.equal(git('show', 'HEAD:source.txt'), 'staged\n');
    assert.deepEqual(status(), [' M source.txt', '?? source.txt.ann.yaml', 'M  other.txt']);
  });

  it('as the first commit of a repository', async () => {
    write('source.txt', 'text\n');
    write('later.txt', 'staged\n');
    assert.ok('hash' in (await commit(['source.txt'])));
    assert.deepEqual(committed(), ['source.txt']);
    git('add', 'later.txt');
    write('source.txt', 'more\n');
    assert.ok('hash' in (await commit(['source.txt'])));
    assert.deepEqual(status(), ['A  later.txt']);
  });

  it('as the first commit, of what is staged', async () => {
    write('source.txt', 'text\n');
    write('later.txt', 'staged\n');
    git('add', '--all');
    assert.ok('hash' in (await commit(['source.txt'], true)));
    assert.deepEqual(committed(), ['source.txt']);
    assert.deepEqual(status(), ['A  later.txt']);
  });

  it('on no branch', async () => {
    begin('source.txt');
    git('checkout', '--quiet', '--detach');
    write('source.txt', 'more\n');
    const outcome = await commit(['source.txt']);
    assert.deepEqual(outcome, { hash: git('rev-parse', 'HEAD').trim() });
    assert.equal(git('log', '-1', '--format=%s', 'main').trim(), 'first');
  });

  it('whatever their names are', async () => {
    const names = ['-n.txt', ' blank .txt', 'größer 📦.txt', '*.txt', 'a[b]?.txt', ':(top)x.txt'];
    if (process.platform !== 'win32')
      names.push('"quoted".txt', 'line\nbreak.txt', 'back\\slash.txt');
    begin(...names, 'plain.txt', 'ab.txt');
    for (const name of [...names, 'plain.txt', 'ab.txt']) write(name, 'changed\n');
    assert.ok('hash' in (await commit(names)));
    assert.deepEqual(committed(), [...names].sort());
    assert.deepEqual(status(), [' M ab.txt', ' M plain.txt']);
    for (const name of names) write(name, 'changed again\n');
    git('add', '--all');
    assert.ok('hash' in (await commit(names, true)));
    assert.deepEqual(committed(), [...names].sort());
    assert.deepEqual(status(), ['M  ab.txt', 'M  plain.txt']);
  });

  it('with what a hook has changed and added, which is staged no other way afterwards', async () => {
    begin('source.txt', 'index.txt', 'own.txt');
    hook(
      'pre-commit',
      'echo by hook >> source.txt',
      'echo by hook > index.txt',
      'git add source.txt index.txt',
    );
    write('source.txt', 'mine\n');
    write('own.txt', 'staged by hand\n');
    git('add', 'own.txt');
    assert.ok('hash' in (await commit(['source.txt'])));
    assert.deepEqual(committed(), ['index.txt', 'source.txt']);
    assert.equal(git('show', 'HEAD:source.txt'), 'mine\nby hook\n');
    assert.deepEqual(status(), ['M  own.txt']);
  });

  it('not at all when a hook refuses, and says what it said', async () => {
    begin('source.txt');
    hook('pre-commit', 'echo no such word >&2', 'exit 1');
    write('new.txt', 'new\n');
    write('source.txt', 'mine\n');
    assert.deepEqual(await commit(['source.txt', 'new.txt']), {
      refusal: 'git',
      said: 'no such word',
    });
    assert.deepEqual(status(), [' M source.txt', '?? new.txt']);
    assert.deepEqual(leftovers(), []);
  });

  it('not at all when the signing fails', async () => {
    begin('source.txt');
    git('config', 'commit.gpgSign', 'true');
    git('config', 'gpg.program', 'false');
    write('source.txt', 'mine\n');
    const outcome = await commit(['source.txt']);
    assert.ok('refusal' in outcome && outcome.refusal === 'git');
    assert.match(outcome.said, /sign/);
    assert.deepEqual(status(), [' M source.txt']);
  });

  it('not at all when git does not know who commits', async () => {
    begin('source.txt');
    git('config', '--unset', 'user.name');
    git('config', '--unset', 'user.email');
    git('config', 'user.useConfigOnly', 'true');
    write('source.txt', 'mine\n');
    const outcome = await commit(['source.txt']);
    assert.ok('refusal' in outcome && outcome.refusal === 'no-identity');
    assert.deepEqual(status(), [' M source.txt']);
  });

  it('not at all while another git works, and once it is done', async () => {
    begin('source.txt');
    write('source.txt', 'mine\n');
    const lock = write('.git/index.lock', '');
    const refused = await commit(['source.txt']);
    assert.ok('refusal' in refused && refused.refusal === 'locked');
    assert.deepEqual(leftovers(), ['index.lock']);
    const waiting = commit(['source.txt']);
    setTimeout(() => rmSync(lock), 200);
    assert.ok('hash' in (await waiting));
  });

  it('not in the place of the commit that ends a merge', async () => {
    begin('source.txt', 'other.txt');
    git('checkout', '--quiet', '-b', 'side');
    write('other.txt', 'theirs\n');
    git('commit', '--quiet', '--all', '--message', 'theirs');
    git('checkout', '--quiet', 'main');
    git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    write('source.txt', 'mine\n');
    const outcome = await commit(['source.txt']);
    assert.ok('refusal' in outcome && outcome.refusal === 'unfinished');
    assert.deepEqual(status(), [' M source.txt', 'M  other.txt']);
  });

  it('in a second working tree and in a submodule', async () => {
    begin('source.txt');
    const tree = join(folder, 'tree');
    git('worktree', 'add', '--quiet', '-b', 'second', tree);
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder, 'inner');
    const inner = join(folder, 'inner');
    for (const [name, value] of Object.entries(identity)) git('-C', inner, 'config', name, value);
    for (const place of [tree, inner]) {
      const path = join(place, 'source.txt');
      writeFileSync(path, 'mine\n');
      const files = { paths: [path], message: 'Annotate', staged: false };
      const outcome = await commitFiles('git', place, files);
      assert.deepEqual(outcome, { hash: git('-C', place, 'rev-parse', 'HEAD').trim() });
      assert.equal(git('-C', place, 'status', '--porcelain').trim(), '');
    }
  });
});
