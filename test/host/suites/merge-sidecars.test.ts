import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import {
  closeAll,
  open,
  rangeOf,
  read,
  run,
  until,
  untilDiagnostics,
  workspaceUri,
  write,
} from '../editor';

const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
const git = (...args: string[]) =>
  execFileSync('git', [...identity, ...args], { cwd: workspaceUri().fsPath, encoding: 'utf8' });

const text = 'The bell rang at noon, and the ferry left the quay.\n';

describe('merge sidecars', () => {
  let attempts = 0;

  afterEach(closeAll);

  it('are merged by annotation where git left markers, and undo brings these back', async () => {
    // A test that is tried again must not meet what its first attempt committed.
    const name = `merge ${++attempts}.txt`;
    const uri = await write(`Harbour/${name}`, text);
    const sidecar = workspaceUri('Harbour', `${name}.ann.yaml`);
    const { document } = await open(uri);
    const annotate = async (quote: string, note: string) =>
      await run<string>('annotate', { uri, range: rangeOf(document, quote), kind: 'note', note });
    const commit = async (message: string) => {
      git('add', uri.fsPath, sidecar.fsPath);
      git('commit', '--quiet', '--message', message);
      return git('rev-parse', 'HEAD').trim();
    };
    const changed = await annotate('bell', 'base');
    const base = await commit('base');
    const branch = git('rev-parse', '--abbrev-ref', 'HEAD').trim();

    const theirId = await annotate('ferry', 'theirs');
    await run('edit', { uri, id: changed, note: 'their note' });
    const theirs = await commit('theirs');
    git('reset', '--quiet', '--hard', base);
    await until(
      'git has written the sidecar',
      async () => !(await read(sidecar)).includes('theirs'),
    );
    const annotations = async () => (await read(sidecar)).match(/- id: \S+/g) ?? [];
    assert.equal((await annotations()).length, 1);
    // The editor has noticed when the next change starts from what git wrote.
    const ourId = await annotate('quay', 'ours');
    await run('edit', { uri, id: changed, note: 'our note' });
    await commit('ours');
    spawnSync('git', [...identity, 'merge', '--quiet', theirs], { cwd: workspaceUri().fsPath });
    const conflicted = await read(sidecar);
    assert.match(conflicted, /^<{7}/m);
    try {
      const { document: shown } = await open(sidecar);
      await until('the editor shows what git wrote', () => shown.getText() === conflicted);
      await untilDiagnostics(sidecar, (found) =>
        found.some(({ code }) => code === 'conflict-markers'),
      );
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        sidecar,
        vscode.languages.getDiagnostics(sidecar)[0]!.range,
      );
      assert.ok(actions.some(({ title }) => title.startsWith('Merge Sidecars')));

      const conflicts = await run<{ id: string }[]>('mergeSidecars', { uri: sidecar });
      assert.deepEqual(
        conflicts.map(({ id }) => id),
        [changed],
      );
      const merged = await read(sidecar);
      for (const part of [ourId, theirId, changed, 'our note', 'their note', 'x-conflict'])
        assert.ok(merged.includes(part), part);
      assert.doesNotMatch(merged, /^[<>]{7}/m);
      await until('no conflict is reported', () =>
        vscode.languages.getDiagnostics(sidecar).every(({ code }) => code !== 'conflict-markers'),
      );
      await assert.rejects(run('mergeSidecars', { uri: sidecar }), /has no conflicts/);
      await open(sidecar);
      await vscode.commands.executeCommand('undo');
      assert.equal(shown.getText(), conflicted);
    } finally {
      await closeAll();
      git('merge', '--abort');
    }
    assert.equal(git('rev-parse', '--abbrev-ref', 'HEAD').trim(), branch);
  });
});
