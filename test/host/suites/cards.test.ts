import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  run,
  until,
  untilLanguage,
  workspaceUri,
  write,
} from '../editor';

const body = [
  '[Salon] Cards',
  '',
  'https://www.harbour-review.example/cards',
  '',
  'March 18, 2024',
  '',
  'BRUSSELS -- The Kelp Office met NATO on Monday. Nobody from the Kelp Office spoke of the Kelp',
  'Office, said Mr. Orrin Ashdown.',
  '',
].join('\n');

const entities = [
  'format: archive-entities/1',
  'entities:',
  '  kelp-office:',
  '    type: organization',
  '    name: Kelp Office',
  '    aliases: [KO]',
  '    description: "Counts kelp. [x](command:workbench.action.quit) <img src=x> $(trash)"',
  '    wikidata: Q900003',
  '    notes: |',
  '      The **third** list is the right one; see [here](https://x.example/).',
  '',
].join('\n');

describe('cards', () => {
  let uri: vscode.Uri;
  let document: vscode.TextDocument;

  before(async () => {
    await write('Cards/kelp.entities.yaml', entities);
    uri = await write('Cards/message.txt', body);
  });

  beforeEach(async () => {
    ({ document } = await open(uri));
    await untilLanguage(uri, 'archive-message');
    await until('the entity file is read', async () =>
      (await hoverText(uri, rangeOf(document, 'Kelp Office').start)).includes('Counts kelp'),
    );
  });

  afterEach(closeAll);

  after(() => vscode.workspace.fs.delete(workspaceUri('Cards'), { recursive: true }));

  const hoversAt = (text: string) =>
    vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      rangeOf(document, text).start,
    );

  it('say what is known in at most twelve lines, lead to the mentions and run only our commands', async () => {
    const [hover, ...others] = await hoversAt('Kelp Office');
    assert.deepEqual(others, []);
    const [content] = hover!.contents as vscode.MarkdownString[];
    const lines = content!.value.split('\n').filter((line) => !/^(?:---|\s*)$/.test(line));
    assert.ok(lines.length <= 12, content!.value);
    assert.match(content!.value, /\$\(organization\) \*\*Kelp Office\*\* · organization/);
    assert.match(
      content!.value,
      /\[3 mentions here[^\]]*\]\(command:archiveAnnotator\.showMentions\?/,
    );
    assert.match(content!.value, /The third list is the right one; see here\./);
    assert.match(content!.value, /\[Wikidata\]\(https:\/\/www\.wikidata\.org\/wiki\/Q900003\)/);
    assert.match(content!.value, /lookUp\?/);
    assert.match(content!.value, /openEntity\?/);
    assert.doesNotMatch(content!.value, /\]\(command:workbench|<img|[^\\;]\$\(trash\)/);
    assert.ok(hover!.range!.isEqual(rangeOf(document, 'Kelp Office')));
  });

  it('stand one under the other, the innermost first, with its range', async () => {
    const passage = rangeOf(document, 'The Kelp Office met NATO');
    const id = await run('annotate', { uri, range: passage, kind: 'note', note: 'Who was there?' });
    const [onName] = await hoversAt('Kelp Office met');
    const texts = onName!.contents.map((content) => (content as vscode.MarkdownString).value);
    assert.match(texts[0]!, /Kelp Office\*\* · organization/);
    assert.match(texts[1]!, /Who was there\?/);
    assert.ok(onName!.range!.isEqual(rangeOf(document, 'Kelp Office')));
    const [onDateline] = await hoversAt('BRUSSELS');
    const first = (onDateline!.contents as vscode.MarkdownString[])[0]!.value;
    assert.match(first, /Brussels/);
    assert.match((onDateline!.contents as vscode.MarkdownString[])[1]!.value, /Dateline/);
    await run('remove', { uri, id });
  });

  it('offer a recognised name to the entity file', async () => {
    const text = await hoverText(uri, rangeOf(document, 'Orrin Ashdown').start);
    assert.match(text, /person · recognised/);
    const argument = /createEntity\?([^)]+)\)/.exec(text)?.[1];
    const [given] = JSON.parse(decodeURIComponent(argument ?? '')) as object[];
    assert.deepEqual(given, { uri: uri.toString(), name: 'Orrin Ashdown', type: 'person' });
  });

  const cardInFront = (title: string) =>
    until(`the card of ${title}`, () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.scheme === 'archive-card' && shown.uri.path.includes(title) && shown;
    });

  it('can be read as a text that leads to the mentions', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const { start } = rangeOf(document, 'Kelp Office', 1);
    editor.selection = new vscode.Selection(start, start);
    await run('showCard');
    const card = await cardInFront('Kelp');
    const lines = card.getText().split('\n');
    assert.equal(lines[0], 'Kelp Office · organization');
    assert.equal(lines[1], 'Counts kelp. [x](command:workbench.action.quit) <img src=x> $(trash)');
    assert.ok(lines.includes('also called KO'));
    assert.ok(lines.some((line) => line.startsWith('3 mentions here')));
    assert.ok(
      lines.some((line) => line.startsWith('Wikidata: https://www.wikidata.org/wiki/Q900003')),
    );
    assert.ok(!lines.some((line) => line.includes('Look up')));
    const places = lines.filter((line) => line.startsWith('- line '));
    assert.equal(places.length, 3);
    assert.match(places[2]!, /^- line 7: .*spoke of the Kelp Office, said/);
    assert.equal(card.languageId, 'plaintext');

    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      card.uri,
    );
    const targets = links.flatMap(({ target }) =>
      target?.path === uri.path ? [target.fragment] : [],
    );
    assert.deepEqual(targets, ['L7,17', 'L7,65', 'L7,90']);
    const [definition] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      card.uri,
      new vscode.Position(lines.indexOf(places[1]!), 4),
    );
    assert.ok(definition?.range.isEqual(rangeOf(document, 'Kelp Office', 1)));
  });

  it('are not opened where nothing is known', async () => {
    const range = rangeOf(document, 'Nobody');
    await run('showCard', { uri, range });
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, 'file');
  });

  it('can be read of an entity, of a recognised name and of an annotation', async () => {
    await run('showCard', { id: 'nato' });
    assert.match((await cardInFront('nato')).getText(), /^NATO · organization\n/);
    await run('showCard', { uri, name: 'Orrin Ashdown' });
    const recognised = (await cardInFront('Orrin Ashdown')).getText();
    assert.match(recognised, /^Orrin Ashdown · person · recognised\n/);
    assert.match(recognised, /- line 8: .*Mr\. Orrin Ashdown/);
    const range = rangeOf(document, 'on Monday');
    const id = await run('annotate', { uri, range, kind: 'question', note: 'Which *Monday*?' });
    await run('showCard', { uri, range });
    assert.match((await cardInFront('on Monday')).getText(), /^Question\nWhich Monday\?\n/);
    await run('remove', { uri, id });
  });
});
