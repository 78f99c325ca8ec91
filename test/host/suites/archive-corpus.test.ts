import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  closeAll,
  extensionId,
  open,
  print,
  rangeOf,
  run,
  symbols,
  untilLanguage,
  write,
} from '../editor';
import { shared } from '../shared-files';

interface Api {
  message(uri: vscode.Uri): Promise<{ kind: string; messages: unknown[] }>;
  annotations(uri: vscode.Uri): Promise<{ state: string }[]>;
}

async function api(): Promise<Api> {
  return (await vscode.extensions.getExtension<Api>(extensionId)!.activate()) as Api;
}

/** The first files of a kind, as copies in the workspace: annotating must not touch the corpus. */
async function copies(folder: string, accept: RegExp, count: number): Promise<vscode.Uri[]> {
  const path = shared('corpus', folder);
  if (!path) return [];
  const names = readdirSync(path)
    .filter((name) => accept.test(name))
    .slice(0, count);
  return await Promise.all(
    names.map((name) => write(`Corpus/${folder}/${name}`, readFileSync(join(path, name)))),
  );
}

/** Opens, outlines, opens the first message, annotates a line of it, closes and opens it again. */
async function read(uri: vscode.Uri): Promise<void> {
  const editor = await open(uri);
  await untilLanguage(uri, 'archive-message');
  assert.ok((await symbols(uri)).length > 0, 'it has no outline');
  const { kind, messages } = await (await api()).message(uri);
  const opened = await run<vscode.Uri>('openMessage', { uri, index: 0 });
  const message = await vscode.workspace.openTextDocument(opened);
  assert.equal(message.languageId, 'archive-message');
  assert.ok((await symbols(opened)).length > 0, 'the message has no outline');
  assert.doesNotMatch(message.getText(), /<!--|<\/(?:p|pre|td|a)>/i, 'it shows markup');
  const line = message
    .getText()
    .split('\n')
    .findLast((text) => /\p{L}{3}/u.test(text))!;
  const words = /\p{L}{3,}/u.exec(line)![0];
  const range = rangeOf(message, words);
  await run('annotate', { uri: opened, range, kind: 'highlight' });
  await closeAll();
  await open(opened);
  const inMessage = await (await api()).annotations(opened);
  const inFile = await (await api()).annotations(uri);
  assert.deepEqual(
    [inMessage, inFile].map((found) => found.map(({ state }) => state)),
    [['exact'], ['exact']],
  );
  print(
    `      ${kind}, ${messages.length} messages, ${editor.document.lineCount} lines: ${uri.path.split('/').at(-1)}`,
  );
}

describe('real archives', function () {
  this.timeout(120_000);
  afterEach(closeAll);

  for (const [folder, accept] of [
    ['pipermail-mbox', /\.txt$/],
    ['eml', /\.(?:eml|txt)$/],
    ['mhonarc-html', /msg\d+\.html$/],
    ['pipermail-html', /\d{6}\.html$/],
  ] as const) {
    it(`are read, annotated and opened again: ${folder}`, async function () {
      const files = await copies(folder, accept, 3);
      if (files.length === 0) return this.skip();
      for (const uri of files) {
        try {
          await read(uri);
        } catch (error) {
          throw new Error(`${uri.path}: ${String(error)}`, { cause: error });
        }
      }
    });
  }
});
