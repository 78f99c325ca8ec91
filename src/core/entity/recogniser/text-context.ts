import { atOnce } from '../../in-slices';
import type { EntityType } from '../entity';
import { type FeatureContext, otherNumber } from './features';
import type { KnownNames } from './known-names';
import type { RecogniserModel } from './recogniser-data';
import { foldHash } from './word-hash';
import { markCode } from './code-lines';
import { markFirmBreaks } from './line-breaks';
import { markNoise } from './noise';
import { caseEvidence, lineStyles } from './text-evidence';
import { sentenceStarts } from './sentence-starts';
import { Gap, Shape, tokenize } from './tokenize';
import { hashWord } from './word-hash';
import { WordClass } from './word-classes';

/** Numbers of `FeatureContext.knownType`: persons, organizations and places as in `labels`, plus one. */
const typeNumbers: Partial<Record<EntityType, number>> = { person: 1, organization: 2, place: 3 };
/** Longer stretches are not asked for: no list holds them. */
const longestKnown = 6;
const longestWord = 24;

/** Splits a text and prepares what the features ask of it. */
export function textContext(
  text: string,
  known: KnownNames,
  model: Pick<RecogniserModel, 'classes' | 'names'>,
): FeatureContext {
  return atOnce(textContextInSteps(text, known, model));
}

/** `textContext` in steps, so that a long text holds nothing up. */
export function* textContextInSteps(
  text: string,
  known: KnownNames,
  model: Pick<RecogniserModel, 'classes' | 'names'>,
): Generator<void, FeatureContext> {
  const tokens = tokenize(text);
  markFirmBreaks(tokens);
  yield;
  markNoise(text, tokens);
  yield;
  markCode(text, tokens);
  yield;
  const classes = new Uint32Array(tokens.count);
  for (let index = 0; index < tokens.count; index++) {
    const kind = model.classes.get(tokens.hashes[index]!);
    classes[index] = kind === 0 && tokens.shapes[index]! & Shape.capital ? inflected(index) : kind;
  }
  /** A plural or a form of a verb of an ordinary word is ordinary too: the lists hold base forms. */
  function inflected(index: number): number {
    const word = text.slice(tokens.starts[index], tokens.ends[index]).toLowerCase();
    const isOrdinary = (base: string): boolean =>
      base.length > 2 && (model.classes.get(hashWord(base)) & WordClass.ordinary) !== 0;
    const ending = /(?:s|es|ed|ing|ly|y|er|est)$/.exec(word)?.[0];
    if (!ending || word.length > longestWord) return 0;
    const base = word.slice(0, -ending.length);
    const doubled = /(.)\1$/.test(base) ? base.slice(0, -1) : base;
    return [base, `${base}e`, base.replace(/i$/, 'y'), doubled].some(isOrdinary)
      ? WordClass.ordinary
      : 0;
  }
  yield;
  const styles = lineStyles(tokens);
  yield;
  const starts = sentenceStarts(tokens);
  yield;
  const cache = new Map<number, number>();

  const look = (from: number, to: number, folded: number): number => {
    const written = text.slice(tokens.starts[from], tokens.ends[to - 1]).replace(/\s+/g, ' ');
    const type =
      known.typeOf(written) ??
      (tokens.shapes[from]! & Shape.allCapitals ? known.typeOf(titleCase(written)) : undefined);
    return type ? (typeNumbers[type] ?? otherNumber) : model.names.get(folded);
  };

  return {
    text,
    tokens,
    classes,
    lineStyles: styles,
    sentenceStarts: starts,
    caseEvidence: caseEvidence(tokens, styles, starts),
    knownType(from, to) {
      if (to - from > longestKnown || to > tokens.count) return 0;
      let folded = 0;
      let shape = 0;
      for (let index = from; index < to; index++) {
        if (index > from && tokens.gaps[index]! >= Gap.firmBreak) return 0;
        folded = foldHash(folded, tokens.hashes[index]!);
        shape = shape * 4 + (tokens.shapes[index]! & (Shape.capital | Shape.allCapitals));
      }
      if (!(tokens.shapes[from]! & Shape.capital)) return 0;
      const key = Math.imul(folded, 0x2c1b3c6d) ^ Math.imul(shape, 0x297a2d39);
      let type = cache.get(key);
      if (type === undefined) cache.set(key, (type = look(from, to, folded)));
      return type;
    },
  };
}

function titleCase(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
