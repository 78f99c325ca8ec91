import search from 'approx-string-match';
import { anchorAnnotations } from '../src/core/annotation/anchor/anchor-annotations';
import type { Annotation } from '../src/core/annotation/annotation';
import { createSelector } from '../src/core/annotation/selector';
import { contentIdentity } from '../src/core/text/hash';
import { SourceText } from '../src/core/text/source-text';
import { TrackedAnnotations } from '../src/host/tracked-annotations';
import { hypothesisRule } from './reanchor/hypothesis-rule';
import { Random } from './reanchor/random';
import { generateText } from './reanchor/text-generator';
import { track, textOf, wordsOf, written, type Cell } from './reanchor/tracked-text';
import * as words from './reanchor/words';
import { median, medianMilliseconds, row, type Benchmark, type BenchmarkRow } from './row';

interface LongCase {
  readonly oldText: string;
  readonly newText: string;
  readonly annotations: readonly Annotation[];
  /** Where each quote stands now (code points), and whether nothing in it was touched. */
  readonly truths: readonly { start: number; end: number; untouched: boolean }[];
}

/** A text of a megabyte with a thousand annotations, of whose words a tenth was edited. */
export function longCase(seed: number): LongCase {
  const random = new Random(seed);
  let oldText = '';
  while (oldText.length < 1_000_000) oldText += generateText(random, 'english', 12);
  const source = new SourceText(oldText);
  const cells = track(oldText);
  const found = wordsOf(cells);
  const annotations = Array.from({ length: 1000 }, (_, index): Annotation => {
    const first = random.between(0, found.length - 20);
    const start = found[first]!.start;
    const end = found[first + random.between(1, 12)]!.end;
    const target = [createSelector(source, source.toTextRange({ start, end }))];
    return { id: String(index), kind: 'note', target };
  });
  const edited: Cell[] = [];
  let at = 0;
  const plain = [...words.nouns, ...words.adjectives, ...words.verbs];
  for (const { start, end } of found) {
    if (!random.chance(0.1)) continue;
    for (; at < start; at++) edited.push(cells[at]!);
    const kind = random.next();
    if (kind < 0.7) at = end;
    for (; at < end; at++) edited.push(cells[at]!);
    if (kind < 0.4) edited.push(...written(random.pick(plain)));
    else if (kind >= 0.7)
      for (let count = random.between(1, 3); count > 0; count--)
        edited.push(...written(` ${random.pick(plain)}`));
  }
  for (; at < cells.length; at++) edited.push(cells[at]!);
  const now = new Int32Array(cells.length).fill(-1);
  edited.forEach(({ origin }, index) => {
    if (origin >= 0) now[origin] = index;
  });
  const truths = annotations.map(({ target }) => {
    const { start, end } = target[0]!;
    const places = Array.from(now.subarray(start, end)).filter((place) => place >= 0);
    const from = Math.min(...places);
    const to = Math.max(...places) + 1;
    return {
      start: from,
      end: to,
      untouched: places.length === end - start && to - from === end - start,
    };
  });
  return { oldText, newText: textOf(edited), annotations, truths };
}

interface Found {
  readonly untouched: number;
  readonly exact: number;
  readonly right: number;
  readonly wrong: number;
}

/** Of the places (code points, undefined for none): how many are right, how many untouched exact. */
function count(
  test: LongCase,
  places: readonly ({ start: number; end: number } | undefined)[],
): Found {
  const result = { untouched: 0, exact: 0, right: 0, wrong: 0 };
  test.truths.forEach((truth, index) => {
    const place = places[index];
    const shared = place ? Math.min(place.end, truth.end) - Math.max(place.start, truth.start) : 0;
    const all = place ? Math.max(place.end, truth.end) - Math.min(place.start, truth.start) : 1;
    const isRight = shared / all >= 0.5;
    if (isRight) result.right++;
    else if (place) result.wrong++;
    if (!truth.untouched) return;
    result.untouched++;
    if (place?.start === truth.start && place.end === truth.end) result.exact++;
  });
  return result;
}

function placesOf(test: LongCase, withHistory: boolean) {
  const source = new SourceText(test.newText);
  const recorded = { name: 'a', ...contentIdentity(new SourceText(test.oldText)) };
  const identity = contentIdentity(source);
  const context = { recorded, identity, ...(withHistory ? { oldText: test.oldText } : {}) };
  const anchor = () => anchorAnnotations(test.annotations, new SourceText(test.newText), context);
  const begin = performance.now();
  const anchored = anchor();
  const first = performance.now() - begin;
  const found = count(
    test,
    anchored.map(({ ranges }) => ranges[0] && source.toCodePointRange(ranges[0])),
  );
  const time = medianMilliseconds(anchor, 9, 3);
  // Of the compiler and the collector too, which have threads of their own.
  const processor = median(Array.from({ length: 9 }, () => processorTime(anchor)));
  return { found, first, time, processor };
}

function processorTime(action: () => unknown): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** One typing error in a quote of 120 characters, in a text of 28 KB. */
function oneTypo(): BenchmarkRow {
  const random = new Random(3);
  let text = '';
  while (text.length < 28_000) text += generateText(random, 'english', 12);
  const source = new SourceText(text);
  const selector = createSelector(source, { start: 14_000, end: 14_120 });
  const edited = `${text.slice(0, 14_051)}${text.slice(14_052)}`;
  const annotation: Annotation = { id: '1', kind: 'note', target: [selector] };
  const time = medianMilliseconds(
    () => anchorAnnotations([annotation], new SourceText(edited)),
    21,
    5,
  );
  const peerTime = medianMilliseconds(() => search(edited, selector.quote, 60), 21, 5);
  return row({
    name: 'one typing error in a quote of 120 characters, 28 KB',
    value: time,
    unit: 'ms',
    peer: 'approx-string-match 2.0.0, search of the quote alone',
    peerValue: peerTime,
    remark: 'goal: at most 2 ms',
  });
}

/** A key in a document of a megabyte with a thousand annotations. */
function typing(test: LongCase): BenchmarkRow[] {
  const source = new SourceText(test.oldText);
  const anchored = test.annotations.map((annotation) => ({
    annotation,
    state: 'exact' as const,
    ranges: [source.toTextRange(annotation.target[0]!)],
    reason: '',
  }));
  const tracked = new TrackedAnnotations(source, anchored, []);
  let at = 500_000;
  const keys = (distance: number) => () => {
    for (let key = 0; key < 100; key++) {
      const start = at + (key % 2) * distance;
      tracked.apply([{ start, end: start, text: 'x' }], undefined);
      at++;
    }
  };
  const remark = 'goal: under 1 ms';
  const unit = 'ms';
  return [
    row({
      name: 'one key in an annotated document of 1 MB',
      value: medianMilliseconds(keys(0), 9, 2) / 100,
      unit,
      remark,
    }),
    row({
      name: 'the same where keys go to two far places in turn',
      value: medianMilliseconds(keys(400_000), 9, 2) / 100,
      unit,
      remark,
    }),
    row({
      name: 'a key and all places asked for, as in a pause',
      value: medianMilliseconds(
        () => {
          tracked.apply([{ start: at, end: at, text: 'x' }], undefined);
          return tracked.current;
        },
        31,
        10,
      ),
      unit,
    }),
  ];
}

function hypothesis(test: LongCase, sample: number) {
  const places = new Array<{ start: number; end: number } | undefined>(test.annotations.length);
  const begin = performance.now();
  for (let index = 0; index < test.annotations.length; index += sample) {
    const { state, start, end } = hypothesisRule(test.newText, test.annotations[index]!.target[0]!);
    if (state === 'placed') places[index] = { start: start!, end: end! };
  }
  const time = (performance.now() - begin) * sample;
  const { right, wrong } = count(test, places);
  return { time, right: right * sample, wrong: wrong * sample };
}

export const benchmark: Benchmark = {
  title: 'Anchoring: 1,000 annotations in 1 MB, a tenth of the words edited',
  rows() {
    const test = longCase(1);
    const known = placesOf(test, true);
    const unknown = placesOf(test, false);
    const peer = hypothesis(test, 10);
    const describe = ({ found, first, processor }: typeof known): string => {
      const { untouched, exact, right, wrong } = found;
      const places = `untouched exact ${exact} of ${untouched}, right ${right}, wrong ${wrong}`;
      const times = `${Math.round(first)} ms the first time, ${Math.round(processor)} ms of processor time`;
      return `${places}; ${times}`;
    };
    const peerText = `Hypothesis’ rule on every tenth (right ${peer.right}, wrong ${peer.wrong})`;
    return [
      row({
        name: 'with the old text',
        value: known.time,
        unit: 'ms',
        peer: peerText,
        peerValue: peer.time,
        remark: `${describe(known)}; goal: at most 100 ms, every untouched one exact`,
      }),
      row({
        name: 'without the old text',
        value: unknown.time,
        unit: 'ms',
        peer: peerText,
        peerValue: peer.time,
        remark: `${describe(unknown)}; goal: at most 250 ms, a 30th of the peer’s time`,
      }),
      oneTypo(),
      ...typing(test),
    ];
  },
};
