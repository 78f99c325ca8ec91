import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, symbols, untilLanguage } from '../editor';
import { shared } from '../shared-files';

/** Symbols as an indented list: what a reader sees in the Outline. */
function draw(found: readonly vscode.DocumentSymbol[], depth = 0): string[] {
  return found.flatMap((symbol) => [
    `${'  '.repeat(depth)}${symbol.name}: ${symbol.detail}`,
    ...draw(symbol.children, depth + 1),
  ]);
}

function count(found: readonly vscode.DocumentSymbol[]): number {
  return found.reduce((sum, symbol) => sum + 1 + count(symbol.children), 0);
}

function assertNested(found: readonly vscode.DocumentSymbol[], within: vscode.Range): void {
  let previous = within.start;
  for (const symbol of found) {
    assert.ok(within.contains(symbol.range), `${symbol.name} leaves its parent`);
    assert.ok(symbol.range.contains(symbol.selectionRange), symbol.name);
    assert.ok(symbol.range.start.isAfterOrEqual(previous), `${symbol.name} is out of order`);
    previous = symbol.range.start;
    assertNested(symbol.children, symbol.range);
  }
}

describe('outline', () => {
  afterEach(closeAll);

  it('lists header, title, deck, dateline, numbered paragraphs, caption and footer', async () => {
    const { document } = await open('Alliance/2022-04-06 Shipyards.txt');
    await untilLanguage(document.uri, 'archive-message');
    const found = await symbols(document.uri);
    const outline = draw(found).join('\n');
    for (const expected of ['Header', 'Salon', 'April 6, 202', 'BRUSSELS', '¶ 3 ']) {
      assert.ok(outline.includes(expected), `no “${expected}” in\n${outline}`);
    }
    assertNested(found, new vscode.Range(0, 0, document.lineCount, 0));
  });

  it('says that the year of the date line is incomplete', async () => {
    const { document } = await open('Alliance/2022-04-06 Shipyards.txt');
    await untilLanguage(document.uri, 'archive-message');
    const all = (found: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      found.flatMap((symbol) => [symbol, ...all(symbol.children)]);
    const date = all(await symbols(document.uri)).find(({ detail }) =>
      detail.includes('April 6, 202'),
    );
    assert.match(`${date?.detail}`, /incomplete/i);
  });

  it('outlines the seed with at least 20 symbols', async function () {
    const seed = shared('seeds', '000_86cf0dd558a73b49.txt');
    if (!seed) return this.skip();
    const { document } = await open(vscode.Uri.file(seed));
    await untilLanguage(document.uri, 'archive-message');
    const found = await symbols(document.uri);
    assert.ok(count(found) >= 20, draw(found).join('\n'));
    assertNested(found, new vscode.Range(0, 0, document.lineCount, 0));
  });

  it('folds and expands the selection by word, sentence, paragraph and message', async () => {
    const { document } = await open('Alliance/2022-04-06 Shipyards.txt');
    await untilLanguage(document.uri, 'archive-message');
    const at = document.positionAt(document.getText().indexOf('observers'));
    const [chain] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at],
    );
    const texts: string[] = [];
    for (let step: vscode.SelectionRange | undefined = chain; step; step = step.parent) {
      texts.push(document.getText(step.range));
    }
    assert.ok(texts.includes('observers'), texts.join('\n--\n'));
    assert.ok(texts.some((text) => /^Finland.*Kyiv\.$/s.test(text)));
    assert.ok(texts.some((text) => /^The talks open.*Kyiv\.$/s.test(text)));
  });
});
