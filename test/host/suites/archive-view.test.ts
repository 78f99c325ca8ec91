import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { closeAll, open, rangeOf, read, run, write } from '../editor';

const text = '[Salon] Kept\n\nThe archive keeps what nobody reads, and whom nobody remembers.\n';

describe('archive view', () => {
  afterEach(closeAll);

  it('runs the annotation commands on its rows', async () => {
    const uri = await write('Kept/row.txt', text);
    const { document } = await open(uri);
    const range = rangeOf(document, 'nobody remembers');
    const id = await run<string>('annotate', { uri, range, kind: 'highlight' });
    const [annotation] = parse(await read('Kept/row.txt.ann.yaml')).annotations;
    const row = { type: 'archived', uri, group: 'Kept', found: { annotation, ranges: [] } };
    await run('remove', row);
    const { annotations = [] } = parse(await read('Kept/row.txt.ann.yaml'));
    assert.ok(!(annotations ?? []).some((it: { id: string }) => it.id === id));
  });

  it('nests sidecars in the Explorer when told so, and undoes it', async () => {
    const patterns = () =>
      vscode.workspace
        .getConfiguration('explorer.fileNesting')
        .inspect<Record<string, string>>('patterns')?.workspaceValue;
    await run('toggleSidecarNesting');
    assert.equal(patterns()?.['*'], '${capture}.ann.yaml, ${capture}.*.ann.yaml');
    await run('toggleSidecarNesting');
    assert.equal(patterns(), undefined);
    const nested = vscode.workspace.getConfiguration('explorer.fileNesting').get('enabled');
    assert.equal(nested, false);
  });

  it('protects sources from editing when told so; annotating goes on', async () => {
    const protectedFiles = () =>
      vscode.workspace.getConfiguration('files').inspect<Record<string, boolean>>('readonlyInclude')
        ?.workspaceValue;
    await run('toggleSourceProtection');
    try {
      assert.deepEqual(Object.values(protectedFiles() ?? {}), [true]);
      const uri = await write('Harbour/protected.txt', 'A source that nobody shall change.\n');
      const { document } = await open(uri);
      await vscode.commands.executeCommand('type', { text: 'x' });
      assert.equal(document.isDirty, false);
      await run('annotate', { uri, range: rangeOf(document, 'nobody'), kind: 'highlight' });
      assert.match(await read('Harbour/protected.txt.ann.yaml'), /quote: nobody/);
    } finally {
      await run('toggleSourceProtection');
    }
    assert.equal(protectedFiles(), undefined);
  });
});
