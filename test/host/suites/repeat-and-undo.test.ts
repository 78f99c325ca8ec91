import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { closeAll, open, rangeOf, read, run, until, write } from '../editor';

const text = [
  '[Salon] Ships for Sweden and Finland',
  '',
  'March 18, 2024',
  '',
  'Sweden orders two ships, Finland one. Sweden pays in spring; the yard at Esbrook builds them.',
  '',
].join('\n');

async function openCopy(name: string) {
  const uri = await write(`Again/${name}`, text);
  const editor = await open(uri);
  const select = (words: string, nth = 0) => {
    const { start, end } = rangeOf(editor.document, words, nth);
    editor.selection = new vscode.Selection(start, end);
  };
  return { uri, editor, document: editor.document, select };
}

async function annotations(name: string) {
  return parse(await read(`Again/${name}.ann.yaml`)).annotations;
}

/** The lines of the record at the end of a sidecar. */
function lastRecord(sidecar: string, quote: string): string {
  const record = sidecar.slice(sidecar.lastIndexOf('  - id:'));
  assert.ok(record.includes(`quote: ${quote}`), sidecar);
  return record;
}

describe('annotating again', () => {
  afterEach(closeAll);

  it('takes the same entity only for one of its names, else the one that has the name', async () => {
    const { uri, document, select } = await openCopy('entity.txt');
    const range = rangeOf(document, 'Sweden', 1);
    await run('annotate', { uri, range, kind: 'entity', entity: 'sweden' });
    select('Sweden', 2);
    await run('repeat');
    select('Finland', 1);
    await run('repeat');
    const made = (await annotations('entity.txt')).map(
      (it: { target: { quote: string }; entity: string }) => [it.target.quote, it.entity],
    );
    assert.deepEqual(made, [
      ['Sweden', 'sweden'],
      ['Finland', 'finland'],
      ['Sweden', 'sweden'],
    ]);
  });

  it('is taken back by undo from the source, change by change and byte for byte', async () => {
    const { uri, document, select } = await openCopy('undo.txt');
    await run('annotate', { uri, range: rangeOf(document, 'two ships'), kind: 'highlight' });
    const sidecar = 'Again/undo.txt.ann.yaml';
    const first = await read(sidecar);
    select('spring');
    await run('annotate', { uri, range: rangeOf(document, 'spring'), kind: 'note', note: 'When?' });
    const [{ id }] = await annotations('undo.txt');
    await run('remove', { uri, id });
    assert.equal((await annotations('undo.txt')).length, 1);
    await run('undo');
    assert.equal((await annotations('undo.txt')).length, 2);
    await run('undo');
    assert.equal(await read(sidecar), first);
    assert.equal(document.getText(), text);
    assert.equal(document.isDirty, false);
  });

  it('is undone where another part of the sidecar was changed since, and only there', async () => {
    const { uri, document } = await openCopy('changed.txt');
    const range = rangeOf(document, 'two ships');
    const id = await run('annotate', { uri, range, kind: 'note', note: 'Which?' });
    const sidecar = 'Again/changed.txt.ann.yaml';
    const first = await read(sidecar);
    await run('edit', { uri, id, note: 'Which ones?' });
    const commented = `${await read(sidecar)}# somebody else was here\n`;
    await write(sidecar, commented);
    await run('undo');
    assert.equal(await read(sidecar), `${first}# somebody else was here\n`);
    await run('edit', { uri, id, note: 'Both?' });
    const changed = (await read(sidecar)).replace('Both?', 'Neither?');
    await write(sidecar, changed);
    await run('undo');
    assert.equal(await read(sidecar), changed);
  });

  it('is brought back from the message that says it was deleted, with all that its record held', async () => {
    const { uri, document } = await openCopy('toast.txt');
    const range = rangeOf(document, 'two ships');
    const id = await run('annotate', { uri, range, kind: 'note', note: 'Which?' });
    const sidecar = 'Again/toast.txt.ann.yaml';
    const lines = `id: ${id} # see the yard\n    x-mood:   [calm]\n`;
    const written = (await read(sidecar)).replace(`id: ${id}\n`, lines);
    await write(sidecar, written);
    await run('remove', { uri, id });
    assert.ok(!(await read(sidecar)).includes('x-mood'));
    await run('annotate', { uri, range: rangeOf(document, 'spring'), kind: 'highlight' });
    const record = lastRecord(await read(sidecar), 'spring');
    await until('the button of the message was pressed', async () => {
      await vscode.commands.executeCommand('notifications.focusFirstToast');
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return (await read(sidecar)).includes('x-mood');
    });
    assert.equal(await read(sidecar), written + record);
  });

  it('changes a kind and keeps what was said', async () => {
    const { uri, document } = await openCopy('kind.txt');
    const range = rangeOf(document, 'Esbrook');
    const id = await run('annotate', { uri, range, kind: 'highlight', tags: ['yards'] });
    await run('setKind', { uri, id, kind: 'entity', entity: 'esbrook' });
    const [first] = await annotations('kind.txt');
    assert.deepEqual([first.kind, first.entity, first.tags], ['entity', 'esbrook', ['yards']]);
    await run('setKind', { uri, id, kind: 'question' });
    const [second] = await annotations('kind.txt');
    assert.deepEqual([second.kind, second.entity], ['question', undefined]);
  });

  it('writes a note on the whole source without a selection', async () => {
    const { uri } = await openCopy('whole.txt');
    await run('annotateDocument', { uri, note: 'Sent twice.' });
    const [made] = await annotations('whole.txt');
    assert.deepEqual([made.kind, made.note, made.target], ['document', 'Sent twice.', undefined]);
  });

  it('is attached to no word that the cursor only stands on', async () => {
    const { uri, document, editor } = await openCopy('word.txt');
    const range = rangeOf(document, 'two ships');
    const id = await run('annotate', { uri, range, kind: 'highlight' });
    const { start } = rangeOf(document, 'spring');
    editor.selection = new vscode.Selection(start, start);
    await assert.rejects(async () => run('reattach', { uri, id }), /Select the passage/);
    assert.equal((await annotations('word.txt'))[0].target.current, undefined);
    editor.selection = new vscode.Selection(start, start.translate(0, 'spring'.length));
    await until('the selection', () => !editor.selection.isEmpty);
    await run('reattach', { uri, id });
    assert.equal((await annotations('word.txt'))[0].target.current, 'spring');
  });
});
