import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import {
  closeAll,
  workspaceUri,
  hoverText,
  open,
  rangeOf,
  read,
  run,
  until,
  untilLanguage,
  write,
} from '../editor';

const body = [
  '[Salon] Actions',
  '',
  'https://www.harbour-review.example/actions',
  '',
  'March 18, 2024',
  '',
  'ESBROOK -- The Lantern Bureau met the Lamp Office on Monday. The Lantern Bureau and the Lamp',
  'Office spoke. The LB was quiet, said the Lantern Bureau.',
  '',
].join('\n');

const entities = [
  'format: archive-entities/1',
  'entities:',
  '  lantern-bureau:',
  '    type: organization',
  '    name: Lantern Bureau',
  '    aliases: [LB]',
  '    description: Bureau of lanterns.',
  '  lamp-office:',
  '    type: organization',
  '    name: Lamp Office',
  '    description: Office of lamps.',
  '',
].join('\n');

const folder = 'Actions';
let count = 0;

/** A fresh folder, so that no test sees another's entities. */
async function openMessage() {
  const name = `${folder}/${++count}`;
  const file = await write(`${name}/lantern.entities.yaml`, entities);
  const uri = await write(`${name}/message.txt`, body);
  const { document } = await open(uri);
  await untilLanguage(uri, 'archive-message');
  // A folder of an earlier test may be known a little longer than it is there.
  await until(
    'only this entity file is known',
    async () => {
      const definitions = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        uri,
        rangeOf(document, 'Lantern Bureau').start,
      );
      return definitions.length === 1 && definitions[0]?.targetUri.path === file.path;
    },
    { milliseconds: 25_000 },
  );
  return { uri, file, document, sidecar: vscode.Uri.file(`${uri.path}.ann.yaml`) };
}

describe('entity actions', () => {
  afterEach(closeAll);
  afterEach(async () => {
    // The file first: an editor may be late to tell that a whole folder went.
    const uri = workspaceUri(folder, String(count));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, 'lantern.entities.yaml'));
    await vscode.workspace.fs.delete(uri, { recursive: true });
  });
  // Last: an editor's watcher can lose a folder that comes again under the name it just had.
  after(() => vscode.workspace.fs.delete(workspaceUri(folder), { recursive: true }));

  it('annotate every mention in the message once, in one write', async () => {
    const { uri, document, sidecar } = await openMessage();
    const range = rangeOf(document, 'Lantern Bureau', 1);
    await run('annotate', { uri, range, kind: 'entity', entity: 'lantern-bureau' });
    const ids = await run<string[]>('annotateMentions', { uri, id: 'lantern-bureau' });
    assert.equal(ids.length, 3);
    const quotes = async () =>
      parse(await read(sidecar)).annotations.map(
        (it: { target: { quote: string } }) => it.target.quote,
      );
    assert.deepEqual(await quotes(), ['Lantern Bureau', 'Lantern Bureau', 'LB', 'Lantern Bureau']);
    assert.deepEqual(await run('annotateMentions', { uri, id: 'lantern-bureau' }), []);
    assert.equal((await quotes()).length, 4);
  });

  it('merge two entities with their annotations, and undo takes both back at once', async () => {
    const { uri, file, sidecar } = await openMessage();
    await run('annotateMentions', { uri, id: 'lamp-office' });
    await run('mergeEntity', { uri, id: 'lamp-office', into: 'lantern-bureau' });
    const merged = parse(await read(file)).entities;
    assert.deepEqual(Object.keys(merged), ['lantern-bureau']);
    assert.deepEqual(merged['lantern-bureau'].aliases, ['LB', 'Lamp Office']);
    assert.equal(merged['lantern-bureau'].description, 'Bureau of lanterns. Office of lamps.');
    const named = parse(await read(sidecar)).annotations.map((it: { entity: string }) => it.entity);
    assert.deepEqual(named, ['lantern-bureau', 'lantern-bureau']);
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('undo');
    const before = (uri: vscode.Uri) =>
      vscode.workspace.textDocuments.find((it) => it.uri.path === uri.path)?.getText() ?? '';
    await until('the entity file is as before', () => before(file) === entities);
    assert.match(before(sidecar), /entity: lamp-office/);
  });

  it('split an alias off', async () => {
    const { uri, file } = await openMessage();
    const id = await run('splitEntity', { uri, id: 'lantern-bureau', alias: 'LB' });
    assert.equal(id, 'lb');
    const split = parse(await read(file)).entities;
    assert.equal(split['lantern-bureau'].aliases, undefined);
    assert.deepEqual(split.lb, { type: 'organization', name: 'LB' });
  });

  it('ignore a name here or everywhere, and remove an entity', async () => {
    const { uri, file, document } = await openMessage();
    const at = rangeOf(document, 'Lantern Bureau').start;
    await run('ignoreHere', { uri, id: 'lantern-bureau', names: ['Lantern Bureau'] });
    assert.deepEqual(parse(await read(file))['x-ignore'], [
      { name: 'Lantern Bureau', in: 'message.txt' },
    ]);
    await until('no card', async () => (await hoverText(uri, at)) === '');
    const office = rangeOf(document, 'Lamp Office').start;
    await run('ignoreEverywhere', { uri, id: 'lamp-office' });
    await until('no card of the office', async () => (await hoverText(uri, office)) === '');
    await run('removeEntity', { uri, id: 'lamp-office' });
    assert.deepEqual(Object.keys(parse(await read(file)).entities), ['lantern-bureau']);
  });

  it('say why what comes with the extension cannot be changed', async () => {
    const { uri } = await openMessage();
    await assert.rejects(run('removeEntity', { uri, id: 'nato' }), /comes with the extension/);
    await assert.rejects(run('splitEntity', { uri, id: 'nobody' }), /no entity/);
  });
});
