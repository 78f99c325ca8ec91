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
});
