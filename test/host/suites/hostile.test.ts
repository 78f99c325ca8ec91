import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  open,
  print,
  rangeOf,
  read,
  run,
  untilDiagnostics,
  untilLanguage,
  workspaceUri,
  write,
} from '../editor';

const text = [
  '[Salon] Tides',
  '',
  'https://www.harbour-review.example/tides',
  '',
  'March 16, 2024',
  '',
  'BRUSSELS -- NATO said on Friday that the Tide Office had counted every wave.',
  '',
].join('\n');

const record = (quote: string, note: string) =>
  [
    '  - id: 01KAV7M2Q8T4Z6R1C3X5B7N9DE',
    '    kind: note',
    '    target:',
    `      quote: ${quote}`,
    '      before: "BRUSSELS -- "',
    '      after: " said on Friday"',
    `      start: ${text.indexOf(quote)}`,
    `      end: ${text.indexOf(quote) + quote.length}`,
    `    note: ${JSON.stringify(note)}`,
    '    by: "](command:workbench.action.quit) <b>x</b>"',
    '',
  ].join('\n');

/** A sidecar as an attacker writes it: its own records, whatever they say of their source. */
const sidecar = (name: string, ...records: string[]) =>
  `format: archive-annotations/1\nsource:\n  name: ${name}\n  sha256: ${'0'.repeat(64)}\n  blob: ${'0'.repeat(40)}\nannotations:\n${records.join('')}`;

const hostileNote =
  '[run](command:workbench.action.terminal.new) ![x](https://tracker.example/x.png) <img src=https://tracker.example/y.png> $(flame) \u202egnp.exe';

/** What no card may hold, whatever files say: a link to a command that is not ours, an image, HTML. */
function assertHarmless(markdown: string): void {
  assert.doesNotMatch(markdown, /\]\(command:(?!archiveAnnotator\.)/);
  assert.doesNotMatch(markdown, /!\[|<img|<b>|\$\(flame\)/);
}

describe('hostile repositories', () => {
  // A failing rejection of ours that nobody awaits would be lost in the log.
  const rejections: unknown[] = [];
  const remember = (reason: unknown) => {
    const stack = reason instanceof Error ? (reason.stack ?? '') : '';
    if (/archive-annotator|dist[\\/](?:extension|annotations|entities|messages)/.test(stack)) {
      rejections.push(reason);
    }
  };
  before(() => process.on('unhandledRejection', remember));
  after(async () => {
    // A commit takes changed entity files along: other suites must not find these.
    await vscode.workspace.fs.delete(workspaceUri('Hostile'), { recursive: true });
    process.off('unhandledRejection', remember);
    assert.deepEqual(rejections, []);
  });
  afterEach(closeAll);

  it('shows hostile notes as text', async () => {
    await write('Hostile/notes.txt.ann.yaml', sidecar('notes.txt', record('NATO', hostileNote)));
    const { document } = await open(await write('Hostile/notes.txt', text));
    await untilLanguage(document.uri, 'archive-message');
    const card = await hoverText(document.uri, rangeOf(document, 'NATO').start.translate(0, 1));
    assert.match(card, /run/);
    assertHarmless(card);
  });

  it('shows hostile entities as text', async () => {
    await write(
      'Hostile/bad.entities.yaml',
      [
        'format: archive-entities/1',
        'entities:',
        '  tide-office:',
        '    type: organization',
        '    name: Tide Office',
        `    description: ${JSON.stringify(hostileNote)}`,
        '    wikidata: "Q1](command:workbench.action.quit)"',
        '    links: ["command:workbench.action.quit", "javascript:alert(1)", "file:///etc/passwd"]',
        `    notes: ${JSON.stringify(hostileNote)}`,
        '  __proto__: {type: person, name: Tide}',
        '',
      ].join('\n'),
    );
    const { document } = await open(await write('Hostile/entities.txt', text));
    await untilLanguage(document.uri, 'archive-message');
    const card = await hoverText(document.uri, rangeOf(document, 'Tide Office').start);
    assert.match(card, /Tide Office/);
    assertHarmless(card);
    assert.doesNotMatch(card, /\]\((?:file|javascript):/i);
  });

  it('writes only beside the source, whatever the sidecar calls it', async () => {
    const outside = workspaceUri('..', 'escaped').fsPath;
    const uri = await write('Hostile/escape.txt', text);
    await write('Hostile/escape.txt.ann.yaml', sidecar('../../escaped', record('NATO', 'x')));
    const { document } = await open(uri);
    await run('annotate', {
      uri,
      range: rangeOf(document, 'Friday'),
      kind: 'highlight',
    }).catch(() => undefined);
    assert.equal(existsSync(outside), false);
    assert.equal(existsSync(`${outside}.ann.yaml`), false);
  });

  it('does not write through a link that leads out of the workspace', async function () {
    if (process.platform === 'win32') return this.skip();
    const uri = await write('Hostile/link.txt', text);
    const victim = join(workspaceUri('..').fsPath, 'victim.yaml');
    const before = sidecar('link.txt');
    writeFileSync(victim, before);
    symlinkSync(victim, `${uri.fsPath}.ann.yaml`);
    const { document } = await open(uri);
    const range = rangeOf(document, 'Friday');
    await assert.rejects(run('annotate', { uri, range, kind: 'highlight' }), /link/);
    assert.equal(readFileSync(victim, 'utf8'), before);
  });

  it('does not read a device that a link leads to', async function () {
    if (!existsSync('/dev/zero')) return this.skip();
    const uri = await write('Hostile/device.txt', text);
    symlinkSync('/dev/zero', `${uri.fsPath}.ann.yaml`);
    symlinkSync('/dev/zero', workspaceUri('Hostile', 'device.entities.yaml').fsPath);
    const { document } = await open(uri);
    await untilLanguage(uri, 'archive-message');
    assert.match(await hoverText(uri, rangeOf(document, 'NATO').start), /NATO/);
    const range = rangeOf(document, 'Friday');
    await assert.rejects(run('annotate', { uri, range, kind: 'highlight' }), /not a file/);
    const problems = await untilDiagnostics(workspaceUri('Hostile', 'device.txt.ann.yaml'));
    assert.match(problems[0]!.message, /not a file/);
  });

  it('opens what is no message, or hardly one', async function () {
    this.timeout(60_000);
    const latin = Uint8Array.from(
      [...text.replace('wave', 'w\u00e9ve')].map((it) => it.charCodeAt(0)),
    );
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    const files: Record<string, string | Uint8Array> = {
      'empty.txt': '',
      'latin.txt': latin,
      'wide.txt': wide,
      'nul.txt': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7) % 256),
      [`${'n'.repeat(200)}.txt`]: text,
      'line.txt': `${text}\n${'word '.repeat(6_000_000)}`,
    };
    for (const [name, content] of Object.entries(files)) {
      const uri = await write(`Hostile/${name}`, content);
      const start = performance.now();
      const editor = await open(uri).catch((error: unknown) => {
        assert.match(String(error), /binary|large/i);
      });
      if (!editor) continue;
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
      await hoverText(uri, new vscode.Position(0, 0));
      print(`${name.slice(0, 20)}: ${Math.round(performance.now() - start)} ms`);
    }
    const { document } = await open('Hostile/wide.txt');
    assert.match(document.getText(), /BRUSSELS/);
  });

  it('tells of a sidecar without read permission, and leaves it', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip();
    const uri = await write('Hostile/secret.txt', text);
    const secret = await write('Hostile/secret.txt.ann.yaml', sidecar('secret.txt'));
    chmodSync(secret.fsPath, 0);
    const { document } = await open(uri);
    const range = rangeOf(document, 'Friday');
    await assert.rejects(run('annotate', { uri, range, kind: 'highlight' }));
    chmodSync(secret.fsPath, 0o600);
    assert.equal(await read(secret), sidecar('secret.txt'));
  });

  it('takes a folder in a sidecar’s place for what it is', async () => {
    const uri = await write('Hostile/folder.txt', text);
    await write('Hostile/folder.txt.ann.yaml/inside.txt', 'x');
    const { document } = await open(uri);
    const range = rangeOf(document, 'Friday');
    await assert.rejects(run('annotate', { uri, range, kind: 'highlight' }), /not a file/);
  });
});
