import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { longCase } from '../../../bench/anchor-speed';
import { medianMillisecondsAsync, type BenchmarkRow } from '../../../bench/row';
import { newAnnotation } from '../../../src/core/annotation/new-annotation';
import { createSidecar } from '../../../src/core/annotation/write-sidecar';
import { contentIdentity } from '../../../src/core/text/hash';
import { SourceText } from '../../../src/core/text/source-text';
import {
  closeAll,
  extensionId,
  hoverText,
  open,
  rangeOf,
  symbols,
  untilLanguage,
  write,
} from '../editor';
import { millisecondsIn } from './profiled';

interface Api {
  annotations(uri: vscode.Uri): Promise<readonly unknown[]>;
}

const message = 'Alliance/2022-04-06 Shipyards.txt';
const rows: BenchmarkRow[] = [];

async function outline(uri: vscode.Uri): Promise<number> {
  await symbols(uri);
  return await medianMillisecondsAsync(() =>
    vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri),
  );
}

const asOneWord = { undoStopBefore: false, undoStopAfter: false };

/** What one key costs in the handlers of the change event, those of all extensions, in milliseconds. */
async function typing(file: string): Promise<number> {
  const editor = await open(file);
  let place = new vscode.Position(Math.floor(editor.document.lineCount / 2), 0);
  const type = async (keys: number): Promise<void> => {
    for (let key = 0; key < keys; key++) {
      await editor.edit((edit) => edit.insert(place, 'x'), asOneWord);
      place = place.translate(0, 1);
    }
  };
  await type(20);
  const time = await millisecondsIn('$acceptModelChanged', () => type(100));
  await closeAll();
  return time / 100;
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

  it('typing', async function () {
    this.timeout(240_000);
    const { oldText, annotations } = longCase(1);
    const source = new SourceText(oldText);
    const kept = annotations.map(({ target }) =>
      newAnnotation({
        source,
        kind: 'highlight',
        ranges: [source.toTextRange(target[0]!)],
        by: 'Anna Reader',
      }),
    );
    await write('plain/typing-alone.txt', oldText);
    await write('plain/typing.txt', oldText);
    const sidecar = createSidecar({ name: 'typing.txt', ...contentIdentity(source) }, kept);
    await write('plain/typing.txt.ann.yaml', sidecar);
    const api = await vscode.extensions.getExtension<Api>(extensionId)!.activate();
    const { document } = await open('plain/typing.txt');
    const placed = (await api.annotations(document.uri)).length;
    if (placed !== kept.length) throw new Error(`${placed} annotations`);
    const value = await typing('plain/typing.txt');
    const peerValue = await typing('plain/typing-alone.txt');
    const name = 'a key in a text of 1 MB with 1,000 annotations, all handlers of the event';
    const remark = 'goal: under 1 ms';
    const peer = 'the same text without annotations';
    rows.push({ name, value, unit: 'ms', peer, peerValue, remark });
  });

  after(async () => {
    const file = process.env['ARCHIVE_ANNOTATOR_BENCH'];
    if (!file) throw new Error('ARCHIVE_ANNOTATOR_BENCH names no file');
    await writeFile(file, JSON.stringify(rows));
  });
});
