import { edits, type Edited } from '../../bench/reanchor/edits';
import type { Random } from '../../bench/reanchor/random';
import { generateText, type Script } from '../../bench/reanchor/text-generator';
import { paragraphsOf, textOf, track, type Cell } from '../../bench/reanchor/tracked-text';

/** One version of a text whose every character is known, whatever happened to it. */
export type Version = readonly Cell[];

/** Where an annotated passage truly is; offsets in code points. */
export type Whereabouts =
  | { readonly kind: 'at'; readonly start: number; readonly end: number }
  | { readonly kind: 'remnant'; readonly start: number; readonly end: number }
  /** Another statement, or nothing, stands there now. */
  | { readonly kind: 'changed' | 'gone' };

/**
 * A text under edits in which every character ever written has a number of its own, so that it is known
 * which characters of an annotated passage are left, and where, in any version of it.
 */
export class TrackedSource {
  #next = 0;
  /** Characters that gave way to another name or number, or to another sentence. */
  readonly #exchanged = new Set<number>();
  readonly #rewritten = new Set<number>();
  /** Characters of a negation that was put in. */
  readonly #negations = new Set<number>();
  readonly #script: Script;
  readonly first: Version;

  constructor(random: Random) {
    this.#script = random.chance(0.8) ? 'english' : random.pick(['emoji', 'cyrillic', 'arabic']);
    this.first = this.#number(track(generateText(random, this.#script, random.between(2, 5))));
  }

  static readonly editNames: readonly string[] = Object.keys(edits);

  /** Another version of the text, edited the way that `name` says. */
  edit(version: Version, name: string, random: Random): Version {
    const edited: Edited = {
      cells: [...version],
      script: this.#script,
      exchanged: this.#exchanged,
      rewritten: this.#rewritten,
      negated: new Set(),
    };
    // Other edits need paragraphs to choose from.
    const isLong = paragraphsOf(version).length >= 6;
    edits[isLong ? name : 'text added around']!(edited, random);
    this.#exchanged.delete(-1);
    this.#rewritten.delete(-1);
    const numbered = this.#number(edited.cells, version);
    numbered.forEach(({ origin }, index) => {
      if (!edited.negated.has(origin)) return;
      for (const cell of numbered.slice(index + 1, index + 5)) this.#negations.add(cell.origin);
    });
    return numbered;
  }

  /** Where the passage made of the characters `origins` stands in a version. */
  find(origins: readonly number[], version: Version): Whereabouts {
    const own = new Set(origins);
    const now: number[] = [];
    version.forEach(({ origin }, index) => {
      if (own.has(origin)) now.push(index);
    });
    const share = now.length / origins.length;
    if (share < 0.2) return { kind: 'gone' };
    const range = { start: Math.min(...now), end: Math.max(...now) + 1 };
    const left = new Set(now.map((index) => version[index]!.origin));
    if (this.#wasExchanged(origins, left)) return { kind: 'changed' };
    const within = version.slice(range.start, range.end);
    if (within.some(({ origin }) => this.#negations.has(origin) && !own.has(origin)))
      return { kind: 'changed' };
    const isRewritten = origins.some((origin) => this.#rewritten.has(origin) && !left.has(origin));
    const isTorn = range.end - range.start > 2 * origins.length + 20;
    return { kind: isRewritten || share < 0.5 || isTorn ? 'remnant' : 'at', ...range };
  }

  /**
   * Whether all of a name or number that was exchanged in some version is gone: in this one it may be
   * there with a slip of the pen.
   */
  #wasExchanged(origins: readonly number[], left: ReadonlySet<number>): boolean {
    let isWholeGone = false;
    for (const [index, origin] of origins.entries()) {
      if (!this.#exchanged.has(origin)) continue;
      const isFirst = !this.#exchanged.has(origins[index - 1] ?? -1);
      isWholeGone = (isFirst || isWholeGone) && !left.has(origin);
      const isLast = !this.#exchanged.has(origins[index + 1] ?? -1);
      if (isLast && isWholeGone) return true;
    }
    return false;
  }

  /** New characters get a number; `before` tells which were there. */
  #number(cells: readonly Cell[], before: Version = []): Version {
    const known = new Set(before.map(({ origin }) => origin));
    return cells.map(({ character, origin }) =>
      known.has(origin) ? { character, origin } : { character, origin: this.#next++ },
    );
  }
}

/** The canonical text of a version. */
export function textOfVersion(version: Version): string {
  return textOf(version);
}
