import assert from 'node:assert/strict';
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
  untilLanguage,
  write,
} from '../editor';

interface Api {
  annotations(uri: vscode.Uri): Promise<{ id: string; state: string; kind: string }[]>;
}

async function api(): Promise<Api> {
  return (await vscode.extensions.getExtension<Api>(extensionId)!.activate()) as Api;
}

const text = [
  '[Salon] Docks are counted again',
  '',
  'https://www.harbour-review.example/docks',
  '',
  'March 14, 2024',
  '',
  'Docks are counted again',
  '',
  'ESBROOK -- The clerk counted forty docks 🚢 on Monday. The clerk was tired.',
  '',
  'A second count found forty-one, and the clerk wept.',
  '',
].join('\n');

async function openCopy(name: string, content = text) {
  const uri = await write(`Harbour/${name}`, content);
  const editor = await open(uri);
  await untilLanguage(uri, 'archive-message');
  return { uri, document: editor.document };
}

describe('annotate', () => {
  afterEach(closeAll);

  it('writes the annotation into a sidecar beside the source, in the specified form', async () => {
    const { uri, document } = await openCopy('count.txt');
    const range = rangeOf(document, 'forty docks 🚢');
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'Or fifty?' });
    const sidecar = await read('Harbour/count.txt.ann.yaml');
    assert.match(id, /^[0-9A-HJKMNP-TV-Z]{26}$/);
    assert.ok(sidecar.startsWith('format: archive-annotations/1\nsource:\n  name: count.txt\n'));
    const [annotation] = parse(sidecar).annotations;
    assert.equal(annotation.id, id);
    assert.equal(annotation.target.quote, 'forty docks 🚢');
    const start = [...text.slice(0, text.indexOf('forty docks'))].length;
    assert.equal(annotation.target.start, start);
    assert.equal(annotation.target.end, start + [...'forty docks 🚢'].length);
    assert.equal(annotation.note, 'Or fifty?');
    assert.equal(await read(uri), text, 'the source is never edited');
  });

  it('shows the annotation in a hover, and again after the file was reopened', async () => {
    const { uri, document } = await openCopy('hover.txt');
    const range = rangeOf(document, 'found forty-one');
    await run('annotate', {
      uri,
      range,
      kind: 'question',
      note: 'Who *counted* [them](command:x)?',
    });
    const hover = async () => hoverText(uri, range.start.translate(0, 2));
    assert.match(await hover(), /Question/);
    assert.match(await hover(), /Who \*counted\* /, 'a note looks as it was written');
    assert.doesNotMatch(await hover(), /\]\(command:x\)/, 'text of files is escaped');
    await closeAll();
    await open(uri);
    assert.match(await hover(), /Question/);
  });

  it('is valid for a CRLF copy of the source', async () => {
    const { uri, document } = await openCopy('lf.txt');
    await run('annotate', { uri, range: rangeOf(document, 'the clerk wept'), kind: 'highlight' });
    const sidecar = await read('Harbour/lf.txt.ann.yaml');
    await write('Harbour/crlf.txt.ann.yaml', sidecar.replace('name: lf.txt', 'name: crlf.txt'));
    const copy = await openCopy('crlf.txt', text.replaceAll('\n', '\r\n'));
    const [annotation] = await (await api()).annotations(copy.uri);
    assert.equal(annotation?.state, 'exact');
    const hover = await hoverText(copy.uri, rangeOf(copy.document, 'clerk wept').start);
    assert.match(hover, /Highlight/);
  });

  it('edits, replies to and deletes an annotation', async () => {
    const { uri, document } = await openCopy('edit.txt');
    const range = rangeOf(document, 'A second count');
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'one' });
    await run('edit', { uri, id, note: 'two\nlines', tags: ['count'] });
    await run('reply', { uri, id, note: 'I agree.' });
    const [annotation] = parse(await read('Harbour/edit.txt.ann.yaml')).annotations;
    assert.equal(annotation.note, 'two\nlines');
    assert.deepEqual(annotation.tags, ['count']);
    assert.equal(annotation.replies[0].note, 'I agree.');
    await run('remove', { uri, id });
    assert.deepEqual(parse(await read('Harbour/edit.txt.ann.yaml')).annotations ?? [], []);
  });

  it('annotates every whole-word occurrence of a passage', async () => {
    const { uri, document } = await openCopy('all.txt');
    const range = rangeOf(document, 'clerk');
    const ids = await run<string[]>('annotateAll', { uri, range, kind: 'highlight' });
    assert.equal(ids.length, 3);
    const again = await run<string[]>('annotateAll', { uri, range, kind: 'highlight' });
    assert.equal(again.length, 0, 'what is annotated already is left alone');
  });

  it('goes to the next and the previous annotation', async () => {
    const { uri, document } = await openCopy('next.txt');
    const places = ['counted forty', 'A second', 'wept'].map((it) => rangeOf(document, it));
    for (const range of places) await run('annotate', { uri, range, kind: 'highlight' });
    const editor = await open(uri);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('next');
    await run('next');
    assert.deepEqual(editor.selection.active, places[1]!.start);
    await run('previous');
    assert.deepEqual(editor.selection.active, places[0]!.start);
  });

  it('follows edits of the open source and writes the new places when it is saved', async () => {
    const { uri, document } = await openCopy('follow.txt');
    const range = rangeOf(document, 'the clerk wept');
    await run('annotate', { uri, range, kind: 'note', note: 'sad' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), 'Forwarded 🚢\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    const moved = await until('the sidecar has the new place', async () => {
      const [annotation] = parse(await read('Harbour/follow.txt.ann.yaml')).annotations;
      const points = [...document.getText()].slice(annotation.target.start, annotation.target.end);
      return points.join('') === 'the clerk wept' ? annotation : undefined;
    });
    assert.equal(moved.target.quote, 'the clerk wept');
    assert.equal(moved.state, undefined);
  });

  it('is undone by undo in the sidecar', async () => {
    const { uri, document } = await openCopy('undo.txt');
    await run('annotate', { uri, range: rangeOf(document, 'tired'), kind: 'highlight' });
    const sidecar = await open('Harbour/undo.txt.ann.yaml');
    await until('the editor shows the annotation', () =>
      sidecar.document.getText().includes('tired'),
    );
    await vscode.commands.executeCommand('undo');
    await until('the annotation is gone', () => !sidecar.document.getText().includes('tired'));
    assert.match(sidecar.document.getText(), /^format: archive-annotations\/1\n/);
  });

  it('creates an entity and annotates a name with it', async () => {
    const { uri, document } = await openCopy('entity.txt');
    const range = rangeOf(document, 'ESBROOK');
    const before = await read('entities.yaml');
    const entity = await run<string>('createEntity', {
      uri,
      range,
      type: 'place',
      name: 'Esbrook',
    });
    await run('annotate', { uri, range, kind: 'entity', entity });
    const [annotation] = parse(await read('Harbour/entity.txt.ann.yaml')).annotations;
    assert.equal(annotation.entity, entity);
    assert.ok((await read('entities.yaml')).includes(`\n  ${entity}:\n`));
    assert.match(await hoverText(uri, range.start), /Esbrook/);
    // A commit takes changed entity files along: other suites must find it as it was.
    await write('entities.yaml', before);
  });
});
