import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { closeAll, open, rangeOf, read, run, signAs, takeStep, until, write } from '../editor';

const text = 'The clerk wrote forty letters.\n\nNobody answered any of the letters.\n';

interface Annotation {
  id: string;
  note?: string;
  tags?: string[];
  target: { quote: string };
  attributes?: { resolved?: boolean };
}

let made = 0;

async function openCopy() {
  const path = `Harbour/buttons-${++made}.txt`;
  const uri = await write(path, text);
  const { document } = await open(uri);
  const annotations = async (): Promise<Annotation[]> => {
    const sidecar = await read(`${path}.ann.yaml`).catch(() => '');
    return sidecar === '' ? [] : (parse(sidecar).annotations ?? []);
  };
  return { uri, document, annotations };
}

/** Places to write that earlier suites left, which the editor gives up in its own time. */
let leftOver: ReadonlySet<string> = new Set();

function commentDocuments(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'comment');
}

/** The editors in which this test's comments are written. */
function drafts(): vscode.TextDocument[] {
  return commentDocuments().filter(({ uri }) => !leftOver.has(uri.toString()));
}

async function writes(words: string): Promise<void> {
  await until('there is a place to write', () => drafts().length > 0);
  takeStep('wait .review-widget .monaco-editor.focused');
  takeStep(`type ${words}`);
  await until('it is written', () => drafts().some((draft) => draft.getText().includes(words)));
}

/** Threads come a moment after their annotations. */
async function untilExpanded(what: string, probe: () => boolean | Promise<boolean>): Promise<void> {
  await until(what, async () => {
    await vscode.commands.executeCommand('workbench.action.expandAllComments');
    return probe();
  });
}

const widget = '.review-widget';
const button = (label: string) => `click ${widget} .monaco-button:has-text("${label}")`;
const icon = (label: string) => `click ${widget} .action-label[aria-label^="${label}"]`;

describe('comment buttons', () => {
  signAs('Anna Reader');
  beforeEach(() => {
    leftOver = new Set(commentDocuments().map(({ uri }) => uri.toString()));
  });
  afterEach(closeAll);

  it('save a new note with its tags, edit it, and delete it', async () => {
    const { uri, document, annotations } = await openCopy();
    await run('writeNote', { uri, range: rangeOf(document, 'forty letters') });
    await writes('Not fifty? #number');
    takeStep(button('Save'));
    await until('the note is saved', async () => (await annotations()).length === 1);
    const [note] = await annotations();
    assert.deepEqual([note!.note, note!.tags], ['Not fifty?', ['number']]);
    await until('nothing is being written', () => drafts().length === 0);

    takeStep(`point ${widget} .review-comment`);
    takeStep(icon('Edit'));
    await untilExpanded('the note can be edited', () => drafts().some((it) => it.getText() !== ''));
    await writes('Sixty. ');
    takeStep(button('Save'));
    await until('the note is changed', async () => /Sixty/.test((await annotations())[0]!.note!));
    assert.match((await annotations())[0]!.note!, /Not fifty\?/);

    // The comment is drawn anew once it is saved; what was clicked before that is lost.
    takeStep(`wait ${widget} .comment-body:has-text("Sixty")`);
    takeStep(`point ${widget} .review-comment`);
    takeStep(icon('Delete'));
    await until('the annotation is gone', async () => (await annotations()).length === 0);
  });

  it('save a new note at its passage, wherever that has gone meanwhile', async () => {
    const { uri, document, annotations } = await openCopy();
    await run('writeNote', { uri, range: rangeOf(document, 'forty letters') });
    await writes('Who counted them?');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(1, 0), 'A line that was put in.\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    takeStep(button('Save'));
    await until('the note is saved', async () => (await annotations()).length === 1);
    assert.equal((await annotations())[0]!.target.quote, 'forty letters');
  });

  it('cancel a note that was begun', async () => {
    const { uri, document, annotations } = await openCopy();
    await run('writeNote', { uri, range: rangeOf(document, 'forty letters') });
    await writes('Nothing of it stays');
    takeStep(button('Cancel'));
    await until('the draft is gone', () => drafts().length === 0);
    assert.deepEqual(await annotations(), []);
  });

  it('resolve and reopen', async () => {
    const { uri, document, annotations } = await openCopy();
    const range = rangeOf(document, 'forty letters');
    await run('annotate', { uri, range, kind: 'question', note: 'Who counted?' });
    takeStep(icon('Resolve'));
    const isResolved = async () => (await annotations())[0]!.attributes?.resolved === true;
    await untilExpanded('it is resolved', isResolved);
    takeStep(icon('Reopen'));
    await untilExpanded('it is open again', async () => !(await isResolved()));
  });

  it('leave nothing of an empty draft when somebody goes on in the text', async () => {
    const { uri, document } = await openCopy();
    const range = rangeOf(document, 'forty letters');
    const editor = await open(uri);
    editor.selection = new vscode.Selection(range.start, range.end);
    await run('writeNote', { uri, range });
    // Blanks are nothing.
    await writes(' ');
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await until('the draft is gone', () => drafts().length === 0);

    await run('writeNote', { uri, range });
    await writes('Words are kept');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until('the cursor has moved', () =>
      editor.selection.active.isEqual(new vscode.Position(0, 0)),
    );
    assert.ok(drafts().some((draft) => draft.getText() === 'Words are kept'));
    await run('writeNote', { uri, range });
    await until('only the newest draft is there', () =>
      drafts().every((it) => it.getText() === ''),
    );
  });
});
