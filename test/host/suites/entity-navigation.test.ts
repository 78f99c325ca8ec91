import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  open,
  rangeOf,
  read,
  references,
  untilLanguage,
  workspaceUri,
  write,
} from '../editor';

const message = (subject: string, eol = '\n') =>
  [
    `[Salon] ${subject}`,
    '',
    'https://www.harbour-review.example/buoys',
    '',
    'March 18, 2024',
    '',
    'MADRID -- The Buoy Council met NATO officials on Monday.',
    '',
  ].join(eol);

const mbox = ['One', 'Two']
  .map((name) =>
    [
      'From anna@example.org Mon Mar 18 10:00:00 2024',
      'From: Anna <anna@example.org>',
      `Subject: ${name}`,
      'Date: Mon, 18 Mar 2024 10:00:00 +0000',
      `Message-ID: <${name}@example.org>`,
      '',
      'The Buoy Council met. Nobody else came.',
      '',
      '',
    ].join('\n'),
  )
  .join('');

const entities = [
  'format: archive-entities/1',
  'entities:',
  '  buoy-council:',
  '    type: organization',
  '    name: Buoy Council',
  '    description: Invented council for buoys.',
  '',
].join('\r\n');

/** A sidecar of another text, whose annotation is found by its quotation; its note looks like the field. */
const sidecar = (id: string, eol = '\n') =>
  [
    'format: archive-annotations/1',
    'source:',
    '  name: crlf.txt',
    `  sha256: ${'0'.repeat(64)}`,
    `  blob: ${'0'.repeat(40)}`,
    'annotations:',
    `  - id: 01KAV7M2Q8T4Z6R1C3X5B7N9D${id}`,
    '    kind: entity',
    '    target:',
    '      quote: Buoy Council',
    '      before: "MADRID -- The "',
    '      after: " met NATO officials"',
    '      start: 0',
    '      end: 12',
    '    entity: buoy-council # as she says',
    '    note: |',
    '      entity: buoy-council',
    '',
  ].join(eol);

const folder = 'Buoys';

describe('entity navigation', () => {
  afterEach(closeAll);
  after(() => vscode.workspace.fs.delete(workspaceUri(folder), { recursive: true }));

  it('reaches every sidecar, CRLF files, mbox messages and unsaved editors', async () => {
    const file = await write(`${folder}/buoy.entities.yaml`, entities);
    const crlf = await write(`${folder}/crlf.txt`, message('Buoys', '\r\n'));
    const archive = await write(`${folder}/all.mbox`, mbox);
    await write(`${folder}/crlf.txt.ann.yaml`, sidecar('1', '\r\n'));
    const own = await write(`${folder}/crlf.txt.anna.ann.yaml`, sidecar('2'));
    const unsaved = await write(`${folder}/unsaved.txt`, message('Other').replace('Buoy', 'Toy'));
    const { document } = await open(unsaved);
    await untilLanguage(unsaved, 'archive-message');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(unsaved, rangeOf(document, 'Toy Council'), 'Buoy Council');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { document: entityFile } = await open(file);
    const key = rangeOf(entityFile, 'buoy-council').start;

    const expected: [string, number[]][] = [
      ['all.mbox', [6, 14]],
      ['buoy.entities.yaml', [2]],
      ['crlf.txt', [6]],
      ['crlf.txt.ann.yaml', [14]],
      ['crlf.txt.anna.ann.yaml', [14]],
      ['unsaved.txt', [6]],
    ];
    const found = await references(file, key, 7);
    const lines = new Map<string, number[]>();
    for (const { uri, range } of found) {
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      lines.set(
        name,
        [...(lines.get(name) ?? []), range.start.line].sort((a, b) => a - b),
      );
      const text = (await vscode.workspace.openTextDocument(uri)).getText(range);
      assert.match(text, /^(?:buoy-council|Buoy Council)$/, `${name} ${text}`);
    }
    assert.deepEqual(
      [...lines].sort(([a], [b]) => (a < b ? -1 : 1)),
      expected,
    );
    assert.ok(found.some(({ uri }) => uri.toString() === archive.toString()));

    // From an annotator's own sidecar to the entry, and a new id everywhere in one edit.
    const { document: sidecarDocument } = await open(own);
    const at = rangeOf(sidecarDocument, 'buoy-council').start;
    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      own,
      at,
    );
    assert.equal(definition?.targetUri.toString(), file.toString());
    const rename = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      own,
      at,
      'council-of-buoys',
    );
    assert.equal(rename.size, 3);
    assert.ok(await vscode.workspace.applyEdit(rename));
    for (const changed of vscode.workspace.textDocuments) {
      if (changed.isDirty) assert.ok(await changed.save());
    }
    const renamed = (text: string) =>
      text
        .replace('  buoy-council:', '  council-of-buoys:')
        .replace('entity: buoy-council #', 'entity: council-of-buoys #');
    assert.equal(await read(file), renamed(entities));
    assert.equal(await read(`${folder}/crlf.txt.ann.yaml`), renamed(sidecar('1', '\r\n')));
    assert.equal(await read(own), renamed(sidecar('2')));
    assert.ok((await read(crlf)) === message('Buoys', '\r\n'));
  });
});
