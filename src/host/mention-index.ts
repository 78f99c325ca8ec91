import * as vscode from 'vscode';
import { countMentions, type EntityCount } from '../core/entity/mention-counts';
import type { EntityRegistry } from '../core/entity/registry';
import { detectionSample, detectKind } from '../core/message/detect';
import { parseMessages } from '../core/message/parse-file';
import { decodeText } from '../core/text/decode';
import { contentIdentity } from '../core/text/hash';
import { SourceText } from '../core/text/source-text';
import { Debounce } from './debounce';
import type { EntityStore } from './entity-store';
import { messageOf, type Log } from './log';
import { fileNameOf } from './messages';
import { readBytes } from './read-bytes';

/** What a file said when it had this size and time of change. */
interface IndexedFile {
  readonly changed: number;
  readonly size: number;
  readonly counts: Readonly<Record<string, readonly [mentions: number, messages: number]>>;
}

interface StoredIndex {
  /** What names were looked for: an index of other names is of no use. */
  readonly names: string;
  readonly files: Readonly<Record<string, IndexedFile>>;
}

const pattern = '**/*.{txt,eml,mbox,mbx,html,htm}';
const excluded = '{**/node_modules/**,**/.git/**,**/dist/**}';
/** VS Code shows no larger files to extensions either. */
const largestFile = 50 * 1024 * 1024;
/** So long a slice of work keeps typing smooth. */
const sliceMilliseconds = 12;
const pauseMilliseconds = 1000;

/**
 * How often the workspace's messages mention each entity. It is built in the background when somebody
 * first asks, follows changed files, and is kept between windows.
 */
export class MentionIndex implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #files = new Map<string, IndexedFile>();
  readonly #refresh = new Debounce<string>(pauseMilliseconds, (key) => void this.#update(key));
  readonly #disposables: vscode.Disposable[] = [];
  #building: Promise<void> | undefined;
  #isComplete = false;

  constructor(
    private readonly entities: EntityStore,
    private readonly storage: vscode.Uri | undefined,
    private readonly log: Log,
  ) {}

  /** Whether every file of the workspace has been read. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Counts over the whole workspace; undefined until the index is complete. */
  countOf(id: string): EntityCount | undefined {
    if (!this.#isComplete) return undefined;
    let mentions = 0;
    let messages = 0;
    for (const { counts } of this.#files.values()) {
      const count = Object.hasOwn(counts, id) ? counts[id] : undefined;
      if (!count) continue;
      mentions += count[0];
      messages += count[1];
    }
    return { mentions, messages };
  }

  /** Every entity that is mentioned, with its counts; empty until the index is complete. */
  all(): ReadonlyMap<string, EntityCount> {
    const all = new Map<string, { mentions: number; messages: number }>();
    if (!this.#isComplete) return all;
    for (const { counts } of this.#files.values()) {
      for (const [id, [mentions, messages]] of Object.entries(counts)) {
        const sum = all.get(id);
        if (!sum) all.set(id, { mentions, messages });
        else {
          sum.mentions += mentions;
          sum.messages += messages;
        }
      }
    }
    return all;
  }

  /** The files that mention an entity, with how often, in the order of their paths. */
  countsByFile(id: string): { readonly uri: vscode.Uri; readonly count: EntityCount }[] {
    return [...this.#files]
      .flatMap(([key, { counts }]) => {
        const count = Object.hasOwn(counts, id) ? counts[id] : undefined;
        if (!count) return [];
        const [mentions, messages] = count;
        return [{ uri: vscode.Uri.parse(key, true), count: { mentions, messages } }];
      })
      .sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** Builds the index once; later calls wait for the first. */
  build(): Promise<void> {
    return (this.#building ??= this.#build());
  }

  async #build(): Promise<void> {
    this.#follow();
    const registry = await this.entities.registry();
    const names = namesKey(registry);
    await this.#restore(names);
    const title = vscode.l10n.t('Counting mentions');
    const options = { location: vscode.ProgressLocation.Window, title, cancellable: true };
    await vscode.window.withProgress(options, async (progress, token) => {
      const uris = await vscode.workspace.findFiles(pattern, excluded);
      const present = new Set(uris.map((uri) => uri.toString()));
      for (const key of this.#files.keys()) if (!present.has(key)) this.#files.delete(key);
      for (const [index, uri] of uris.entries()) {
        if (token.isCancellationRequested) return;
        await this.#read(uri, registry);
        if (index % 20 === 0) progress.report({ message: `${index} / ${uris.length}` });
      }
      this.#isComplete = true;
    });
    await this.#keep(names);
    this.#changed.fire();
  }

  async #read(uri: vscode.Uri, registry: EntityRegistry): Promise<void> {
    const key = uri.toString();
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(uri);
      const known = this.#files.get(key);
      if ((known?.changed === mtime && known.size === size) || size > largestFile) return;
      const decoded = decodeText(await readBytes(uri));
      const source = new SourceText(decoded.text);
      const { kind } = detectKind(source.text.slice(0, detectionSample), fileNameOf(uri));
      const messages = kind === 'plain' ? [] : parseMessages(source, kind);
      const steps = countMentions(source, messages, registry, key);
      let since = Date.now();
      let step = steps.next();
      while (!step.done) {
        if (Date.now() - since > sliceMilliseconds) {
          await new Promise((resolve) => setTimeout(resolve));
          since = Date.now();
        }
        step = steps.next();
      }
      const counts = [...step.value].map(([id, count]) => [id, [count.mentions, count.messages]]);
      this.#files.set(key, { changed: mtime, size, counts: Object.fromEntries(counts) });
    } catch (error) {
      this.log.debug(`${key} is not counted: ${messageOf(error)}`);
      this.#files.delete(key);
    }
  }

  async #update(key: string): Promise<void> {
    await this.#read(vscode.Uri.parse(key, true), await this.entities.registry());
    this.#changed.fire();
  }

  #follow(): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    // Of a deleted folder only the folder is told.
    const deleted = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
    const schedule = (uri: vscode.Uri) => this.#refresh.schedule(uri.toString());
    this.#disposables.push(
      watcher,
      watcher.onDidCreate(schedule),
      watcher.onDidChange(schedule),
      deleted,
      deleted.onDidDelete((uri) => {
        const below = `${uri.toString()}/`;
        for (const key of this.#files.keys()) {
          if (key === uri.toString() || key.startsWith(below)) this.#refresh.schedule(key);
        }
      }),
      // Other names: everything is counted anew when somebody asks again.
      this.entities.onDidChange(() => {
        this.#files.clear();
        this.#isComplete = false;
        this.#building = undefined;
        vscode.Disposable.from(...this.#disposables.splice(0)).dispose();
        this.#changed.fire();
      }),
    );
  }

  get #storageFile(): vscode.Uri | undefined {
    return this.storage && vscode.Uri.joinPath(this.storage, 'mentions.json');
  }

  async #restore(names: string): Promise<void> {
    try {
      if (!this.#storageFile) return;
      const bytes = await vscode.workspace.fs.readFile(this.#storageFile);
      const stored = JSON.parse(new TextDecoder().decode(bytes)) as StoredIndex;
      if (stored.names !== names) return;
      for (const [key, file] of Object.entries(stored.files)) this.#files.set(key, file);
    } catch {
      // None was kept yet, or not whole: it is built anew.
    }
  }

  async #keep(names: string): Promise<void> {
    if (!this.#storageFile || !this.#isComplete) return;
    const stored: StoredIndex = { names, files: Object.fromEntries(this.#files) };
    const bytes = new TextEncoder().encode(JSON.stringify(stored));
    await Promise.resolve(vscode.workspace.fs.writeFile(this.#storageFile, bytes)).catch(
      (error: unknown) => this.log.warn(`The index was not kept: ${messageOf(error)}`),
    );
  }

  dispose(): void {
    vscode.Disposable.from(this.#changed, this.#refresh, ...this.#disposables).dispose();
  }
}

/** Changes with every name that is looked for. */
function namesKey(registry: EntityRegistry): string {
  const names = [...registry.aliases()].map(({ alias, entity }) => `${entity.entity.id}\t${alias}`);
  return contentIdentity(new SourceText(names.join('\n'))).sha256;
}
