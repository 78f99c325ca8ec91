import type { FeatureContext } from './features';
import type { Segment } from './segment-run';
import { Gap, Shape } from './tokenize';
import { WordClass } from './word-classes';

const titleClasses = WordClass.honorific | WordClass.title | WordClass.role;
/** How far a role may reach to the left of a name. */
const longestRole = 6;

/** First token of the title or role that stands right before a name, or `segment.from`. */
function roleStart(context: FeatureContext, segment: Segment): number {
  const { tokens, classes } = context;
  let from = segment.from;
  let start = from;
  while (from > 0 && segment.from - from < longestRole && tokens.gaps[from]! < Gap.paragraph) {
    const kind = classes[from - 1]!;
    const shape = tokens.shapes[from - 1]!;
    if (!(shape & Shape.word) || shape & Shape.noise) break;
    const capital =
      (shape & Shape.capital) !== 0 && !(kind & (WordClass.functionWord | WordClass.calendar));
    if (kind & titleClasses) start = from - 1;
    // "NATO Secretary-General", "foreign minister": words before a title belong to it when they are capital.
    else if (!capital || start === segment.from) break;
    else start = from - 1;
    from--;
  }
  return start;
}

/** The title or role before a person's name, as written, or undefined. */
export function roleOf(context: FeatureContext, segment: Segment): string | undefined {
  const start = roleStart(context, segment);
  return start < segment.from ? fold(context, start, segment.from) : undefined;
}

/** The words that speak for the type: the role with the name, the verb behind it, the word before a place. */
export function evidenceOf(context: FeatureContext, segment: Segment, type: string): string {
  const { tokens, classes } = context;
  let { from, to } = segment;
  if (type === 'person') {
    from = roleStart(context, segment);
    if (from === segment.from && to < tokens.count && classes[to]! & WordClass.personVerb) to++;
  } else if (type === 'place' && from > 0 && classes[from - 1]! & WordClass.placePreposition)
    from--;
  return fold(context, from, to);
}

function fold(context: FeatureContext, from: number, to: number): string {
  const { starts, ends } = context.tokens;
  return context.text.slice(starts[from], ends[to - 1]).replace(/\s+/g, ' ');
}
