import type { EntityType } from '../entity';
import type { FeatureContext } from './features';
import type { KnownNames } from './known-names';
import { foldHash, type RecogniserModel } from './recogniser-data';
import { markNoise } from './noise';
import { caseEvidence, lineStyles } from './text-evidence';
import { Gap, Shape, tokenize } from './tokenize';

/** Numbers of `FeatureContext.knownType`: persons, organizations and places as in `labels`, plus one. */
const typeNumbers: Partial<Record<EntityType, number>> = { person: 1, organization: 2, place: 3 };
const otherNumber = 4;
/** Longer stretches are not asked for: no list holds them. */
const longestKnown = 6;

/** Splits a text and prepares what the features ask of it. */
export function textContext(
  text: string,
  known: KnownNames,
  model: Pick<RecogniserModel, 'classes' | 'names'>,
): FeatureContext {
  const tokens = tokenize(text);
  markNoise(text, tokens);
  const classes = new Uint32Array(tokens.count);
  for (let index = 0; index < tokens.count; index++) {
    classes[index] = model.classes.get(tokens.hashes[index]!) ?? 0;
  }
  const styles = lineStyles(tokens);
  const cache = new Map<number, number>();

  const look = (from: number, to: number, folded: number): number => {
    const written = text.slice(tokens.starts[from], tokens.ends[to - 1]).replace(/\s+/g, ' ');
    const type =
      known.typeOf(written) ??
      (tokens.shapes[from]! & Shape.allCapitals ? known.typeOf(titleCase(written)) : undefined);
    return type ? (typeNumbers[type] ?? otherNumber) : (model.names.get(folded) ?? 0);
  };

  return {
    text,
    tokens,
    classes,
    lineStyles: styles,
    caseEvidence: caseEvidence(tokens, styles),
    knownType(from, to) {
      if (to - from > longestKnown || to > tokens.count) return 0;
      let folded = 0;
      let shape = 0;
      for (let index = from; index < to; index++) {
        if (index > from && tokens.gaps[index]! >= Gap.paragraph) return 0;
        folded = foldHash(folded, tokens.hashes[index]!);
        shape = shape * 4 + (tokens.shapes[index]! & (Shape.capital | Shape.allCapitals));
      }
      if (!(tokens.shapes[from]! & Shape.capital)) return 0;
      const key = folded * 0x1000 + (shape & 0xfff);
      let type = cache.get(key);
      if (type === undefined) cache.set(key, (type = look(from, to, folded)));
      return type;
    },
  };
}

function titleCase(name: string): string {
  return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
