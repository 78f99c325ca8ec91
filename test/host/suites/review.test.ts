import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import type { AnchoredAnnotation } from '../../../src/core/annotation/anchor/anchored-annotation';
import { itemOf } from '../../../src/features/review/review-items';
import { closeAll, extensionId, open, rangeOf, read, run, until, write } from '../editor';

interface Api {
  annotations(uri: vscode.Uri): Promise<{ id: string; state: string }[]>;
}

const text = [
  '[Salon] Reviewed',
  '',
  'https://www.harbour-review.example/reviewed',
  '',
  'March 17, 2024',
  '',
  'NYHAMN -- The warden opened the northern lock before dawn, as every spring since the flood.',
  '',
  'Nobody had asked the southern villages, which lost three fields and a road to the water.',
  '',
].join('\n');

async function states(uri: vscode.Uri): Promise<string[]> {
  const api = (await vscode.extensions.getExtension<Api>(extensionId)!.activate()) as Api;
  return (await api.annotations(uri)).map(({ state }) => state);
}

describe('review', () => {
  let attempts = 0;

  afterEach(closeAll);

  it('accepts an edited passage and keeps its quote', async () => {
    const uri = await write('Harbour/edited.txt', text);
    const { document } = await open(uri);
    const range = rangeOf(document, 'The warden opened the northern lock before dawn');
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'When?' });
    await write(
      'Harbour/edited.txt',
      text.replace('opened the northern lock', 'opened teh northern lock'),
    );
    await until('the passage is found edited', async () => (await states(uri))[0] === 'edited');
    await run('acceptReviewed', { uri, id });
    const [annotation] = parse(await read('Harbour/edited.txt.ann.yaml')).annotations;
    assert.equal(annotation.target.quote, 'The warden opened the northern lock before dawn');
    assert.equal(annotation.target.current, 'The warden opened teh northern lock before dawn');
    assert.equal(annotation.state, undefined);
    assert.deepEqual(await states(uri), ['exact']);
  });

  it('never moves an annotation whose passage is gone; keeps or re-attaches it when told so', async () => {
    const uri = await write('Harbour/gone.txt', text);
    const { document } = await open(uri);
    const range = rangeOf(document, 'which lost three fields and a road to the water');
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'Which?' });
    await write('Harbour/gone.txt', text.split('\n').slice(0, 7).join('\n') + '\n');
    await until('the passage is found gone', async () => (await states(uri))[0] === 'orphaned');
    const before = await read('Harbour/gone.txt.ann.yaml');
    assert.match(before, /which lost three fields/);

    await run('keepOrphan', { uri, id });
    const [kept] = parse(await read('Harbour/gone.txt.ann.yaml')).annotations;
    assert.equal(kept.state, 'orphaned');
    assert.equal(kept.target.quote, 'which lost three fields and a road to the water');

    await run('reattach', { uri, id, range: rangeOf(document, 'The warden') });
    const [attached] = parse(await read('Harbour/gone.txt.ann.yaml')).annotations;
    assert.equal(attached.target.quote, 'which lost three fields and a road to the water');
    assert.equal(attached.target.current, 'The warden');
    assert.deepEqual(await states(uri), ['exact']);
  });

  it('settles what a merge left open: the present values, the other ones, or both; undo takes it back', async () => {
    const name = `settled-${++attempts}.txt`;
    const uri = await write(`Harbour/${name}`, text);
    const { document } = await open(uri);
    const annotate = (quote: string) =>
      run<string>('annotate', { uri, range: rangeOf(document, quote), kind: 'note', note: 'ours' });
    const ids = [await annotate('warden'), await annotate('dawn'), await annotate('flood')];
    const sidecar = `Harbour/${name}.ann.yaml`;
    const left = '    x-conflict:\n      - { field: note, value: theirs }\n';
    const merged = (await read(sidecar)).replaceAll('    note: ours\n', `$&${left}`);
    const { document: shown } = await open(await write(sidecar, merged));
    await until('the editor shows it', () => shown.getText() === merged);
    const [first, second, third] = ids;
    await run('acceptReviewed', { uri, id: first });
    await run('acceptOther', { uri, id: second });
    await run('acceptBoth', { uri, id: third, conflict: 0 });
    const found = new Map(
      parse(await read(sidecar)).annotations.map((it: { id: string }) => [it.id, it]),
    ) as Map<string, Record<string, unknown>>;
    assert.deepEqual(
      ids.map((id) => [found.get(id)?.['note'], found.get(id)?.['x-conflict']]),
      [
        ['ours', undefined],
        ['theirs', undefined],
        ['ours\n\ntheirs', undefined],
      ],
    );
    await assert.rejects(run('acceptOther', { uri, id: first }), /no two versions/);
    for (let step = 0; step < ids.length; step++) {
      await vscode.window.showTextDocument(shown);
      await vscode.commands.executeCommand('undo');
    }
    assert.equal(shown.getText(), merged);
  });

  it('says in a row why it is listed, then what was exchanged, the passage and the note', () => {
    const uri = vscode.Uri.file('/ships.txt');
    const quote = 'the ship left';
    const target = [{ quote, before: 'On Friday ', after: ' at dawn', start: 10, end: 23 }];
    const found: AnchoredAnnotation = {
      annotation: { id: 'A', kind: 'note', target, note: '**Why?**', by: 'Anna Reader' },
      state: 'edited',
      ranges: [{ start: 10, end: 23 }],
      reason: 'The passage was edited.',
    };
    const passages = { now: ['the boat left'], candidates: [] };
    const rest = { uri, found, byId: new Map(), passages };
    const item = itemOf({ type: 'annotation', reason: 'edited', ...rest });
    assert.equal(item.label, 'Text edited');
    assert.equal(item.description, 'ship → boat · the ship left · Why?');
    const { value } = item.tooltip as vscode.MarkdownString;
    assert.match(value, /the +~~ship~~ +\*\*boat\*\* +left/);
    assert.match(value, /\*\*Why\?\*\*/);
    assert.match(value, /Anna Reader/);
  });

  it('opens the list of what needs review', async () => {
    await run('review');
  });
});
