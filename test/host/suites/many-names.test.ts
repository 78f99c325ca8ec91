import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  open,
  print,
  rangeOf,
  untilDiagnostics,
  untilLanguage,
  until,
  workspaceUri,
  write,
} from '../editor';

const folder = 'ManyNames';
const entityCount = 100_000;
const bodies = 9;

/** A million names: of each pier itself and of nine bodies that are it. */
function entityFile(): string {
  const parts = ['format: archive-entities/1\nentities:\n'];
  for (let pier = 0; pier < entityCount; pier++) {
    const aliases = Array.from({ length: bodies }, (_, body) => `Pier ${pier} Body ${body}`);
    parts.push(
      `  harbour-office-${pier}:\n    type: organization\n    name: Harbour Office ${pier}\n` +
        `    aliases: [${aliases.join(', ')}]\n`,
    );
  }
  return parts.join('');
}

const message = [
  '[Salon] Piers',
  '',
  'https://www.harbour-review.example/piers',
  '',
  'March 18, 2024',
  '',
  'MADRID -- Pier 99998 Body 7 met NATO officials, and Harbour Office 5 did not.',
  '',
].join('\n');

/** The most that this process computed in one go while `work` ran, in milliseconds. */
async function longestWork<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  let longest = 0;
  let isRunning = true;
  const computed = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const begin = computed();
  let last = begin;
  const tick = () => {
    const now = computed();
    longest = Math.max(longest, now - last);
    last = now;
    if (isRunning) setTimeout(tick);
  };
  setTimeout(tick);
  const result = await work();
  isRunning = false;
  const all = computed() - begin;
  print(`      ${what}: ${all.toFixed(0)} ms of work, at most ${longest.toFixed(0)} ms in one go`);
  return result;
}

describe('a million names', function () {
  this.timeout(240_000);
  let document: vscode.TextDocument;
  const names = workspaceUri(folder, 'piers.entities.yaml');
  const at = (name: string) => rangeOf(document, name).start;

  before(async () => {
    await write(`${folder}/piers.entities.yaml`, entityFile());
    const uri = await write(`${folder}/piers.txt`, message);
    ({ document } = await open(uri));
    await untilLanguage(uri, 'archive-message');
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(names);
  });

  it('are known in a hover and lead to their entries', async () => {
    const hover = await longestWork('first hover', () =>
      until(
        'the names are read',
        async () => {
          const text = await hoverText(document.uri, at('Pier 99998'));
          return text.includes('Harbour Office 99998') ? text : undefined;
        },
        { milliseconds: 120_000 },
      ),
    );
    assert.match(hover, /Pier 99998 Body 0/);
    await longestWork('second hover', async () =>
      assert.match(await hoverText(document.uri, at('Harbour Office')), /Harbour Office 5\b/),
    );
    const [found] = await longestWork('definition', async () =>
      vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at('Pier 99998'),
      ),
    );
    assert.equal(found!.targetUri.path, names.path);
  });

  it('are found among the symbols of the workspace, and their mentions with them', async () => {
    const symbols = await longestWork('symbols', async () =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Pier 99998 Body 7',
      ),
    );
    assert.ok(symbols.some(({ name }) => name === 'Pier 99998 Body 7'));
    const places = await longestWork('references', async () =>
      vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at('Pier 99998'),
      ),
    );
    assert.ok(places.some(({ uri }) => uri.path === document.uri.path));
  });

  it('are renamed and annotated', async () => {
    const edit = await longestWork('rename', async () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at('Harbour Office'),
        'harbour-office-of-five',
      ),
    );
    assert.deepEqual(
      edit.entries().map(([uri]) => uri.path),
      [names.path],
    );
    await longestWork('the view of entities', async () => {
      await vscode.commands.executeCommand('archiveAnnotator.entities.focus');
    });
  });

  it('say what is wrong where a file is larger than what is read', async () => {
    const uri = await write(
      `${folder}/large.entities.yaml`,
      `format: archive-entities/1\nentities:\n${'#'.repeat(41_000_000)}\n`,
    );
    const [problem] = await untilDiagnostics(uri);
    assert.match(
      problem!.message,
      /large\.entities\.yaml is too large to be read \(41 MB; at most 40 MB\)/,
    );
    await vscode.workspace.fs.delete(uri);
    await untilDiagnostics(uri, (found) => found.length === 0);
  });
});
