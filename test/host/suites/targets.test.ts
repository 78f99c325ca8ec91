import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { closeAll, hoverText, open, rangeOf, read, run, write } from '../editor';

const text = [
  '[Salon] Targets',
  '',
  'https://www.harbour-review.example/targets',
  '',
  'March 18, 2024',
  '',
  'ESBROOK -- The clerk counted forty docks on Monday, and the clerk was tired of docks.',
  'A second line stands below it.',
  '',
].join('\n');

async function openCopy(name: string) {
  const uri = await write(`Harbour/${name}`, text);
  const editor = await open(uri);
  return { uri, editor, document: editor.document };
}

async function annotations(name: string) {
  return parse(await read(`Harbour/${name}.ann.yaml`)).annotations;
}

function putCursor(editor: vscode.TextEditor, at: vscode.Position): void {
  editor.selection = new vscode.Selection(at, at);
}

describe('targets', () => {
  afterEach(closeAll);

  it('grow, shrink and move by word and by line with the cursor in them', async () => {
    const { uri, editor, document } = await openCopy('grow.txt');
    const range = rangeOf(document, 'forty docks');
    await run('annotate', { uri, range, kind: 'note', note: 'count' });
    putCursor(editor, range.start.translate(0, 2));
    const quote = async () => (await annotations('grow.txt'))[0].target.quote;
    await run('growEnd');
    await run('growStart');
    assert.equal(await quote(), 'counted forty docks on');
    await run('shrinkStart');
    await run('shrinkEnd');
    assert.equal(await quote(), 'forty docks');
    await run('moveForward');
    assert.equal(await quote(), 'docks on');
    assert.ok(
      rangeOf(document, 'docks on').contains(editor.selection.active),
      'the cursor follows',
    );
    await run('growEnd', { by: 'line' });
    assert.equal(await quote(), 'docks on Monday, and the clerk was tired of docks.');
    await run('growEnd', { by: 'line' });
    assert.match(await quote(), /docks\.\nA second line stands below it\.$/);
    const [annotation] = await annotations('grow.txt');
    assert.equal(annotation.note, 'count');
    assert.equal(annotation.target.start, text.indexOf('docks on'));
    assert.equal(annotation.state, undefined);
  });

  it('grow as often as the key is pressed, though writing takes longer', async () => {
    const { uri, editor, document } = await openCopy('held.txt');
    const range = rangeOf(document, 'clerk');
    await run('annotate', { uri, range, kind: 'highlight' });
    putCursor(editor, range.start);
    await Promise.all([1, 2, 3, 4].map(() => run('growEnd')));
    const [{ target }] = await annotations('held.txt');
    assert.equal(target.quote, 'clerk counted forty docks on');
  });

  it('may overlap: the innermost is changed, and goes on being changed as it grows', async () => {
    const { uri, editor, document } = await openCopy('overlap.txt');
    const outer = rangeOf(document, 'counted forty docks');
    const inner = rangeOf(document, 'forty');
    await run('annotate', { uri, range: outer, kind: 'highlight' });
    const id = await run<string>('annotate', { uri, range: inner, kind: 'question', note: 'why?' });
    putCursor(editor, inner.start.translate(0, 1));
    for (let step = 0; step < 4; step++) await run('growEnd');
    const all = await annotations('overlap.txt');
    assert.equal(all.length, 2);
    const grown = all.find((it: { id: string }) => it.id === id);
    assert.equal(grown.target.quote, 'forty docks on Monday, and');
    assert.equal(
      all.find((it: { id: string }) => it.id !== id).target.quote,
      'counted forty docks',
    );
    const hover = await hoverText(uri, inner.start.translate(0, 1));
    assert.match(hover, /Question/);
    assert.match(hover, /Highlight/);
  });

  it('are split at the cursor into two that say the same', async () => {
    const { uri, editor, document } = await openCopy('split.txt');
    const range = rangeOf(document, 'on Monday, and the clerk was tired');
    const tags = ['work'];
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'n', tags });
    putCursor(editor, rangeOf(document, ' and the').start);
    const other = await run<string>('split');
    const all = await annotations('split.txt');
    assert.deepEqual(
      all.map((it: { id: string; target: { quote: string } }) => [it.id, it.target.quote]),
      [
        [id, 'on Monday,'],
        [other, 'and the clerk was tired'],
      ],
    );
    assert.deepEqual(all[1].tags, tags);
  });

  it('have several stretches when several are selected', async () => {
    const { uri, editor, document } = await openCopy('stretches.txt');
    const ranges = [rangeOf(document, 'forty docks'), rangeOf(document, 'tired of docks')];
    editor.selections = ranges.map(({ start, end }) => new vscode.Selection(start, end));
    await run('annotate', { kind: 'highlight' });
    const [{ target }] = await annotations('stretches.txt');
    assert.deepEqual(
      target.map((it: { quote: string }) => it.quote),
      ['forty docks', 'tired of docks'],
    );
    putCursor(editor, ranges[1]!.start);
    await run('growStart');
    const [grown] = await annotations('stretches.txt');
    assert.deepEqual(
      grown.target.map((it: { quote: string }) => it.quote),
      ['forty docks', 'was tired of docks'],
    );
    assert.match(await hoverText(uri, ranges[0]!.start), /Highlight/);
  });

  it('are annotated as the last one was, with one key', async () => {
    const { uri, document, editor } = await openCopy('repeat.txt');
    const given = { kind: 'highlight', tags: ['count'], type: 'number' };
    await run('annotate', { uri, range: rangeOf(document, 'forty'), ...given });
    const { start, end } = rangeOf(document, 'second');
    editor.selection = new vscode.Selection(start, end);
    await run('repeat');
    const all = await annotations('repeat.txt');
    assert.equal(all[1].target.quote, 'second');
    assert.equal(all[1].kind, 'highlight');
    assert.deepEqual(all[1].tags, ['count']);
    assert.equal(all[1].type, 'number');
  });

  it('keep what was quoted when the passage was edited since', async () => {
    const { uri, document, editor } = await openCopy('evidence.txt');
    const range = rangeOf(document, 'clerk was tired');
    await run('annotate', { uri, range, kind: 'note', note: 'n' });
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, rangeOf(document, 'was tired'), 'is tired');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    putCursor(editor, range.start);
    await run('growEnd');
    const [{ target }] = await annotations('evidence.txt');
    assert.equal(target.quote, 'clerk was tired');
    assert.equal(target.current, 'clerk is tired of');
  });
});
