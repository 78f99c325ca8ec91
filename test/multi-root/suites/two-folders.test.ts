import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  read,
  references,
  run,
  until,
  untilLanguage,
  write,
} from '../../host/editor';

/** A file of the window's second folder. */
function second(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[1];
  if (!folder) throw new Error('the window has no second folder');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

const git = (folder: number, ...args: string[]) =>
  execFileSync('git', args, {
    cwd: vscode.workspace.workspaceFolders?.[folder]?.uri.fsPath,
    encoding: 'utf8',
  }).trim();

const entities = [
  'format: archive-entities/1',
  'entities:',
  '  buoy-council:',
  '    type: organization',
  '    name: Buoy Council',
  '    description: Invented council for buoys.',
  '',
].join('\n');

const isDuplicate = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).some(({ code }) => code === 'duplicate-id');

describe('a window with two folders', () => {
  const source = second('Minutes', 'council.txt');
  afterEach(closeAll);

  it('knows names by the entity files of both', async () => {
    const file = await write('Buoys/buoys.entities.yaml', entities);
    const { document } = await open(source);
    await untilLanguage(source, 'archive-message');
    for (const [name, description] of [
      ['Buoy Council', /Invented council for buoys/],
      ['Lamp Council', /council for the lamps of a harbour/],
    ] as const) {
      const at = rangeOf(document, name).start.translate(0, 1);
      await until(`the card of the ${name}`, async () =>
        description.test(await hoverText(source, at)),
      );
    }
    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      source,
      rangeOf(document, 'Buoy Council').start,
    );
    assert.equal(definition?.targetUri.toString(), file.toString());
  });

  it('writes, finds and renames an id over both', async () => {
    const file = await write('Buoys/buoys.entities.yaml', entities);
    const { document } = await open(source);
    const range = rangeOf(document, 'Buoy Council');
    const entity = 'buoy-council';
    await run('annotate', { uri: source, range, kind: 'entity', entity });
    const sidecar = second('Minutes', 'council.txt.ann.yaml');
    assert.match(await read(sidecar), /entity: buoy-council\n/);

    const { document: entityFile } = await open(file);
    const key = rangeOf(entityFile, entity).start;
    const found = await references(file, key, 4);
    const places = found.map(({ uri, range: { start } }) => `${uri.path}:${start.line}`);
    for (const place of [`${file.path}:2`, `${source.path}:6`, `${source.path}:8`]) {
      assert.ok(places.includes(place), `${place} of ${places.join(' ')}`);
    }
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      file,
      key,
      'council-of-buoys',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    for (const changed of vscode.workspace.textDocuments) {
      if (changed.isDirty) assert.ok(await changed.save());
    }
    assert.match(await read(file), /^ {2}council-of-buoys:$/m);
    assert.match(await read(sidecar), /entity: council-of-buoys\n/);
  });

  it('commits to the repository of the source, not to the other one', async () => {
    const before = git(0, 'rev-parse', 'HEAD');
    const { document } = await open(source);
    await run('annotate', {
      uri: source,
      range: rangeOf(document, 'did not come'),
      kind: 'note',
      note: 'Why?',
    });
    const hash = await run<string>('commit', { uri: source });
    assert.equal(hash, git(1, 'rev-parse', 'HEAD'));
    assert.equal(
      git(1, 'show', '--name-only', '--format=', 'HEAD'),
      'Minutes/council.txt.ann.yaml',
    );
    assert.equal(git(0, 'rev-parse', 'HEAD'), before);
  });

  it('says that an id stands in both folders', async () => {
    const file = await write('Buoys/buoys.entities.yaml', entities);
    const other = second('buoys.entities.yaml');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode(entities));
    await open(other);
    await open(file);
    await until('a problem in both files', () => isDuplicate(file) || isDuplicate(other));
    await vscode.workspace.fs.delete(other);
    await until('no problem any more', () => !isDuplicate(file) && !isDuplicate(other));
  });
});
