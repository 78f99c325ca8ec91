import type { Annotation, Selector } from '../../src/core/annotation/annotation';
import { createSelector } from '../../src/core/annotation/selector';
import { SourceText } from '../../src/core/text/source-text';
import { edits, type Edited } from './edits';
import { Random } from './random';
import { generateText, scripts } from './text-generator';
import { findAll, paragraphsOf, sentencesOf, textOf, track, wordsOf } from './tracked-text';

/** What truly became of an annotated passage; code points of the new text. */
export type Truth =
  | { readonly kind: 'at'; readonly start: number; readonly end: number }
  /** Little is left: finding the rest and not placing it are both right. */
  | { readonly kind: 'remnant'; readonly start: number; readonly end: number }
  /** A name, a number or a negation in it was exchanged: another statement. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' };

export interface Case {
  readonly name: string;
  readonly edit: string;
  readonly script: string;
  readonly oldText: string;
  readonly newText: string;
  readonly annotations: readonly Annotation[];
  readonly truths: readonly Truth[];
}

/** One case per text, script by script and edit by edit. */
export function generateCases(seed: number, count: number): Case[] {
  const names = Object.keys(edits);
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(seed * 100_003 + index);
    const script = random.chance(0.7) ? 'english' : random.pick(scripts);
    const oldText = generateText(random, script, random.between(4, 14));
    return makeCase(random, `${seed}-${index}`, names[index % names.length]!, script, oldText);
  });
}

/** The same for given texts, every edit once on each of as many as there are. */
export function casesOfTexts(seed: number, texts: readonly string[]): Case[] {
  const names = Object.keys(edits);
  return texts.map((text, index) => {
    const random = new Random(seed * 200_003 + index);
    const edit = names[index % names.length]!;
    return makeCase(random, `real ${index}`, edit, 'english', text);
  });
}

/** Applies an edit to a text and says what became of some twenty passages of it. */
export function makeCase(
  random: Random,
  name: string,
  edit: string,
  script: Edited['script'],
  oldText: string,
): Case {
  const text: Edited = {
    cells: track(oldText),
    script,
    exchanged: new Set(),
    negated: new Set(),
    rewritten: new Set(),
  };
  const source = new SourceText(oldText);
  const targets = choosePassages(random, oldText);
  edits[edit]!(text, random);
  const shortContext = random.chance(0.5);
  const annotations = targets.map(({ start, end }, index): Annotation => {
    const selector = createSelector(source, source.toTextRange({ start, end }));
    const target = [shortContext ? fixedContext(selector) : selector];
    const id = `01KAV7M2Q8T4Z6R1C3X5B7${String(index).padStart(4, '0')}`;
    return { id, kind: 'note', target, note: 'n', by: 'b', created: '2026-01-01T00:00:00Z' };
  });
  return {
    name,
    edit,
    script,
    oldText,
    newText: textOf(text.cells),
    annotations,
    truths: annotations.map(({ target }) => truthOf(text, target[0]!)),
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

function choosePassages(random: Random, text: string): { start: number; end: number }[] {
  const cells = track(text);
  const words = wordsOf(cells);
  const sentences = sentencesOf(cells);
  const paragraphs = paragraphsOf(cells);
  const names = findAll(cells, /\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu);
  const chosen: { start: number; end: number }[] = [];
  const phrase = (least: number, most: number): void => {
    const first = random.between(0, words.length - 1);
    const last = Math.min(words.length - 1, first + random.between(least, most) - 1);
    chosen.push({ start: words[first]!.start, end: words[last]!.end });
  };
  for (let count = 0; count < 4; count++) if (names.length > 0) chosen.push(random.pick(names));
  for (let count = 0; count < 2; count++) phrase(1, 1);
  for (let count = 0; count < 5; count++) phrase(2, 5);
  for (let count = 0; count < 5; count++) phrase(6, 20);
  for (let count = 0; count < 5; count++)
    if (sentences.length > 0) chosen.push(random.pick(sentences));
  for (let count = 0; count < 2; count++) chosen.push(random.pick(paragraphs));
  if (random.chance(0.3)) chosen.push({ start: 0, end: words[random.between(0, 4)]!.end });
  if (random.chance(0.3))
    chosen.push({ start: words.at(-random.between(1, 4))!.start, end: cells.length - 1 });
  const seen = new Set<string>();
  return chosen
    .filter(
      ({ start, end }) =>
        end - start <= 1500 && !seen.has(`${start} ${end}`) && seen.add(`${start} ${end}`),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function truthOf(text: Edited, { start, end }: Selector): Truth {
  const now: number[] = [];
  text.cells.forEach(({ origin }, index) => {
    if (origin >= start && origin < end) now.push(index);
  });
  const share = now.length / (end - start);
  if (share < 0.2) return { kind: 'gone' };
  for (let origin = start; origin < end; origin++) {
    if (text.exchanged.has(origin)) return { kind: 'changed' };
    if (text.negated.has(origin) && origin + 1 < end) return { kind: 'changed' };
  }
  const range = { start: Math.min(...now), end: Math.max(...now) + 1 };
  for (let origin = start; origin < end; origin++)
    if (text.rewritten.has(origin)) return { kind: 'remnant', ...range };
  const torn = range.end - range.start > 2 * (end - start) + 20;
  return { kind: share < 0.5 || torn ? 'remnant' : 'at', ...range };
}
