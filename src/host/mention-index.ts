import * as vscode from 'vscode';
import type { EntityCount } from '../core/entity/mention-counts';
import { MentionTable } from '../core/entity/mention-table';
import { namesKey } from '../core/entity/names-key';
import type { EntityRegistry } from '../core/entity/registry';
import { inSlices } from '../core/in-slices';
import { ChangedSources, sourcePattern, type SourceChanges } from './changed-sources';
import { countSource, findSource, type FoundSource } from './count-file';
import { CountingStatus } from './counting-status';
import { Debounce } from './debounce';
import type { EntityStore } from './entity-store';
import { KeptMentions } from './kept-mentions';
import { messageOf, type Log } from './log';
import { nextTurn } from './next-turn';

/** What it took to count the workspace's mentions. */
export interface CountingReport {
  /** Files that were read, and files that were counted before. */
  readonly read: number;
  readonly kept: number;
  readonly isComplete: boolean;
}

const excluded = '{**/node_modules/**,**/.git/**,**/dist/**}';
/** So many files are looked at at once: each question to the editor takes its time. */
const lookedAtOnce = 100;
/** So many files are read ahead while one is counted, unless they are large. */
const mostAhead = 16;
const largeFile = 1_000_000;
const keepMilliseconds = 5000;
const nothing: CountingReport = { read: 0, kept: 0, isComplete: false };

/** One counting with the names of one moment. Other names, or the user, end it. */
interface Counting {
  isStopped: boolean;
}

/** Names, and what tells them apart from others. */
interface Names {
  readonly registry: EntityRegistry;
  readonly key: string;
}

/**
 * How often the workspace's messages mention each entity. It is built in the background when somebody
 * first asks, follows changed files, and is kept between windows.
 */
export class MentionIndex implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  /** Made when it is first used: its code is not loaded before. */
  #madeTable: MentionTable | undefined;
  readonly #kept: KeptMentions;
  readonly #keep = new Debounce<string>(
    keepMilliseconds,
    (names) => void this.#kept.write(names, this.#table.files),
  );
  #following: vscode.Disposable | undefined;
  #building: Promise<CountingReport> | undefined;
  #counting: Counting | undefined;
  #names: Names | undefined;
  #updating: Promise<unknown> = Promise.resolve();
  #isComplete = false;
  #wasStopped = false;

  get #table(): MentionTable {
    return (this.#madeTable ??= new MentionTable());
  }

  constructor(
    private readonly entities: EntityStore,
    storage: vscode.Uri | undefined,
    private readonly log: Log,
  ) {
    this.#kept = new KeptMentions(storage, log);
  }

  /** Whether every file of the workspace has been counted. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Counts over the whole workspace; undefined until the index is complete. */
  countOf(id: string): EntityCount | undefined {
    if (!this.#isComplete) return undefined;
    return this.#table.sums.get(id) ?? { mentions: 0, messages: 0 };
  }

  /** Every entity that is mentioned, with its counts; empty until the index is complete. */
  all(): ReadonlyMap<string, EntityCount> {
    return this.#isComplete ? this.#table.sums : new Map();
  }

  /** The files that mention an entity, with how often, in the order of their paths. */
  countsByFile(id: string): { readonly uri: vscode.Uri; readonly count: EntityCount }[] {
    return [...this.#table.mentioning(id)]
      .map(([key, count]) => ({ uri: vscode.Uri.parse(key, true), count }))
      .sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /**
   * Counts the workspace's mentions once; later calls wait for the first. What the user has stopped is
   * taken up only for somebody who asks for it (`again`).
   */
  build({ again = false } = {}): Promise<CountingReport> {
    if (this.#wasStopped && !again) return Promise.resolve(nothing);
    return (this.#building ??= this.#build());
  }

  /** Ends the counting; what was counted stays. */
  stop(): void {
    if (this.#isComplete || !this.#counting) return;
    this.#counting.isStopped = true;
    this.#wasStopped = true;
  }

  async #build(): Promise<CountingReport> {
    this.#wasStopped = false;
    this.#following ??= vscode.Disposable.from(
      new ChangedSources((changes) => this.#follow(changes)),
      this.entities.onDidChange(() => this.#forget()),
    );
    const counting = { isStopped: false };
    this.#counting = counting;
    try {
      const registry = await this.entities.registry();
      const key = await inSlices(namesKey(registry), nextTurn);
      const kept = await this.#kept.read(key);
      if (this.#counting !== counting) return nothing;
      this.#names = { registry, key };
      for (const [uri, file] of kept) this.#table.set(uri, file);
      const report = await this.#countAll(counting, registry);
      if (this.#counting !== counting) return report;
      this.#isComplete = report.isComplete;
      if (!report.isComplete) this.#building = undefined;
      if (report.read > 0) await this.#kept.write(key, this.#table.files);
      this.log.debug(`mentions counted: ${report.read} files read, ${report.kept} kept`);
      this.#changed.fire();
      return report;
    } catch (error) {
      this.log.error(`Mentions could not be counted: ${messageOf(error)}`);
      if (this.#counting === counting) this.#building = undefined;
      return nothing;
    }
  }

  /** Counts every file that is not counted as it is now, and drops those that are gone. */
  async #countAll(counting: Counting, registry: EntityRegistry): Promise<CountingReport> {
    const uris = await vscode.workspace.findFiles(sourcePattern, excluded);
    const present = new Set(uris.map((uri) => uri.toString()));
    for (const uri of [...this.#table.files.keys()]) {
      if (!present.has(uri)) this.#table.delete(uri);
    }
    return this.#count(uris, counting, registry);
  }

  async #count(
    uris: readonly vscode.Uri[],
    counting: Counting,
    registry: EntityRegistry,
  ): Promise<CountingReport> {
    const status = new CountingStatus();
    let read = 0;
    let done = 0;
    try {
      const isOver = () => counting.isStopped || counting !== this.#counting;
      for (let from = 0; from < uris.length && !isOver(); from += lookedAtOnce) {
        const part = uris.slice(from, from + lookedAtOnce);
        const changed = await this.#changedAmong(part);
        done += part.length - changed.length;
        for await (const [source, bytes] of this.#reading(changed)) {
          const counted = await countSource(source, bytes, registry);
          if (isOver()) break;
          this.#table.set(source.uri.toString(), counted);
          read++;
          done++;
          status.report(done, uris.length);
        }
        status.report(done, uris.length);
      }
    } finally {
      status.dispose();
    }
    return { read, kept: done - read, isComplete: done === uris.length };
  }

  /** The files that are others than those that were counted; what is gone is dropped. */
  async #changedAmong(uris: readonly vscode.Uri[]): Promise<FoundSource[]> {
    const found = await Promise.all(uris.map((uri) => this.#tried(uri, () => findSource(uri))));
    return found.flatMap((source) => {
      const known = source && this.#table.files.get(source.uri.toString());
      const isSame = known?.changed === source?.changed && known?.size === source?.size;
      return source && !isSame ? [source] : [];
    });
  }

  /** The files with their bytes, one after the other, some of them read ahead. */
  async *#reading(sources: readonly FoundSource[]) {
    const ahead: Promise<Uint8Array | undefined>[] = [];
    const read = ({ uri, isReadable }: FoundSource) =>
      isReadable
        ? this.#tried(uri, async () => await vscode.workspace.fs.readFile(uri))
        : Promise.resolve(undefined);
    for (const [index, source] of sources.entries()) {
      while (index + ahead.length < sources.length && ahead.length < mostAhead) {
        const next = sources[index + ahead.length]!;
        if (ahead.length > 0 && next.size > largeFile) break;
        ahead.push(read(next));
      }
      yield [source, await ahead.shift()!] as const;
    }
  }

  async #tried<Result>(uri: vscode.Uri, ask: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await ask();
    } catch (error) {
      this.log.debug(`${uri.toString()} is not counted: ${messageOf(error)}`);
      this.#table.delete(uri.toString());
      return undefined;
    }
  }

  /** Changes are followed one after the other, behind the first counting. */
  #follow(changes: SourceChanges): void {
    this.#updating = this.#updating
      .then(() => this.#update(changes))
      .catch((error: unknown) => this.log.warn(`Mentions are not followed: ${messageOf(error)}`));
  }

  async #update({ sources, deletedFolders, hasNewFolder }: SourceChanges): Promise<void> {
    await this.#building;
    const [counting, names] = [this.#counting, this.#names];
    if (!counting || !names || !this.#isComplete) return;
    this.#dropBelow(deletedFolders);
    if (hasNewFolder) await this.#countAll(counting, names.registry);
    await this.#count(sources, counting, names.registry);
    if (counting !== this.#counting) return;
    this.#keep.schedule(names.key);
    this.#changed.fire();
  }

  #dropBelow(folders: readonly vscode.Uri[]): void {
    const gone = new Set(folders.map((uri) => uri.toString()));
    if (gone.size === 0) return;
    for (const key of [...this.#table.files.keys()]) {
      for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) {
        if (gone.has(key.slice(0, at))) this.#table.delete(key);
      }
    }
  }

  /** Other names: everything is counted anew when somebody asks again. */
  #forget(): void {
    this.#table.clear();
    this.#keep.dispose();
    this.#counting = undefined;
    this.#names = undefined;
    this.#building = undefined;
    this.#isComplete = false;
    this.#changed.fire();
  }

  dispose(): void {
    this.#counting = undefined;
    vscode.Disposable.from(this.#changed, this.#keep, this.#following ?? this.#changed).dispose();
  }
}
