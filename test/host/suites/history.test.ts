import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeAll, open, rangeOf, run, workspaceUri, write } from '../editor';

interface Entry {
  readonly author: string;
  readonly commit: string;
  readonly changes: string;
}

const text = '[Salon] History\n\nESBROOK -- The bell was cast twice, the sexton said on Monday.\n';

describe('history of annotations', () => {
  afterEach(closeAll);

  it('tells who made and changed an annotation, and in which commits', async () => {
    const uri = await write('Harbour/history.txt', text);
    const { document } = await open(uri);
    const range = rangeOf(document, 'cast twice');
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'When?' });
    const first = await run<string>('commit', { uri });
    await run('annotate', { uri, range: rangeOf(document, 'sexton'), kind: 'highlight' });
    await run('commit', { uri });
    await run('edit', { uri, id, note: 'In 1790.' });
    const last = await run<string>('commit', { uri });

    const entries = await run<Entry[]>('showHistory', { uri, id });
    assert.deepEqual(
      entries.map(({ commit, changes }) => [commit, changes]),
      [
        [last, 'change 1'],
        [first, 'add 1 note'],
      ],
    );
    const author = execFileSync('git', ['log', '-1', '--format=%an'], {
      cwd: workspaceUri().fsPath,
    });
    assert.equal(entries[0]!.author, author.toString().trim());
  });
});
