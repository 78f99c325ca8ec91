import type { EntityCount } from './mention-counts';

/** What a file said when it had this size and time of change. */
export interface CountedFile {
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** In bytes. */
  readonly size: number;
  readonly counts: ReadonlyMap<string, EntityCount>;
}

/** How often files mention each entity; sums are kept, so that asking costs nothing. */
export class MentionTable {
  readonly #files = new Map<string, CountedFile>();
  readonly #sums = new Map<string, { mentions: number; messages: number }>();

  /** The files by URI. */
  get files(): ReadonlyMap<string, CountedFile> {
    return this.#files;
  }

  /** The sums over all files, by entity id. */
  get sums(): ReadonlyMap<string, EntityCount> {
    return this.#sums;
  }

  set(uri: string, file: CountedFile): void {
    this.delete(uri);
    this.#files.set(uri, file);
    this.#add(file, 1);
  }

  /** @returns whether the file was there */
  delete(uri: string): boolean {
    const file = this.#files.get(uri);
    if (file) this.#add(file, -1);
    return this.#files.delete(uri);
  }

  clear(): void {
    this.#files.clear();
    this.#sums.clear();
  }

  /** Files that mention an entity, with how often. Linear in the files. */
  *mentioning(id: string): Iterable<readonly [uri: string, count: EntityCount]> {
    if (!this.#sums.has(id)) return;
    for (const [uri, { counts }] of this.#files) {
      const count = counts.get(id);
      if (count) yield [uri, count];
    }
  }

  #add({ counts }: CountedFile, factor: 1 | -1): void {
    for (const [id, { mentions, messages }] of counts) {
      const sum = this.#sums.get(id) ?? { mentions: 0, messages: 0 };
      sum.mentions += factor * mentions;
      sum.messages += factor * messages;
      if (sum.mentions > 0) this.#sums.set(id, sum);
      else this.#sums.delete(id);
    }
  }
}
