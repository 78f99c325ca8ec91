import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  read,
  run,
  until,
  untilLanguage,
  write,
} from '../editor';
import { shared } from '../shared-files';

const text = (subject: string) =>
  [
    `[Salon] ${subject}`,
    '',
    'https://www.harbour-review.example/entities',
    '',
    'March 18, 2024',
    '',
    'MADRID -- The Tidewater Bureau met NATO officials on Monday. Nobody from the Tidewater Bureau spoke.',
    '',
  ].join('\n');

const file = [
  'format: archive-entities/1',
  'entities:',
  '  tidewater-bureau:',
  '    type: organization',
  '    name: Tidewater Bureau',
  '    description: Invented office for tides.',
  '',
].join('\n');

describe('entities', () => {
  afterEach(closeAll);

  it('gives every name of the seed a card without any entity file', async function () {
    const seed = shared('seeds', '000_86cf0dd558a73b49.txt');
    if (!seed) return this.skip();
    const { document } = await open(vscode.Uri.file(seed));
    await untilLanguage(document.uri, 'archive-message');
    const names = {
      NATO: 'organization',
      Mariupol: 'place',
      BRUSSELS: 'place',
      Reuters: 'organization',
    };
    for (const [name, type] of Object.entries(names)) {
      const hover = await hoverText(document.uri, rangeOf(document, name).start);
      assert.ok(hover.includes(type), `${name}: ${hover}`);
    }
    const stoltenberg = await hoverText(document.uri, rangeOf(document, 'Stoltenberg').start);
    assert.match(stoltenberg, /Jens Stoltenberg.*person/);
    for (const word of ['April', 'Tuesday', 'Foreign ministers', 'Top diplomats', 'Targeting']) {
      const range = rangeOf(document, word);
      assert.doesNotMatch(
        await hoverText(document.uri, range.start),
        /person|place ·|organization/,
      );
    }
  });

  it('goes to the entry, finds all references, marks mentions and renames the id', async () => {
    const entities = await write('Harbour/tidewater.entities.yaml', file);
    const uri = await write('Harbour/tidewater.txt', text('Tides'));
    const other = await write('Harbour/tidewater-2.txt', text('More tides'));
    const { document } = await open(uri);
    await untilLanguage(uri, 'archive-message');
    const range = rangeOf(document, 'Tidewater Bureau');
    await until('the entity file is read', async () =>
      (await hoverText(uri, range.start)).includes('Invented office'),
    );
    await run('annotate', { uri, range, kind: 'entity', entity: 'tidewater-bureau' });

    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      uri,
      range.start,
    );
    assert.equal(definition?.targetUri.toString(), entities.toString());
    assert.equal(definition?.targetRange.start.line, 2);

    const references = await until('references in both messages', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        uri,
        range.start,
      );
      const files = new Set(found.map((location) => location.uri.path));
      return files.has(other.path) && files.has(uri.path) ? found : undefined;
    });
    assert.equal(references.filter((location) => location.uri.path === other.path).length, 2);
    assert.ok(references.some((location) => location.uri.path === `${uri.path}.ann.yaml`));

    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      uri,
      range.start,
    );
    assert.equal(highlights.length, 2);

    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      range.start,
      'bureau-of-tides',
    );
    await vscode.workspace.applyEdit(edit);
    for (const changed of vscode.workspace.textDocuments) {
      if (changed.isDirty) assert.ok(await changed.save());
    }
    assert.match(await read(entities), /\n {2}bureau-of-tides:\n/);
    assert.match(await read('Harbour/tidewater.txt.ann.yaml'), /entity: bureau-of-tides\n/);
    await vscode.workspace.fs.delete(entities);
  });

  it('offers every meaning of an ambiguous name, and an annotation settles it', async () => {
    const uri = await write('Harbour/georgia.txt', text('Georgia').replace('MADRID', 'GEORGIA'));
    const { document } = await open(uri);
    await untilLanguage(uri, 'archive-message');
    const range = rangeOf(document, 'GEORGIA');
    const before = await hoverText(uri, range.start);
    assert.match(before, /This is:/);
    assert.match(before, /settleMention/);
    assert.match(before, /Country in Western Asia/);
    assert.match(before, /State of the United States/);
    await run('settleMention', { uri, range, entity: 'georgia-us' });
    const after = await until('the card is of the state', async () => {
      const hover = await hoverText(uri, range.start);
      return hover.includes('This is:') ? undefined : hover;
    });
    assert.match(after, /State of the United States/);
    await run('settleMention', { uri, range, entity: 'georgia' });
    assert.match(await read('Harbour/georgia.txt.ann.yaml'), /entity: georgia\n/);
    assert.doesNotMatch(await read('Harbour/georgia.txt.ann.yaml'), /georgia-us/);
  });
});
