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
  signAs,
  takeStep,
  until,
  untilDiagnostics,
  untilLanguage,
  write,
} from '../editor';

const text = [
  '[Salon] The yard answers the council',
  '',
  'https://www.harbour-review.example/yard',
  '',
  'March 18, 2024',
  '',
  'ESBROOK -- The council asked the yard for its books. The yard sent them on Friday.',
  '',
].join('\n');

interface Found {
  id: string;
  kind: string;
  type?: string;
  from?: string;
  to?: string;
}

let made = 0;

/** A message with two notes: on the council, and on the yard. */
async function openRelated() {
  const name = `relations-${++made}.txt`;
  const path = `Related/${name}`;
  const uri = await write(path, text);
  const editor = await open(uri);
  await untilLanguage(uri, 'archive-message');
  const { document } = editor;
  const note = (quote: string, words: string) =>
    run<string>('annotate', { uri, range: rangeOf(document, quote), kind: 'note', note: words });
  const council = await note('The council', 'Who sits on it?');
  const yard = await note('The yard', 'Since 1911.');
  const sidecar = `${path}.ann.yaml`;
  const annotations = async (): Promise<Found[]> => parse(await read(sidecar)).annotations;
  const relations = async () => (await annotations()).filter(({ kind }) => kind === 'relation');
  const place = (quote: string) => rangeOf(document, quote).start.translate(0, 5);
  const goTo = (quote: string) => {
    editor.selection = new vscode.Selection(place(quote), place(quote));
  };
  return { uri, editor, document, council, yard, sidecar, annotations, relations, place, goTo };
}

describe('relations', () => {
  signAs('Anna Reader');
  afterEach(closeAll);

  it('are written as one record without a target, and every other byte stays', async () => {
    const { uri, council, yard, sidecar, relations } = await openRelated();
    const before = await read(sidecar);
    const id = await run<string>('relate', { uri, from: yard, to: council, type: 'answers' });
    const after = await read(sidecar);
    const [{ created }] = (await relations()) as unknown as [{ created: string }];
    const record = [
      `  - id: ${id}`,
      '    kind: relation',
      '    type: answers',
      `    from: ${yard}`,
      `    to: ${council}`,
      '    by: Anna Reader',
      `    created: ${created}`,
      '',
    ].join('\n');
    assert.match(created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal(after, before.replace('annotations:\n', `annotations:\n${record}`));
    await assert.rejects(
      run('relate', { uri, from: yard, to: council, type: 'answers' }),
      /related so already/,
    );
    await assert.rejects(run('relate', { uri, from: yard, to: 'none' }), /no annotation none/);
    await assert.rejects(
      run('annotate', { uri, range: new vscode.Range(6, 0, 6, 4), kind: 'relation' }),
      /between two annotations/,
    );
    assert.equal(await read(sidecar), after);
    await run('undo');
    assert.equal(await read(sidecar), before);
  });

  it('are made with the keyboard alone: the other end, then its type', async () => {
    const { council, yard, relations, goTo } = await openRelated();
    goTo('The yard');
    const done = run<string>('relate');
    takeStep('wait .quick-input-list .monaco-list-row.focused:has-text("The council")');
    takeStep('press Enter');
    takeStep('wait .quick-input-widget:has-text("Type of the Relation")');
    takeStep('type answers to');
    takeStep('wait .quick-input-list .monaco-list-row.focused:has-text("answers to")');
    takeStep('press Enter');
    await done;
    const [relation] = await relations();
    assert.deepEqual([relation?.type, relation?.from, relation?.to], ['answers to', yard, council]);
  });

  it('are made between two cursors, the first of which they start from', async () => {
    const { editor, council, yard, relations, place } = await openRelated();
    editor.selections = ['The council', 'The yard'].map(
      (quote) => new vscode.Selection(place(quote), place(quote)),
    );
    await run('relate', { type: 'asks' });
    const [relation] = await relations();
    assert.deepEqual([relation?.from, relation?.to], [council, yard]);
  });

  it('lead to the other end and back', async () => {
    const { uri, editor, council, yard, place, goTo } = await openRelated();
    await run('relate', { uri, from: yard, to: council, type: 'answers' });
    goTo('The yard');
    await run('goToRelated');
    const at = (quote: string) => () =>
      vscode.window.activeTextEditor?.selection.active.isEqual(place(quote).translate(0, -5));
    await until('the cursor is at the other end', at('The council'));
    await run('goToRelated');
    await until('the cursor is back', at('The yard'));
    assert.equal(editor.document.isDirty, false);
  });

  it('change their type and direction, and are deleted; what they relate stays', async () => {
    const { uri, council, yard, sidecar, relations, goTo } = await openRelated();
    const before = await read(sidecar);
    await run('relate', { uri, from: yard, to: council, type: 'answers' });
    goTo('The council');
    await run('setRelationType', { type: 'is answered by' });
    await run('turnRelation');
    const [relation] = await relations();
    assert.deepEqual(
      [relation?.type, relation?.from, relation?.to],
      ['is answered by', council, yard],
    );
    await run('removeRelation');
    assert.equal(await read(sidecar), before);
    await run('undo');
    assert.equal((await relations()).length, 1);
  });

  it('go with the annotation that they relate, and come back with it', async () => {
    const { uri, council, yard, sidecar, annotations } = await openRelated();
    await run('relate', { uri, from: yard, to: council, type: 'answers' });
    const before = await read(sidecar);
    await run('remove', { uri, id: council });
    assert.deepEqual(
      (await annotations()).map(({ id }) => id),
      [yard],
    );
    await run('undo');
    assert.equal(await read(sidecar), before);
  });

  it('stand in the hovers of both ends, with a link to the other one', async () => {
    const { uri, council, yard, place } = await openRelated();
    await run('relate', { uri, from: yard, to: council, type: 'answers' });
    const there = await hoverText(uri, place('The yard'));
    assert.match(
      there,
      /\$\(arrow-right\) answers \[The council\]\(command:archiveAnnotator\.goTo/,
    );
    const back = await hoverText(uri, place('The council'));
    assert.match(back, /\$\(arrow-left\) answers \[The yard\]\(command:archiveAnnotator\.goToRel/);
  });

  it('are reported when an end is in no sidecar of the source', async () => {
    const { uri, council, yard, sidecar } = await openRelated();
    await run('relate', { uri, from: yard, to: council });
    const whole = await read(sidecar);
    const gone = '01KAV7M2Q8T4Z6R1C3X5B7N9DE';
    await write(sidecar, whole.replace(`to: ${council}`, `to: ${gone}`));
    const problems = await untilDiagnostics(uri.with({ path: `${uri.path}.ann.yaml` }));
    assert.match(problems[0]!.message, new RegExp(`names ${gone}`));
    // The annotation of another annotator is an end as good as any.
    const own = whole.replaceAll(council, gone).replaceAll(yard, '01KAV7M2Q8T4Z6R1C3X5B7N9DF');
    await write(
      sidecar.replace('.ann.yaml', '.ben.ann.yaml'),
      own.replace(/ {2}- id: \S+\n {4}kind: relation\n(?: {4}.*\n)+/, ''),
    );
    await untilDiagnostics(uri.with({ path: `${uri.path}.ann.yaml` }), (found) => !found.length);
  });
});
