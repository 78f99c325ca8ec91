import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  run,
  until,
  untilDiagnostics,
  untilLanguage,
  workspaceUri,
  write,
} from '../editor';

const entities = [
  'format: archive-entities/1',
  'entities:',
  '  ebb-office:',
  '    type: organization',
  '    name: Ebb Office',
  '    aliases: [Office of Ebbs]',
  '    description: Invented office for ebbs.',
  '  flood-office:',
  '    type: organization',
  '    name: Flood Office',
  '    aliases: [FO, Ebb Office]',
  '',
].join('\n');

const message = [
  '[Salon] Ebbs',
  '',
  'https://www.harbour-review.example/ebbs',
  '',
  'March 18, 2024',
  '',
  'MADRID -- The Ebb Office met on Monday. Nobody from the Flood Office came.',
  '',
].join('\n');

async function items(uri: vscode.Uri, position: vscode.Position) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    undefined,
    5,
  );
  return list.items.map((item) => ({
    label: typeof item.label === 'string' ? item.label : item.label.label,
    text: typeof item.insertText === 'string' ? item.insertText : item.insertText?.value,
    documentation: documentationOf(item),
  }));
}

function documentationOf({ documentation }: vscode.CompletionItem): string {
  return typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
}

/** The quick fixes at a place; the editor does not hand out which diagnostics they mend. */
async function fixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** Applies the quick fix with a title, as the editor does. */
async function fix(uri: vscode.Uri, range: vscode.Range, title: RegExp): Promise<void> {
  const all = await until(`a fix ${title.source}`, async () => {
    const found = await fixes(uri, range);
    return found.some((it) => title.test(it.title)) ? found : undefined;
  });
  const action = all.find((it) => title.test(it.title))!;
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command) {
    const { command, arguments: args = [] } = action.command;
    await vscode.commands.executeCommand(command, ...args);
  }
}

async function edit(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, rangeOf(document, from), to);
  assert.ok(await vscode.workspace.applyEdit(change));
}

let count = 0;

async function openFile(text = entities): Promise<vscode.TextDocument> {
  const uri = await write(`Ebbs/${++count}/ebb.entities.yaml`, text);
  return (await open(uri)).document;
}

/** A message with one annotation, whose sidecar is open. */
async function openSidecar() {
  const uri = await write(`Ebbs/${count}/message.txt`, message);
  const { document } = await open(uri);
  await untilLanguage(uri, 'archive-message');
  const range = rangeOf(document, 'Ebb Office');
  await run('annotate', { uri, range, kind: 'entity', entity: 'ebb-office' });
  const { document: sidecar } = await open(`Ebbs/${count}/message.txt.ann.yaml`);
  await until('the annotation is shown', () => sidecar.getText().includes('entity: ebb-office'));
  return { uri, document, sidecar };
}

describe('entity files', () => {
  afterEach(closeAll);
  afterEach(async () => {
    // The file first: an editor may be late to tell that a whole folder went.
    await vscode.workspace.fs.delete(workspaceUri('Ebbs', String(count), 'ebb.entities.yaml'));
    await vscode.workspace.fs.delete(workspaceUri('Ebbs'), { recursive: true });
  });

  it('complete keys that an entry lacks, types, and facts that are known of a name', async () => {
    const document = await openFile(`${entities}  x:\n    name: NATO\n    \n`);
    const { uri } = document;
    const empty = new vscode.Position(document.lineCount - 2, 4);
    const keys = await items(uri, empty);
    assert.deepEqual(
      keys.slice(0, 4).map(({ label }) => label),
      ['type', 'aliases', 'description', 'wikidata'],
    );
    assert.match(keys[1]!.documentation, /Other names that texts use/);
    const types = await items(uri, rangeOf(document, 'type: organization').end);
    const place = types.find(({ label }) => label === 'place');
    assert.match(place!.documentation, /country, city/);
    await edit(document, '    name: NATO\n    \n', '    name: NATO\n    description: \n');
    const known = await items(uri, new vscode.Position(document.lineCount - 2, 17));
    assert.ok(
      known.some(({ text }) => text && /alliance/i.test(text)),
      JSON.stringify(known),
    );
  });

  it('complete new entries, and those that come with the extension by name or country code', async () => {
    const document = await openFile(`${entities}  \n  DE\n  tide-watch\n`);
    const { uri } = document;
    const fresh = await items(uri, new vscode.Position(document.lineCount - 4, 2));
    const person = fresh.find(({ label }) => label === 'new person');
    assert.match(person!.text!, /type: person\n {2}name: /);
    const german = await items(uri, new vscode.Position(document.lineCount - 3, 4));
    const germany = german.find(({ label }) => label === 'germany');
    assert.match(germany!.text!, /^germany:\n {2}type: place\n {2}name: Germany\n/);
    const typed = await items(uri, new vscode.Position(document.lineCount - 2, 12));
    const place = typed.find(({ label }) => label === 'new place');
    assert.match(place!.text!, /^tide-watch:\n {2}type: place\n {2}name: \$\{1:Tide Watch\}/);
  });

  it('explain keys, types and ids', async () => {
    const document = await openFile();
    const { uri } = document;
    assert.match(await hoverText(uri, rangeOf(document, 'aliases').start), /Whole words/);
    assert.match(await hoverText(uri, rangeOf(document, 'organization').start), /news agency/);
    const card = await until('the card', async () => {
      const text = await hoverText(uri, rangeOf(document, 'ebb-office').start);
      return text.includes('Ebb Office') ? text : undefined;
    });
    assert.match(card, /Invented office for ebbs/);
    assert.match(card, /showMentions/);
  });

  it('offer to mend what is wrong', async () => {
    const document = await openFile(
      entities
        .replace('type: organization', 'type: organisation')
        .replace('  flood-office', '  Flood Office'),
    );
    const { uri } = document;
    await untilDiagnostics(uri, (all) => all.length >= 2);
    await fix(uri, rangeOf(document, 'organisation'), /“organization”/);
    await fix(uri, rangeOf(document, 'Flood Office:'), /id to “flood-office”/);
    assert.equal(document.getText(), entities);
    const shared = rangeOf(document, 'Ebb Office', 1);
    await untilDiagnostics(uri, ([first]) => first?.code === 'shared-alias');
    const titles = (await fixes(uri, shared)).map(({ title }) => title);
    assert.deepEqual(titles, [
      'Remove “Ebb Office” here',
      'Merge “flood-office” into “ebb-office”',
      'Merge “ebb-office” into “flood-office”',
    ]);
    await fix(uri, shared, /Remove/);
    assert.match(document.getText(), /aliases: \[FO\]\n/);
    await untilDiagnostics(uri, (all) => all.length === 0);
  });

  it('report what two files both have', async () => {
    await openFile();
    const other = await write(
      `Ebbs/${count}/other.entities.yaml`,
      entities.replace(', Ebb Office', ''),
    );
    const { document } = await open(other);
    const found = await untilDiagnostics(other);
    assert.deepEqual([...new Set(found.map(({ code }) => code))], ['duplicate-id']);
    await fix(other, rangeOf(document, 'ebb-office'), /ebb-office-2/);
    assert.match(document.getText(), /\n {2}ebb-office-2:\n/);
  });

  it('are offered in sidecars, by name and by what is annotated', async () => {
    await openFile();
    const { sidecar } = await openSidecar();
    const { uri } = sidecar;
    const card = await hoverText(uri, rangeOf(sidecar, 'ebb-office').start);
    assert.match(card, /Invented office for ebbs/);
    await edit(sidecar, 'entity: ebb-office', 'entity: ');
    const [first] = await items(uri, rangeOf(sidecar, '    entity: ').end);
    assert.equal(first?.label, 'ebb-office');
    assert.match(first.documentation, /Invented office/);
    await edit(sidecar, 'entity: ', 'entity: flood of');
    const end = rangeOf(sidecar, 'entity: flood of').end;
    const named = await items(uri, end);
    assert.equal(named[0]?.label, 'flood-office');
  });

  it('mend unknown ids in sidecars: the nearest, or a new entity', async () => {
    const file = await openFile();
    const { sidecar } = await openSidecar();
    const { uri } = sidecar;
    await edit(sidecar, 'entity: ebb-office', 'entity: eb-ofice');
    const isDangling = ({ code }: vscode.Diagnostic) => code === 'dangling-entity';
    const [dangling] = (await untilDiagnostics(uri, (all) => all.some(isDangling))).filter(
      isDangling,
    );
    assert.equal(sidecar.getText(dangling!.range), 'eb-ofice');
    const titles = (await fixes(uri, dangling!.range)).map(({ title }) => title);
    assert.deepEqual(titles, [
      'Change to “ebb-office” (Ebb Office)',
      'Change to “flood-office” (Flood Office)',
      'Create entity “eb-ofice”…',
    ]);
    await fix(uri, dangling!.range, /Change to “ebb-office”/);
    await untilDiagnostics(uri, (all) => !all.some(isDangling));
    // An entity that is taken away is missed by open sidecars.
    await edit(file, '  ebb-office:', '  ebb-bureau:');
    await untilDiagnostics(uri, (all) => all.some(isDangling));
  });

  it('are found by name and alias among the symbols of the workspace', async () => {
    const document = await openFile();
    const symbols = async (query: string) =>
      (
        await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          query,
        )
      ).filter(({ location }) => location.uri.path === document.uri.path);
    const [ebb] = await until('the entity', async () => {
      const found = await symbols('ebb off');
      return found.length > 0 ? found : undefined;
    });
    assert.equal(ebb!.name, 'Ebb Office');
    assert.equal(ebb!.containerName, 'organization');
    assert.equal(ebb!.location.range.start.line, 2);
    const aliases = await symbols('office of e');
    const alias = aliases.find(({ name }) => name === 'Office of Ebbs');
    assert.equal(alias!.containerName, 'Ebb Office, organization');
    assert.equal(document.getText(alias!.location.range), 'Office of Ebbs');
  });

  it('run, show and load nothing of hostile files', async () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a, *a]', 'c: &c [*b, *b, *b]'].map(
      (it) => `  ${it}`,
    );
    const document = await openFile(
      [
        'format: archive-entities/1',
        'entities:',
        '  __proto__: { type: person, name: Proto }',
        '  constructor: { type: person, name: Constructor }',
        ...bomb,
        '  ebb-hostile:',
        '    type: "[p](command:workbench.action.quit)"',
        '    name: Ebb \u202e[run](command:workbench.action.quit)',
        "    aliases: ['Ebb <img src=https://tracker.example/x.png>', 'Ebb .*+?^${}()|[]']",
        `    description: Text ${'![x](https://tracker.example/y.png) '.repeat(300_000)}`,
        '    ',
        '',
      ].join('\n'),
    );
    const { uri } = document;
    await untilDiagnostics(uri, (all) => all.some(({ code }) => code === 'unknown-type'));
    const shown: string[] = [];
    shown.push(await hoverText(uri, rangeOf(document, 'ebb-hostile').start));
    assert.match(shown[0]!, /Ebb/);
    for (const query of ['ebb', '.*+?', '__proto__', 'constructor']) {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      const own = symbols.filter(({ location }) => location.uri.toString() === uri.toString());
      assert.equal(own.length, query === 'ebb' || query === '.*+?' ? 1 : 0, query);
      // Plain text, which the editor does not interpret.
      assert.ok(
        own.every(({ name, containerName }) => !/[\u202a-\u202e]/.test(name + containerName)),
      );
    }
    const keys = await items(uri, new vscode.Position(document.lineCount - 2, 4));
    assert.ok(keys.some(({ label }) => label === 'wikidata'));
    shown.push(...keys.map(({ documentation }) => documentation));
    for (const { range } of vscode.languages.getDiagnostics(uri)) await fixes(uri, range);
    const bad = await fixes(uri, rangeOf(document, '__proto__'));
    assert.deepEqual(
      bad.map(({ title }) => title),
      ['Change the id to “proto”'],
    );
    for (const text of shown) {
      assert.doesNotMatch(text, /\]\(command:(?!archiveAnnotator\.)|!\[|<img|\u202e/);
    }
  });
});
