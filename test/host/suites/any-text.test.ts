import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import {
  closeAll,
  extensionId,
  hoverText,
  open,
  rangeOf,
  read,
  run,
  until,
  workspaceUri,
  write,
} from '../editor';

interface Api {
  annotations(uri: vscode.Uri): Promise<{ id: string; state: string }[]>;
}

async function states(uri: vscode.Uri): Promise<string[]> {
  const api = (await vscode.extensions.getExtension<Api>(extensionId)!.activate()) as Api;
  return (await api.annotations(uri)).map(({ state }) => state);
}

async function annotateActions(uri: vscode.Uri, range: vscode.Range): Promise<string[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
  );
  return actions.map(({ title }) => title).filter((title) => title.startsWith('Annotate'));
}

const texts = {
  'transcript.md': {
    language: 'markdown',
    content: '# Hearing 🚢\r\n\r\n**Clerk:** Forty docks were counted.\r\n\r\n- by whom?\r\n',
    quote: 'Forty docks were counted',
    changed: 'Forty docks were re-counted',
  },
  'count.ts': {
    language: 'typescript',
    content: '/** Counts the docks. */\nexport const docks = ["north", "south"].length;\n',
    quote: 'Counts the docks',
    changed: 'Counts all the docks',
  },
  'letter.txt': {
    language: 'plaintext',
    content: 'a letter without any head\nthe docks were sold\n',
    quote: 'the docks were sold',
    changed: 'the docks were resold',
  },
};

describe('any text', () => {
  afterEach(closeAll);

  for (const [name, { language, content, quote, changed }] of Object.entries(texts)) {
    it(`${language}: is annotated, hovered, reviewed and committed as a message is`, async () => {
      const uri = await write(`AnyText/${name}`, content);
      const { document } = await open(uri);
      assert.equal(document.languageId, language);
      const range = rangeOf(document, quote);
      assert.deepEqual(await annotateActions(uri, range), [], 'quiet where nothing is annotated');

      const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'Sure?' });
      const [{ target }] = parse(await read(`AnyText/${name}.ann.yaml`)).annotations;
      const canonical = content.replaceAll('\r\n', '\n');
      const start = [...canonical.slice(0, canonical.indexOf(quote))].length;
      assert.deepEqual([target.quote, target.start], [quote, start]);
      assert.match(await hoverText(uri, range.start), /Sure\?/);
      assert.ok((await annotateActions(uri, range)).length >= 5);
      assert.equal(await read(uri), content, 'the source is never edited');

      await write(`AnyText/${name}`, content.replace(quote, changed));
      await until('the passage is found edited', async () => (await states(uri))[0] === 'edited');
      await run('acceptReviewed', { uri, id });
      assert.deepEqual(await states(uri), ['exact']);

      await run('commit', { uri, message: `Annotate ${name}` });
      const files = execFileSync('git', ['show', '--name-only', '--format=', 'HEAD'], {
        cwd: workspaceUri().fsPath,
        encoding: 'utf8',
      });
      assert.deepEqual(files.trim().split('\n').sort(), [
        `AnyText/${name}`,
        `AnyText/${name}.ann.yaml`,
      ]);
    });
  }
});
