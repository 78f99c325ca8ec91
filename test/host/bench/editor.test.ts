import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { medianMillisecondsAsync, type BenchmarkRow } from '../../../bench/row';
import { hoverText, open, rangeOf, symbols, untilLanguage, write } from '../editor';

const message = 'Alliance/2022-04-06 Shipyards.txt';
const rows: BenchmarkRow[] = [];

async function outline(uri: vscode.Uri): Promise<number> {
  await symbols(uri);
  return await medianMillisecondsAsync(() =>
    vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri),
  );
}

describe('figures of the extension host', () => {
  it('outline', async () => {
    const { document } = await open(message);
    await untilLanguage(document.uri, 'archive-message');
    const text = document.getText().replace(/^(?=\S)/gm, '# ');
    const markdown = await write('plain/outline.md', text);
    await open(markdown);
    const [value, peerValue] = [await outline(document.uri), await outline(markdown)];
    const peer = 'built-in Markdown outline, every line a heading';
    rows.push({ name: 'outline of a message, asked again', value, unit: 'ms', peer, peerValue });
  });

  it('hover', async () => {
    const { document } = await open(message);
    const { start } = rangeOf(document, 'NATO', 1);
    const css = await write('plain/style.css', 'a { color: red; }\n');
    const place = new vscode.Position(0, 5);
    await open(css);
    const texts = [await hoverText(document.uri, start), await hoverText(css, place)];
    if (texts.some((text) => text === '')) throw new Error('a hover is empty');
    const value = await medianMillisecondsAsync(() => hoverText(document.uri, start));
    const peerValue = await medianMillisecondsAsync(() => hoverText(css, place));
    const peer = 'built-in CSS hover on a property';
    rows.push({ name: 'hover over “NATO”', value, unit: 'ms', peer, peerValue });
  });

  after(async () => {
    const file = process.env['ARCHIVE_ANNOTATOR_BENCH'];
    if (!file) throw new Error('ARCHIVE_ANNOTATOR_BENCH names no file');
    await writeFile(file, JSON.stringify(rows));
  });
});
