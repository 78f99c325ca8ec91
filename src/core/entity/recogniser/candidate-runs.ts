import { Gap, partsNames, Shape, type Tokens } from './tokenize';
import { hashWord } from './word-hash';
import { WordClass } from './word-classes';

/** A stretch of tokens in which names may stand; indexes of tokens, end exclusive. */
export interface CandidateRun {
  readonly from: number;
  readonly to: number;
}

const theWord = hashWord('the');
const andWord = hashWord('and');
const possessive = hashWord("'s");
/** Connectors that join a name only behind a noun for a body: "Mission in Somalia", "Council on Foreign Relations". */
const looseConnectors = new Set(['in', 'on', 'at', 'to', 'for'].map(hashWord));
/** Runs longer than this (a text in capitals) are cut, so that the work stays linear. */
export const longestRun = 24;

/**
 * Finds the runs of capitalised words, with the small words that names hold inside ("of", "and", "de").
 * Calendar words break a run, and grammar words do so at the start of a sentence.
 */
export function candidateRuns(
  tokens: Tokens,
  classes: Uint32Array,
  starts: Uint8Array,
): CandidateRun[] {
  const runs: CandidateRun[] = [];
  const { count, shapes, gaps, hashes } = tokens;

  const canStart = (index: number): boolean => {
    const shape = shapes[index]!;
    if (shape & Shape.noise) return false;
    if (!(shape & Shape.capital)) {
      // "14th Virginia Infantry"
      return (
        (shape & Shape.ordinal) !== 0 &&
        index + 1 < count &&
        gaps[index + 1] === Gap.space &&
        (shapes[index + 1]! & Shape.capital) !== 0 &&
        (classes[index + 1]! & (WordClass.calendar | WordClass.functionWord)) === 0
      );
    }
    const kind = classes[index]!;
    if (kind & WordClass.calendar) return false;
    if (kind & WordClass.functionWord && !(shape & Shape.initial && shape & Shape.allCapitals)) {
      if (tokens.ends[index]! - tokens.starts[index]! === 1) return false;
      if (index + 1 >= count || gaps[index + 1]! >= Gap.paragraph) return false;
      return (
        (shapes[index + 1]! & Shape.capital) !== 0 &&
        !(classes[index + 1]! & (WordClass.calendar | WordClass.functionWord)) &&
        !starts[index]
      );
    }
    return true;
  };

  const canContinue = (index: number, run: number): boolean => {
    const shape = shapes[index]!;
    if (partsNames(gaps[index]!) || shape & Shape.noise || !(shape & Shape.capital)) return false;
    const kind = classes[index]!;
    if (kind & WordClass.calendar) {
      // "Theresa May", but not "Brussels May 3"
      return (
        (classes[index - 1]! & (WordClass.firstName | WordClass.honorific)) !== 0 &&
        index - 1 >= run &&
        !(index + 1 < count && shapes[index + 1]! & Shape.number)
      );
    }
    return (
      !(kind & WordClass.functionWord) || hashes[index] === theWord || shapes[index - 1]! !== 0
    );
  };

  let index = 0;
  while (index < count) {
    if (!canStart(index)) {
      index++;
      continue;
    }
    const from = index;
    let body = false;
    let to = index + 1;
    for (;;) {
      body ||= (classes[to - 1]! & (WordClass.organizationHead | WordClass.otherHead)) !== 0;
      if (to >= count || to - from >= longestRun) break;
      if (canContinue(to, from)) {
        to++;
        continue;
      }
      let next = to;
      while (
        next < count &&
        next - to < 2 &&
        !partsNames(gaps[next]!) &&
        classes[next]! & WordClass.connector &&
        !(shapes[next]! & Shape.capital) &&
        (body || !looseConnectors.has(hashes[next]!)) &&
        (next === to || (hashes[next] !== possessive && hashes[next] !== andWord))
      ) {
        next++;
      }
      if (next === to || next >= count || !canContinue(next, from)) break;
      to = next + 1;
    }
    runs.push({ from, to });
    index = to;
  }
  return runs;
}
