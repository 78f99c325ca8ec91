import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  read,
  run,
  until,
  untilDiagnostics,
  write,
} from '../editor';

const text = '[Salon] Terms\n\nThe year is lost, and nobody knows which year it was.\n';
const vocabulary = `format: archive-vocabulary/1
types:
  statement: { description: Something said }
tags:
  date: # about times
    description: Times and days
    color: blue
  date/truncated:
`;

async function labels(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function annotated(path: string, tags: string[]) {
  const uri = await write(path, text);
  const { document } = await open(uri);
  const range = rangeOf(document, 'The year is lost');
  await run('annotate', { uri, range, kind: 'highlight', tags });
  return uri;
}

describe('vocabulary', () => {
  afterEach(closeAll);

  it('reports terms that it lacks in sidecars, and falls silent when they are added', async () => {
    const file = await write('Terms/vocabulary.yaml', vocabulary);
    await annotated('Terms/unknown.txt', ['date', 'weather']);
    const sidecar = (await open('Terms/unknown.txt.ann.yaml')).document;
    const isUnknown = ({ code }: vscode.Diagnostic) => code === 'unknown-tag';
    const found = await untilDiagnostics(sidecar.uri, (all) => all.some(isUnknown));
    assert.deepEqual(
      found.filter(isUnknown).map(({ message }) => message),
      ['The tag “weather” is not in the vocabulary.'],
    );
    await write('Terms/vocabulary.yaml', `${vocabulary}  weather:\n`);
    await untilDiagnostics(sidecar.uri, (all) => !all.some(isUnknown));
    await vscode.workspace.fs.delete(file);
  });

  it('reports its own mistakes at their place', async () => {
    const file = await write('Terms/wrong/vocabulary.yaml', vocabulary.replace('blue', 'mauve'));
    await open(file);
    const [problem] = await untilDiagnostics(file);
    assert.equal(problem!.range.start.line, 6);
    await vscode.workspace.fs.delete(file);
  });

  it('completes and explains tags, types and kinds in sidecars', async () => {
    const file = await write('Terms/vocabulary.yaml', vocabulary);
    await annotated('Terms/complete.txt', ['date']);
    const { document } = await open('Terms/complete.txt.ann.yaml');
    await until('the editor shows the tags', () => document.getText().includes('tags: [date]'));
    const tag = rangeOf(document, 'tags: [date]');
    const tags = await labels(document.uri, tag.end.translate(0, -1));
    assert.deepEqual(tags.slice(0, 2), ['date', 'date/truncated']);
    const kinds = await labels(document.uri, rangeOf(document, 'kind: highlight').end);
    assert.ok(kinds.includes('question'), kinds.join());
    const hover = await hoverText(document.uri, tag.end.translate(0, -2));
    assert.match(hover, /Times and days/);
    await vscode.workspace.fs.delete(file);
  });

  it('is completed itself with terms in use', async () => {
    await annotated('Terms/used.txt', ['harbour']);
    const file = await write('Terms/vocabulary.yaml', `${vocabulary}  \n`);
    const { document } = await open(file);
    const end = new vscode.Position(document.lineCount - 2, 2);
    await until('the tag is offered', async () => (await labels(file, end)).includes('harbour'));
    const color = rangeOf(document, 'color: ').end;
    assert.ok((await labels(file, color)).includes('purple'));
    await vscode.workspace.fs.delete(file);
  });

  it('renames a tag with the narrower ones over the archive, as one edit', async () => {
    const file = await write('Terms/rename/vocabulary.yaml', vocabulary);
    await annotated('Terms/rename/a.txt', ['date', 'kept']);
    await annotated('Terms/rename/b.txt', ['date/truncated']);
    await annotated('Terms/elsewhere.txt', ['date']);
    await closeAll();
    const { document } = await open(file);
    await run('renameTag', { uri: file, from: 'date', to: 'time' });
    const tagsOf = async (path: string) => parse(await read(path)).annotations[0].tags;
    assert.deepEqual(await tagsOf('Terms/rename/a.txt.ann.yaml'), ['time', 'kept']);
    assert.deepEqual(await tagsOf('Terms/rename/b.txt.ann.yaml'), ['time/truncated']);
    assert.deepEqual(await tagsOf('Terms/elsewhere.txt.ann.yaml'), ['date']);
    assert.equal(await read(file), vocabulary.replaceAll(/date(?=[:/])/g, 'time'));
    assert.equal(document.isDirty, false);
    await assert.rejects(run('renameTag', { uri: file, from: 'date', to: 'x' }), /Nothing has/);
    await vscode.workspace.fs.delete(file);
  });
});
