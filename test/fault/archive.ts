import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../bench/reanchor/random';
import { reanchorCommand } from '../../src/commands/reanchor';
import { storedRange } from '../../src/core/annotation/anchor/stored-position';
import { readSidecar } from '../../src/core/annotation/read-sidecar';
import { decodeText } from '../../src/core/text/decode';
import { contentIdentity } from '../../src/core/text/hash';
import { SourceText } from '../../src/core/text/source-text';
import { textFromGit } from '../../src/node/text-from-git';
import { missingFrom, presentIn, type ExpectedRecords } from './expected-records';
import { run } from './operation';
import { textOfVersion, TrackedSource, type Version } from './tracked-source';
import { readsBetter, type Stretch } from './twin';

export const sourceName = 'a text.txt';

/** Thrown when something that must hold does not. */
export class Broken extends Error {
  constructor(
    readonly kind: 'lost' | 'half file' | 'wrong anchor' | 'source touched' | 'blocked',
    message: string,
  ) {
    super(`${kind}: ${message}`);
  }
}

/** How often what was seen, over all schedules. */
export type Figures = Map<string, number>;

interface Placed {
  readonly id: string;
  readonly state: string;
  readonly start?: number;
  readonly end?: number;
  readonly reason: string;
}

/** A folder with one source and its sidecar, and what must be found in them. */
export class Archive {
  readonly sourcePath: string;
  readonly sidecarPath: string;
  readonly tracked: TrackedSource;
  expected: ExpectedRecords = new Map();
  /** Whether git merges sidecars by annotation, or by lines. */
  hasMergeDriver = false;
  /** The source's bytes as the last outside program left them. */
  #bytes = '';
  /** Versions by their text: git brings old ones back. */
  readonly #versions = new Map<string, Version>();

  constructor(
    readonly folder: string,
    readonly hasHistory: boolean,
    readonly random: Random,
    readonly figures: Figures,
  ) {
    this.sourcePath = join(folder, sourceName);
    this.sidecarPath = `${this.sourcePath}.ann.yaml`;
    this.tracked = new TrackedSource(random);
    this.writeSource(this.tracked.first);
  }

  count(what: string, by = 1): void {
    this.figures.set(what, (this.figures.get(what) ?? 0) + by);
  }

  get sidecar(): string {
    return existsSync(this.sidecarPath) ? readFileSync(this.sidecarPath, 'utf8') : '';
  }

  /** The version of the source that stands on disk. */
  get version(): Version {
    const version = this.#versions.get(decodeText(readFileSync(this.sourcePath)).text);
    if (!version) throw new Error('this version of the source was never written');
    return version;
  }

  /** Writes the source as another program would. */
  writeSource(version: Version, lineBreak: '\n' | '\r\n' = '\n'): void {
    const text = textOfVersion(version);
    // A text that was there before is that version again: nobody could tell them apart.
    const known = this.#versions.get(text) ?? version;
    this.#versions.set(text, known);
    const stored = text.replaceAll('\n', lineBreak);
    this.#versions.set(stored, known);
    writeFileSync(this.sourcePath, stored);
    this.sourceWasChanged();
  }

  /** Another program (git, an editor) wrote the source. */
  sourceWasChanged(): void {
    this.#bytes = readFileSync(this.sourcePath, 'utf8');
  }

  /**
   * Checks everything that must hold. Annotations that were written anew against the present text are
   * from now on about what stands at their place.
   */
  async check(): Promise<void> {
    const text = this.sidecar;
    const wrong = missingFrom(text, this.expected);
    if (wrong)
      throw new Broken(/not writable|cannot be read/.test(wrong) ? 'half file' : 'lost', wrong);
    this.expected = presentIn(text, this.expected);
    if (readFileSync(this.sourcePath, 'utf8') !== this.#bytes)
      throw new Broken('source touched', 'the source has other bytes');
    if (this.expected.size > 0) await this.#checkPlaces(text);
    if (this.sidecar !== text) throw new Broken('half file', 'reading changed the sidecar');
  }

  async #checkPlaces(text: string): Promise<void> {
    const printed = await run(reanchorCommand, this.folder, '--json', sourceName);
    const version = this.version;
    const identity = contentIdentity(new SourceText(textOfVersion(version)));
    const isSettled = readSidecar(text).source?.sha256 === identity.sha256;
    const settled = new Map(this.expected);
    const annotated = await this.#annotatedText(text, identity.sha256);
    const known = knownPlaces(text, annotated);
    for (const placed of JSON.parse(printed) as Placed[]) {
      const record = this.expected.get(placed.id)!;
      this.count('places checked');
      this.count(placed.state);
      if (placed.start === undefined || /ambiguous|orphaned/.test(placed.state)) continue;
      const isTwin = this.#isTwin(text, record.origins, version, placed, known.get(placed.id));
      if (isTwin) this.count('on a twin that reads better than the passage now does');
      const isPossible = (origins: readonly number[]) =>
        this.#wrongPlace(origins, version, placed) === undefined;
      const problem =
        isTwin || record.others?.some(isPossible)
          ? undefined
          : this.#wrongPlace(record.origins, version, placed);
      if (problem) {
        const isKnown = known.has(placed.id);
        this.count(`wrong places ${isKnown ? 'with' : 'without'} history`);
        const at = `${placed.state} (${placed.reason}), ${problem}`;
        if (isKnown) throw new Broken('wrong anchor', `${placed.id} ${at}`);
      }
      if (!isSettled && !problem && !isTwin) continue;
      const origins = version.slice(placed.start, placed.end).map(({ origin }) => origin);
      const { texts } = record;
      // What is not written yet may still be found at either place when the text changes again.
      if (isSettled) settled.set(placed.id, { origins, texts });
      else settled.set(placed.id, { ...record, others: [origins] });
    }
    this.expected = settled;
  }

  /** The text that the sidecar says it was written against, if it is on disk or in git. */
  async #annotatedText(text: string, present: string): Promise<string | undefined> {
    const { source: recorded } = readSidecar(text);
    if (!recorded) return undefined;
    if (recorded.sha256 === present) return textOfVersion(this.version);
    return this.hasHistory ? await textFromGit(this.sourcePath, recorded) : undefined;
  }

  /**
   * Whether an annotation stands where the text reads, with its surroundings on one side, exactly as it
   * was annotated, while the passage itself was deleted or changed with its surroundings, or reads
   * better there: whoever sees only the texts cannot tell which of two equal passages went.
   */
  #isTwin(
    text: string,
    origins: readonly number[],
    version: Version,
    placed: Placed,
    annotated: Stretch | undefined,
  ): boolean {
    const truth = this.tracked.find(origins, version);
    const { start = 0, end = 0 } = placed;
    if ('start' in truth && truth.start < end && start < truth.end) return false;
    if ('start' in truth && annotated) {
      const [here, there] = [{ start, end }, truth].map((range) => stretchOf(version, range));
      if (readsBetter(annotated, here!, there!)) return true;
    }
    const selector = readSidecar(text).records.find((it) => it.annotation?.id === placed.id)
      ?.annotation?.target[0];
    if (!selector) return false;
    const words = (part: string) => part.replace(/\s+/g, ' ');
    const slice = (from: number, to: number) =>
      words(textOfVersion(version.slice(Math.max(0, from), Math.max(0, to))));
    const near = 24;
    const before = words(selector.before).slice(-near);
    const after = words(selector.after).slice(0, near);
    const fits = (from: number, to: number) => ({
      quote: slice(from, to) === words(selector.current ?? selector.quote),
      before: slice(from - 2 * near, from).endsWith(before),
      after: slice(to, to + 2 * near).startsWith(after),
    });
    const here = fits(start, end);
    if (!here.quote || !(here.before || here.after)) return false;
    if (!('start' in truth)) return true;
    const there = fits(truth.start, truth.end);
    return !(there.quote && there.before && there.after);
  }

  #wrongPlace(origins: readonly number[], version: Version, placed: Placed): string | undefined {
    const truth = this.tracked.find(origins, version);
    const start = placed.start!;
    const end = placed.end!;
    const shown = () => JSON.stringify(textOfVersion(version.slice(start, end)).slice(0, 80));
    if (!('start' in truth)) return `the passage is ${truth.kind}, not ${shown()}`;
    const shared = Math.min(end, truth.end) - Math.max(start, truth.start);
    const whole = Math.max(end, truth.end) - Math.min(start, truth.start);
    const isRight = truth.kind === 'remnant' ? shared > 0 : shared / whole >= 0.5;
    return isRight
      ? undefined
      : `it is at ${truth.start}–${truth.end}, not ${start}–${end} ${shown()}`;
  }
}

/**
 * Annotations whose passage stood, for certain, at the stored offsets in a text that is known, with that
 * text: these are followed from there and must never be placed wrong. The others (no git, a text that
 * was never committed, lines of two sidecars that git itself put together) are searched for.
 */
function knownPlaces(text: string, annotated: string | undefined): ReadonlyMap<string, Stretch> {
  if (annotated === undefined) return new Map();
  const source = new SourceText(annotated);
  const found = readSidecar(text).records.flatMap(({ annotation }) =>
    annotation && (annotation.state ?? 'edited') === 'edited' ? annotation : [],
  );
  return new Map(
    found.flatMap(({ id, target }) => {
      const ranges = target.map((selector) => storedRange(selector, source));
      return ranges.every((range) => range !== undefined)
        ? [[id, { text: annotated, ...ranges[0]! }] as const]
        : [];
    }),
  );
}

/** @param range offsets in code points */
function stretchOf(version: Version, range: { start: number; end: number }): Stretch {
  const [before, within] = [version.slice(0, range.start), version.slice(range.start, range.end)];
  const start = textOfVersion(before).length;
  return { text: textOfVersion(version), start, end: start + textOfVersion(within).length };
}
