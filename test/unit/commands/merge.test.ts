import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../../src/commands/command';
import { mergeCommand } from '../../../src/commands/merge';
import { findConflicts } from '../../../src/core/annotation/conflict-markers';
import { readSidecar } from '../../../src/core/annotation/read-sidecar';
import { createSidecar } from '../../../src/core/annotation/write-sidecar';
import { runCommand, withFolder } from './run-command';

const source = { name: 'a.txt', sha256: '0a'.repeat(32), blob: '1b'.repeat(20) };
const id = (last: string) => `01KAV7M2Q8T4Z6R1C3X5B7N9D${last}`;
const sidecar = (...notes: [string, string][]) =>
  createSidecar(
    source,
    notes.map(([last, note]) => ({ id: id(last), kind: 'document', target: [], note })),
  );

describe('merge', () => {
  const base = sidecar(['A', 'one']);

  it('writes the merged sidecar in place of ours', () =>
    withFolder(
      { base, ours: sidecar(['A', 'one'], ['B', 'b']), theirs: sidecar(['A', 'two'], ['C', 'c']) },
      async (folder) => {
        const { code, error } = await runCommand(mergeCommand, folder, 'base', 'ours', 'theirs');
        assert.deepEqual([code, error], [0, '']);
        assert.equal(
          readFileSync(join(folder, 'ours'), 'utf8'),
          sidecar(['A', 'two'], ['B', 'b'], ['C', 'c']),
        );
      },
    ));

  it('reports contradictions, with a file that is valid and holds both', () =>
    withFolder(
      { base, ours: sidecar(['A', 'two']), theirs: sidecar(['A', 'three']) },
      async (folder) => {
        const { code, error } = await runCommand(mergeCommand, folder, 'base', 'ours', 'theirs');
        assert.equal(code, 1);
        assert.match(error, new RegExp(`^${id('A')}: both versions changed note`));
        const merged = readFileSync(join(folder, 'ours'), 'utf8');
        assert.ok(
          readSidecar(merged).writable && merged.includes('two') && merged.includes('three'),
        );
      },
    ));

  it('keeps both versions between markers when one cannot be read', () =>
    withFolder({ base, ours: base, theirs: 'format: "open\n' }, async (folder) => {
      const { code } = await runCommand(mergeCommand, folder, 'base', 'ours', 'theirs');
      assert.equal(code, 1);
      const merged = readFileSync(join(folder, 'ours'), 'utf8');
      const [conflict] = findConflicts(merged);
      assert.equal(merged.slice(conflict!.ours.start, conflict!.ours.end), base);
      assert.equal(merged.slice(conflict!.theirs.start, conflict!.theirs.end), 'format: "open\n');
    }));

  it('refuses wrong use', () =>
    withFolder({}, async (folder) => {
      await assert.rejects(runCommand(mergeCommand, folder, 'a', 'b'), UsageError);
    }));

  it('serves git as a merge driver', function () {
    this.timeout(60_000);
    return withFolder({}, async (folder) => {
      const root = join(__dirname, '../../..');
      const cli = `cd "${root}" && node --import tsx src/cli.ts merge`;
      const driver = `f=$PWD; (${cli} "$f/%O" "$f/%A" "$f/%B")`;
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
          cwd: folder,
          encoding: 'utf8',
          stdio: 'pipe',
        });
      const write = (text: string) => writeFileSync(join(folder, 'a.txt.ann.yaml'), text);
      git('init', '-q', '-b', 'main');
      git('config', 'merge.archive-annotator.driver', driver);
      writeFileSync(join(folder, '.gitattributes'), '*.ann.yaml merge=archive-annotator\n');
      write(base);
      git('add', '.');
      git('commit', '-qm', 'base');
      git('checkout', '-qb', 'topic');
      write(sidecar(['A', 'one'], ['C', 'c']));
      git('commit', '-qam', 'theirs');
      git('checkout', '-q', 'main');
      write(sidecar(['A', 'one'], ['B', 'b']));
      git('commit', '-qam', 'ours');
      const merge = spawnSync(
        'git',
        ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'merge', '-q', 'topic'],
        { cwd: folder, encoding: 'utf8' },
      );
      assert.equal(merge.status, 0, merge.stderr + merge.stdout);
      const merged = readFileSync(join(folder, 'a.txt.ann.yaml'), 'utf8');
      assert.equal(merged, sidecar(['A', 'one'], ['B', 'b'], ['C', 'c']));
    });
  });
});
