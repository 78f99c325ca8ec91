import type { Annotation, Selector } from '../../src/core/annotation/annotation';
import { createSelector } from '../../src/core/annotation/selector';
import { SourceText } from '../../src/core/text/source-text';
import { choosePassages, chooseMorePassages } from './choose-passages';
import { edits, type Edit, type Edited } from './edits';
import { Random } from './random';
import { generateText, scripts } from './text-generator';
import { textOf, track, type Cell } from './tracked-text';
import { preparations, wideEdits } from './wide-edits';

/** What truly became of an annotated passage; code points of the new text. */
export type Truth =
  | { readonly kind: 'at'; readonly start: number; readonly end: number }
  /** Little is left: finding the rest and not placing it are both right. */
  | { readonly kind: 'remnant'; readonly start: number; readonly end: number }
  /** A name, a number or a negation in it was exchanged: another statement. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' }
  /** Of a discontinuous passage, piece by piece. */
  | { readonly kind: 'pieces'; readonly pieces: readonly Exclude<Truth, { kind: 'pieces' }>[] };

export interface Case {
  readonly name: string;
  readonly edit: string;
  readonly script: string;
  readonly oldText: string;
  readonly newText: string;
  readonly annotations: readonly Annotation[];
  readonly truths: readonly Truth[];
}

/** What is done to the texts: the usual edits, or further ones, with passages of more kinds. */
export type EditSet = 'usual' | 'wide';
const editSets: Record<EditSet, Readonly<Record<string, Edit>>> = { usual: edits, wide: wideEdits };

/** One case per text, script by script and edit by edit. */
export function generateCases(seed: number, count: number, set: EditSet = 'usual'): Case[] {
  const names = Object.keys(editSets[set]);
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(seed * 100_003 + index);
    const script = random.chance(set === 'wide' ? 0.5 : 0.7) ? 'english' : random.pick(scripts);
    const edit = names[index % names.length]!;
    const oldText = generateText(random, script, random.between(4, 14));
    return makeCase(random, `${seed}-${index}`, edit, script, oldText, set);
  });
}

/** The same for given texts, every edit once on each of as many as there are. */
export function casesOfTexts(
  seed: number,
  texts: readonly string[],
  set: EditSet = 'usual',
): Case[] {
  const names = Object.keys(editSets[set]);
  return texts.map((text, index) => {
    const random = new Random(seed * 200_003 + index);
    const edit = names[index % names.length]!;
    return makeCase(random, `real ${index}`, edit, 'english', text, set);
  });
}

/** Applies an edit to a text and says what became of some twenty passages of it. */
export function makeCase(
  random: Random,
  name: string,
  edit: string,
  script: Edited['script'],
  text: string,
  set: EditSet,
): Case {
  const oldText = preparations[edit]?.(text, random) ?? text;
  const edited: Edited = {
    cells: track(oldText),
    script,
    exchanged: new Set(),
    negated: new Set(),
    rewritten: new Set(),
  };
  const source = new SourceText(oldText);
  const targets = (set === 'wide' ? chooseMorePassages : choosePassages)(random, oldText);
  editSets[set][edit]!(edited, random);
  const shortContext = random.chance(0.5);
  const annotations = targets.map((pieces, index): Annotation => {
    const target = pieces.map((piece) => {
      const selector = createSelector(source, source.toTextRange(piece));
      return shortContext ? fixedContext(selector) : selector;
    });
    const id = `01KAV7M2Q8T4Z6R1C3X5B7${String(index).padStart(4, '0')}`;
    return { id, kind: 'note', target, note: 'n', by: 'b', created: '2026-01-01T00:00:00Z' };
  });
  return {
    name,
    edit,
    script,
    oldText,
    newText: textOf(edited.cells),
    annotations,
    truths: annotations.map(({ target }): Truth => {
      const pieces = target.map((selector) => truthOf(edited, selector));
      return pieces.length === 1 ? pieces[0]! : { kind: 'pieces', pieces };
    }),
  };
}

/** 32 code points on either side, as other programs keep. */
function fixedContext(selector: Selector): Selector {
  return {
    ...selector,
    before: [...selector.before].slice(-32).join(''),
    after: [...selector.after].slice(0, 32).join(''),
  };
}

function truthOf(text: Edited, { start, end }: Selector): Exclude<Truth, { kind: 'pieces' }> {
  const now: number[] = [];
  text.cells.forEach(({ origin }, index) => {
    if (origin >= start && origin < end) now.push(index);
  });
  const share = now.length / (end - start);
  if (share < 0.2) return { kind: 'gone' };
  const range = { start: Math.min(...now), end: Math.max(...now) + 1 };
  if (isOutOfOrder(text.cells, now)) return { kind: 'remnant', ...range };
  for (let origin = start; origin < end; origin++) {
    if (text.exchanged.has(origin)) return { kind: 'changed' };
    if (text.negated.has(origin) && origin + 1 < end) return { kind: 'changed' };
  }
  for (let origin = start; origin < end; origin++)
    if (text.rewritten.has(origin)) return { kind: 'remnant', ...range };
  const gap = Math.max(...now.map((at, index) => at - (now[index - 1] ?? at)));
  const torn = range.end - range.start > 2 * (end - start) + 20 || gap > (end - start) / 2 + 20;
  return { kind: share < 0.5 || torn ? 'remnant' : 'at', ...range };
}

/** Whether a part of a passage was moved before or behind another, so that it has no one place. */
function isOutOfOrder(cells: readonly Cell[], indices: readonly number[]): boolean {
  // Two neighbouring letters that were swapped are a slip.
  return indices.some(
    (at, index) => index > 0 && cells[at]!.origin < cells[indices[index - 1]!]!.origin - 1,
  );
}
