import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  read,
  run,
  symbols,
  until,
  untilLanguage,
  workspaceUri,
  write,
} from '../editor';
import { shared } from '../shared-files';

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: workspaceUri().fsPath, encoding: 'utf8' });

/** Code points before a passage: what a sidecar counts. */
const place = (text: string, quote: string) => [...text.slice(0, text.indexOf(quote))].length;

describe('the main job on the seed', () => {
  after(closeAll);

  it('opens, outlines, explains, annotates, reopens, edits and commits', async function () {
    const seed = shared('seeds', '000_86cf0dd558a73b49.txt');
    if (!seed) return this.skip();
    const text = readFileSync(seed, 'utf8');
    const uri = await write('Seed/000_86cf0dd558a73b49.txt', text);
    const { document } = await open(uri);
    await untilLanguage(uri, 'archive-message');

    const outline = await symbols(uri);
    const all = (found: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      found.flatMap((symbol) => [symbol, ...all(symbol.children)]);
    assert.ok(all(outline).length >= 20);
    assert.deepEqual(
      outline.map(({ name }) => name.replace(/^(¶ \d+).*/, '$1')),
      [
        'Header',
        'Title',
        'Deck',
        ...[1, 2, 3, 4, 5, 6].map((number) => `¶ ${number}`),
        'Caption',
        ...[7, 8, 9, 10, 11].map((number) => `¶ ${number}`),
        'Footer',
      ],
    );
    const dateline = all(outline).find(({ name }) => name.startsWith('Dateline'))!;
    assert.match(document.getText(dateline.range), /^BRUSSELS --/);

    // Jens Stoltenberg stands in the workspace's entity file, the others in the gazetteer.
    const cards = { NATO: /North Atlantic/, 'Jens Stoltenberg': /Norwegian/, Mariupol: /Ukraine/ };
    for (const [name, fact] of Object.entries(cards)) {
      await until(`a card on ${name}`, async () =>
        fact.test(await hoverText(uri, rangeOf(document, name).start)),
      );
    }

    const quote = 'Targeting and murdering civilians is a war crime';
    const range = rangeOf(document, quote);
    const id = await run<string>('annotate', {
      uri,
      range,
      kind: 'note',
      note: 'Said on April 5.',
    });
    const start = place(text, quote);
    const sidecar = await read('Seed/000_86cf0dd558a73b49.txt.ann.yaml');
    const blob = git('hash-object', '--', uri.fsPath).trim();
    const sha256 = execFileSync('sha256sum', [uri.fsPath], { encoding: 'utf8' }).slice(0, 64);
    const lines = sidecar.split('\n');
    assert.deepEqual(lines.slice(0, 10), [
      'format: archive-annotations/1',
      'source:',
      '  name: 000_86cf0dd558a73b49.txt',
      `  sha256: ${sha256}`,
      `  blob: ${blob}`,
      'annotations:',
      `  - id: ${id}`,
      '    kind: note',
      '    target:',
      `      quote: ${quote}`,
    ]);
    assert.ok(lines.includes(`      start: ${start}`));
    assert.ok(lines.includes(`      end: ${start + quote.length}`));

    await closeAll();
    await open(uri);
    await until('the annotation is shown again', async () =>
      (await hoverText(uri, range.start)).includes('Said on April 5.'),
    );
    await run('edit', { uri, id, note: 'Said on Tuesday, April 5.' });

    const hash = await run<string>('commit', { uri });
    const files = git('show', '--name-only', '--format=', hash).trim().split('\n');
    assert.deepEqual(files, [
      'Seed/000_86cf0dd558a73b49.txt',
      'Seed/000_86cf0dd558a73b49.txt.ann.yaml',
    ]);
    assert.equal(await read(uri), text, 'the source is never edited');
  });
});
