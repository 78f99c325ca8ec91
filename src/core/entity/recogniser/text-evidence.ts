import { Gap, Shape, type Tokens } from './tokenize';

/** Whether a single capitalised word is written small elsewhere in the same text. */
export const CaseEvidence = {
  none: 0,
  alwaysCapital: 1,
  sometimesSmall: 2,
  mostlySmall: 3,
} as const;

/** Counts how words are written where the place does not ask for a capital. */
export function caseEvidence(
  tokens: Tokens,
  lineStyles: Uint8Array,
  starts: Uint8Array,
): (index: number) => number {
  const small = new Map<number, number>();
  const capital = new Map<number, number>();
  for (let index = 0; index < tokens.count; index++) {
    const shape = tokens.shapes[index]!;
    if (!(shape & Shape.word) || shape & Shape.noise) continue;
    const hash = tokens.hashes[index]!;
    if (!(shape & Shape.capital)) small.set(hash, (small.get(hash) ?? 0) + 1);
    else if (!lineStyles[index] && !starts[index]) {
      capital.set(hash, (capital.get(hash) ?? 0) + 1);
    }
  }
  return (index) => {
    const hash = tokens.hashes[index]!;
    const smalls = small.get(hash) ?? 0;
    const capitals = capital.get(hash) ?? 0;
    if (smalls === 0) return capitals > 0 ? CaseEvidence.alwaysCapital : CaseEvidence.none;
    return smalls > capitals ? CaseEvidence.mostlySmall : CaseEvidence.sometimesSmall;
  };
}

/** Marks the tokens of lines written in capitals (1) and in title case (2), as headlines are. */
export function lineStyles(tokens: Tokens): Uint8Array {
  const styles = new Uint8Array(tokens.count);
  let from = 0;
  while (from < tokens.count) {
    let to = from + 1;
    while (to < tokens.count && tokens.gaps[to]! < Gap.lineBreak) to++;
    let words = 0;
    let capitals = 0;
    let allCapitals = 0;
    let longSmall = 0;
    for (let index = from; index < to; index++) {
      const shape = tokens.shapes[index]!;
      if (!(shape & Shape.word)) continue;
      words++;
      if (shape & Shape.capital) capitals++;
      if (shape & Shape.allCapitals) allCapitals++;
      else if (!(shape & Shape.capital) && tokens.ends[index]! - tokens.starts[index]! > 4)
        longSmall++;
    }
    const style =
      words >= 3 && allCapitals * 10 >= words * 7
        ? 1
        : words >= 4 && capitals * 10 >= words * 6 && longSmall * 5 <= words
          ? 2
          : 0;
    if (style) styles.fill(style, from, to);
    from = to;
  }
  return styles;
}
