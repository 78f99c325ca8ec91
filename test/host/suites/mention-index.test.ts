import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parseEntityFile } from '../../../src/core/entity/entity-file';
import { loadGazetteer } from '../../../src/core/entity/gazetteer/gazetteer';
import { EntityRegistry } from '../../../src/core/entity/registry';
import type { EntityStore } from '../../../src/host/entity-store';
import type { Log } from '../../../src/host/log';
import { MentionIndex } from '../../../src/host/mention-index';
import { extensionId, print, until, workspaceUri } from '../editor';

/** As many messages as the issue asks for. */
const messageCount = 10_000;
const folder = 'Many';
/** Folders that they are in, and those that most tests do with. */
const parts = 20;
const kept = 3;
/** After so long it tells no more. */
const calmMilliseconds = 2000;
const keptCount = (messageCount * kept) / parts;

const quiet = { debug() {}, info() {}, warn() {}, error() {} } as unknown as Log;

const entities = (names: string) =>
  `entities:\n  tide-office: { type: organization, name: Tide Office${names} }\n`;

/** What an index needs of the store of entities: names that a test can change. */
class Names {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #registry: EntityRegistry;

  constructor() {
    this.#registry = this.#build('');
  }

  registry = () => Promise.resolve(this.#registry);

  change(names: string): void {
    this.#registry = this.#build(names);
    this.#changed.fire();
  }

  #build(names: string): EntityRegistry {
    const path = join(
      vscode.extensions.getExtension(extensionId)!.extensionPath,
      'dist/gazetteer.json',
    );
    const gazetteer = loadGazetteer(JSON.parse(readFileSync(path, 'utf8')));
    const file = parseEntityFile(entities(names));
    return new EntityRegistry([{ uri: 'file:///entities.yaml', file }], gazetteer);
  }
}

const text = (index: number) =>
  [
    `[Salon] Tide ${index}`,
    '',
    `https://www.harbour-review.example/tide/${index}`,
    '',
    'March 18, 2024',
    '',
    `MADRID -- The Tide Office met NATO officials on Monday, said note ${index}.`,
    '',
    ...Array.from(
      { length: 12 },
      (_, line) =>
        `Line ${line} of the report tells of ships, of harbours and of the long wait for the evening tide.`,
    ),
    '',
  ].join('\n');

const path = (...parts: string[]) => join(workspaceUri(folder).fsPath, ...parts);
const fileOf = (index: number) => path(String(index % parts), `${index}.txt`);

/**
 * The longest time for which the extension host did nothing else while `work` went on, and the most
 * that it worked in one go: the machine may have been busy with something else.
 */
async function longestPause(work: () => Promise<unknown>): Promise<string> {
  let last = performance.now();
  let used = process.cpuUsage();
  let [longest, most] = [0, 0];
  const timer = setInterval(() => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(used);
    longest = Math.max(longest, now - last);
    most = Math.max(most, (user + system) / 1000);
    last = now;
    used = process.cpuUsage();
  }, 1);
  await work();
  clearInterval(timer);
  return `longest pause ${longest.toFixed(0)} ms, ${most.toFixed(0)} ms of work`;
}

describe('mention index', function () {
  this.timeout(240_000);
  const names = new Names();
  const storage = vscode.Uri.joinPath(workspaceUri(), '.vscode', 'index');
  const stored = vscode.Uri.joinPath(storage, 'mentions.jsonl');
  const open: MentionIndex[] = [];
  const window = () => {
    const index = new MentionIndex(names as unknown as EntityStore, storage, quiet);
    open.push(index);
    return index;
  };
  const tides = (index: MentionIndex) => index.countOf('tide-office')?.mentions;

  before(async () => {
    // What git and the editor make of so many new files is no matter of the index.
    appendFileSync(join(workspaceUri().fsPath, '.git', 'info', 'exclude'), `\n${folder}/\n`);
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${folder}/**`);
    let told = 0;
    watcher.onDidCreate(() => (told = performance.now()));
    for (let index = 0; index < messageCount; index++) {
      if (index < parts) mkdirSync(path(String(index)), { recursive: true });
      writeFileSync(fileOf(index), text(index));
    }
    const isCalm = () => told > 0 && performance.now() - told > calmMilliseconds;
    await until('the editor has told of the files', isCalm, { milliseconds: 60_000 });
    watcher.dispose();
  });
  afterEach(() => open.splice(0).forEach((index) => index.dispose()));
  after(() => {
    rmSync(path(), { recursive: true });
    rmSync(storage.fsPath, { recursive: true, force: true });
  });

  it('counts 10,000 messages without holding up typing, and keeps the counts between windows', async () => {
    const first = window();
    const start = performance.now();
    let report: Awaited<ReturnType<MentionIndex['build']>> | undefined;
    const pause = await longestPause(async () => (report = await first.build()));
    const seconds = (performance.now() - start) / 1000;
    assert.ok(report!.read >= messageCount && report!.isComplete, JSON.stringify(report));
    assert.equal(tides(first), messageCount);
    print(`10,000 messages: ${seconds.toFixed(1)} s, ${pause}`);

    first.dispose();
    const second = window();
    const again = performance.now();
    const kept = await longestPause(async () => (report = await second.build()));
    assert.equal(report!.read, 0, JSON.stringify(report));
    assert.equal(tides(second), messageCount);
    const taken = ((performance.now() - again) / 1000).toFixed(1);
    print(`second window: ${taken} s, ${kept}`);
    assert.equal(second.countsByFile('tide-office').length, messageCount);
    const idle = await longestPause(() => new Promise((resolve) => setTimeout(resolve, 2000)));
    print(`idle: ${idle}`);
  });

  /** The other tests are of what happens, not of how many there are. */
  it('drops what is gone', async () => {
    for (let part = kept; part < parts; part++) rmSync(path(String(part)), { recursive: true });
    const index = window();
    const { read } = await index.build();
    assert.equal(read, 0);
    assert.equal(tides(index), keptCount);
  });

  it('reads only the file that was changed while no window was open', async () => {
    writeFileSync(fileOf(1), `${text(1)}The Tide Office and the Tide Office.\n`);
    const index = window();
    const { read } = await index.build();
    assert.equal(read, 1);
    assert.equal(tides(index), keptCount + 2);
    writeFileSync(fileOf(1), text(1));
    await window().build();
  });

  it('follows changes, renames and deletions, of files and of folders', async () => {
    for (const name of ['a', 'b', 'c']) {
      mkdirSync(path(name), { recursive: true });
      for (let index = 0; index < 5; index++)
        writeFileSync(path(name, `${index}.txt`), text(index));
    }
    const index = window();
    await index.build();
    const base = tides(index)!;
    const becomes = async (
      count: number,
      isKnown: (paths: readonly string[]) => boolean = () => true,
    ) =>
      until(
        `${count} mentions`,
        () =>
          tides(index) === count &&
          isKnown(index.countsByFile('tide-office').map(({ uri }) => uri.path)),
        { events: [index.onDidChange], milliseconds: 30_000 },
      );
    writeFileSync(path('a', '0.txt'), `${text(0)}The Tide Office.\n`);
    await becomes(base + 1);
    renameSync(path('a', '0.txt'), path('a', 'renamed.txt'));
    await becomes(base + 1, (paths) => paths.some((it) => it.endsWith('/a/renamed.txt')));
    rmSync(path('a', 'renamed.txt'));
    await becomes(base - 1);
    rmSync(path('b'), { recursive: true });
    await becomes(base - 6);
    renameSync(path('c'), path('renamed'));
    const isRenamed = (paths: readonly string[]) =>
      paths.some((it) => it.includes('/renamed/')) && !paths.some((it) => it.includes('/c/'));
    await becomes(base - 6, isRenamed);
    for (const name of ['a', 'renamed']) rmSync(path(name), { recursive: true });
    await becomes(base - 15);
  });

  it('counts anew for other names, and what was begun with the old ones is given up', async () => {
    const index = window();
    await index.build();
    names.change(', aliases: [officials]');
    assert.equal(index.countOf('tide-office'), undefined);
    const old = index.build();
    await until('it is under way', () => index.countsByFile('tide-office').length > 0);
    names.change(', aliases: [Monday]');
    const { isComplete } = await index.build();
    assert.ok(isComplete);
    assert.equal((await old).isComplete, false);
    const ours = index.countsByFile('tide-office').filter(({ uri }) => uri.path.includes('/Many/'));
    assert.equal(ours.length, keptCount);
    assert.ok(ours.every(({ count }) => count.mentions === 2));
    names.change('');
  });

  it('is stopped by the user, and taken up by who asks for it', async () => {
    names.change(', aliases: [evening]');
    const index = window();
    const building = index.build();
    await until('it is under way', () => index.countsByFile('tide-office').length > 0);
    index.stop();
    assert.equal((await building).isComplete, false);
    assert.equal((await index.build()).isComplete, false);
    assert.equal(index.countOf('tide-office'), undefined);
    const { isComplete, kept } = await index.build({ again: true });
    assert.ok(isComplete && kept > 0, `${kept} kept`);
    names.change('');
  });

  it('does without a kept index that is broken, of another version or of another shape', async () => {
    const index = window();
    await index.build();
    const whole = readFileSync(stored.fsPath, 'utf8');
    const count = tides(index);
    for (const broken of [
      '',
      '{',
      whole.slice(0, whole.length / 2),
      whole.replace('archive-mentions/', 'archive-mentions/0'),
      `${whole}[]\n`,
      '\0'.repeat(1000),
    ]) {
      writeFileSync(stored.fsPath, broken);
      const other = window();
      const { read, isComplete } = await other.build();
      assert.ok(read > 0 && isComplete, `${broken.slice(0, 20)} ${read}`);
      assert.equal(tides(other), count);
      other.dispose();
    }
  });
});
