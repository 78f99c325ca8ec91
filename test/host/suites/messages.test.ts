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
  symbols,
  until,
  untilLanguage,
  write,
} from '../editor';

interface Api {
  annotations(
    uri: vscode.Uri,
  ): Promise<{ id: string; state: string; ranges: { start: number; end: number }[] }[]>;
}

async function annotationsOf(uri: vscode.Uri) {
  const api = (await vscode.extensions.getExtension<Api>(extensionId)!.activate()) as Api;
  return await api.annotations(uri);
}

function mail(number: number, subject: string, body: string, more: string[] = []): string {
  return [
    `From clerk${number}@harbour.example  Thu Nov  ${number} 11:19:12 2001`,
    `From: =?utf-8?q?Ren=C3=A9_Clerk?= <clerk${number}@harbour.example>`,
    `Subject: ${subject}`,
    `Date: Thu, ${number} Nov 2001 11:19:12 +0100`,
    `Message-ID: <${number}@harbour.example>`,
    ...more,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `${body}\n\n`,
  ].join('\n');
}

const ferry = mail(
  1,
  '=?utf-8?q?Caf=C3=A9_on_the_pier?=',
  'The caf=C3=A9 sold forty =\ntickets on Monday.',
);
const answer = mail(8, 'Re: Cafe on the pier', '> The cafe sold forty tickets.\n\nIt sold fifty.', [
  'In-Reply-To: <1@harbour.example>',
]);
const other = mail(15, 'Ice on the lake', 'The lake is frozen.');
const mbox = ferry + answer + other;

async function openMbox(name: string, content = mbox) {
  const uri = await write(`Mail/${name}`, content);
  const editor = await open(uri);
  await untilLanguage(uri, 'archive-message');
  return { uri, editor, document: editor.document };
}

async function openMessage(given: object): Promise<vscode.TextDocument> {
  const uri = await run<vscode.Uri>('openMessage', given);
  return await vscode.workspace.openTextDocument(uri);
}

describe('messages of an mbox', () => {
  afterEach(closeAll);

  it('opens a message decoded, read-only, with language, name and outline of its own', async () => {
    const { uri } = await openMbox('open.mbox');
    const document = await openMessage({ uri, messageId: '<1@harbour.example>' });
    assert.match(
      document.getText(),
      /^From: René Clerk <clerk1@harbour\.example>\nSubject: Café on the pier\n/,
    );
    assert.match(document.getText(), /\nThe café sold forty tickets on Monday\.\n$/);
    assert.equal(document.languageId, 'archive-message');
    assert.ok(document.uri.path.endsWith('/open.mbox/Café on the pier'), document.uri.path);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), false);
    const found = await symbols(document.uri);
    assert.ok(
      found.some(({ name }) => name === 'Header'),
      found.map(({ name }) => name).join(),
    );
    assert.ok(found.some(({ name }) => name.startsWith('¶ 1')));
    const again = await openMessage({ uri, index: 0 });
    assert.equal(again.uri.toString(), document.uri.toString());
  });

  it('opens the message at the cursor, and leads back to the passage it was decoded from', async () => {
    const { uri, editor, document } = await openMbox('cursor.mbox');
    const at = rangeOf(document, 'It sold fifty').start;
    editor.selection = new vscode.Selection(at, at);
    const message = await openMessage({});
    assert.match(message.getText(), /It sold fifty/);
    const first = await openMessage({ uri, index: 0 });
    const range = rangeOf(first, 'café sold forty tickets');
    const place = await run<vscode.Location>('openSource', { uri: first.uri, range });
    assert.equal(place.uri.toString(), uri.toString());
    assert.equal(document.getText(place.range), 'caf=C3=A9 sold forty =\ntickets');
    const shown = await until('the source is in front', () =>
      vscode.window.activeTextEditor?.document === document
        ? vscode.window.activeTextEditor
        : undefined,
    );
    await until('the passage is selected', () => shown.selection.isEqual(place.range));
  });

  it('keeps annotations of the message in the sidecar of the mbox, and shows them in both', async () => {
    const { uri, document } = await openMbox('annotated.mbox');
    const message = await openMessage({ uri, index: 0 });
    const range = rangeOf(message, 'café sold forty tickets');
    const id = await run<string>('annotate', {
      uri: message.uri,
      range,
      kind: 'note',
      note: 'Or fifty?',
    });
    const sidecar = parse(await read('Mail/annotated.mbox.ann.yaml'));
    assert.equal(sidecar.source.name, 'annotated.mbox');
    const [record] = sidecar.annotations;
    assert.equal(record.target.quote, 'café sold forty tickets');
    assert.equal(record.target.message, '1@harbour.example');
    const text = message.getText();
    assert.equal(record.target.start, [...text.slice(0, text.indexOf('café sold'))].length);

    assert.match(await hoverText(message.uri, range.start), /Or fifty/);
    const raw = rangeOf(document, 'caf=C3=A9 sold forty');
    await until('the mbox shows it too', async () =>
      (await hoverText(uri, raw.start)).includes('Or fifty'),
    );
    const [inFile] = await annotationsOf(uri);
    assert.equal(inFile?.state, 'exact');

    await run('edit', { uri, id, note: 'Fifty, it says.' });
    const [edited] = parse(await read('Mail/annotated.mbox.ann.yaml')).annotations;
    assert.deepEqual(edited.target, record.target, 'the target stays that of the message');
    await until('the message shows the change', async () =>
      (await hoverText(message.uri, range.start)).includes('Fifty, it says'),
    );
  });

  it('shows annotations of the mbox’s text in the message they stand in', async () => {
    const { uri, document } = await openMbox('raw.mbox');
    await run('annotate', {
      uri,
      range: rangeOf(document, 'sold fifty'),
      kind: 'question',
      note: 'Who?',
    });
    const message = await openMessage({ uri, index: 1 });
    const place = rangeOf(message, 'sold fifty').start;
    await until('the message shows it', async () =>
      (await hoverText(message.uri, place)).includes('Who?'),
    );
    const elsewhere = await openMessage({ uri, index: 2 });
    assert.deepEqual(await annotationsOf(elsewhere.uri), []);
  });

  it('finds annotations of a message where the mbox has grown, and writes its new hash', async () => {
    const { uri } = await openMbox('grown.mbox');
    const message = await openMessage({ uri, index: 0 });
    const range = rangeOf(message, 'sold forty tickets');
    await run('annotate', { uri: message.uri, range, kind: 'note', note: 'first' });
    const before = parse(await read('Mail/grown.mbox.ann.yaml'));
    await closeAll();
    await write(
      'Mail/grown.mbox',
      mail(22, 'New', 'Put before.') + mbox + mail(29, 'Newer', 'Behind.'),
    );
    await until('the editor has read the grown mbox', async () =>
      (await vscode.workspace.openTextDocument(uri)).getText().includes('Put before.'),
    );
    const again = await openMessage({ uri, messageId: '1@harbour.example' });
    const [found] = await annotationsOf(again.uri);
    assert.equal(found?.state, 'exact');
    await run('annotate', {
      uri: again.uri,
      range: rangeOf(again, 'Monday'),
      kind: 'note',
      note: 'second',
    });
    const after = parse(await read('Mail/grown.mbox.ann.yaml'));
    assert.notEqual(after.source.sha256, before.source.sha256);
    assert.deepEqual(after.annotations[0].target, before.annotations[0].target);
    assert.deepEqual(
      (await annotationsOf(uri)).map(({ state }) => state),
      ['exact', 'exact'],
    );
  });

  it('follows the mbox: a message that was changed on disk is read anew, and what is gone is not moved', async () => {
    const { uri } = await openMbox('changed.mbox');
    const message = await openMessage({ uri, index: 0 });
    await run('annotate', {
      uri: message.uri,
      range: rangeOf(message, 'forty tickets'),
      kind: 'note',
      note: 'x',
    });
    await write(
      'Mail/changed.mbox',
      mbox.replace('The caf=C3=A9 sold', 'On the pier the caf=C3=A9 sold'),
    );
    await until('the message reads otherwise', () =>
      message.getText().includes('On the pier the café'),
    );
    const place = rangeOf(message, 'forty tickets').start;
    await until('its annotation has moved with it', async () =>
      (await hoverText(message.uri, place)).includes('Note'),
    );
    await write('Mail/changed.mbox', answer + other);
    const [lost] = await until('the annotation is without a place', async () => {
      const found = await annotationsOf(uri);
      return found[0]?.state === 'orphaned' ? found : undefined;
    });
    assert.deepEqual(lost?.ranges, []);
  });

  it('explains Message-IDs, dates and encoded fields, and leads to what a message answers', async () => {
    const { uri, document } = await openMbox('explained.mbox');
    const parent = rangeOf(document, 'In-Reply-To: <1@').end;
    const known = await hoverText(uri, parent);
    assert.match(known, /Café on the pier/);
    assert.match(known, /René Clerk/);
    assert.match(
      await hoverText(uri, rangeOf(document, '=?utf-8?q?Caf').start),
      /Decoded.*\n.*Café on the pier/,
    );
    const date = await hoverText(uri, rangeOf(document, 'Thu, 8 Nov').start);
    assert.match(date, /2001-11-08T11:19:12\+01:00, Thursday/);
    const definition = async (from: vscode.Uri, place: vscode.Position) =>
      await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
        'vscode.executeDefinitionProvider',
        from,
        place,
      );
    const [target] = (await definition(uri, parent)) as vscode.LocationLink[];
    assert.equal(target?.targetUri.toString(), uri.toString());
    assert.equal(target.targetRange.start.line, 0);
    const message = await openMessage({ uri, index: 1 });
    const [decoded] = (await definition(
      message.uri,
      rangeOf(message, '1@harbour').start,
    )) as vscode.LocationLink[];
    const first = await openMessage({ uri, index: 0 });
    assert.equal(decoded?.targetUri.toString(), first.uri.toString());
    const lonely = await openMbox('lonely.mbox', answer);
    const place = rangeOf(lonely.document, 'In-Reply-To: <1@').end;
    assert.match(await hoverText(lonely.uri, place), /is not in lonely/);
  });

  it('answers nothing for a message that is not there', async () => {
    const { uri } = await openMbox('missing.mbox');
    await assert.rejects(
      run('openMessage', { uri, messageId: 'no@harbour.example' }),
      /not in this file/,
    );
    await assert.rejects(run('openMessage', { uri, index: 17 }), /3 messages/);
    const packed = await write('Mail/2001-November.txt.gz', new Uint8Array([0x1f, 0x8b, 8, 0]));
    await assert.rejects(run('openMessage', { uri: packed }), /gunzip/);
  });

  it('opens a mail of its own as readable text', async () => {
    const { uri } = await openMbox('one.eml', ferry.slice(ferry.indexOf('\n') + 1));
    const message = await openMessage({ uri });
    assert.match(message.getText(), /The café sold forty tickets/);
    await run('annotate', {
      uri: message.uri,
      range: rangeOf(message, 'tickets'),
      kind: 'highlight',
    });
    const [record] = parse(await read('Mail/one.eml.ann.yaml')).annotations;
    assert.equal(record.target.message, '1@harbour.example');
  });
});
