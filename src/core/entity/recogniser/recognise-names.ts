import type { TextRange } from '../../text/text-range';
import type { EntityType } from '../entity';
import { Gap, Shape, tokenize } from './tokenize';
import { builtInWordClasses, WordClass } from './word-classes';

/** A name found in running text; UTF-16 offsets. */
export interface RecognisedName extends TextRange {
  readonly type: 'person' | 'organization' | 'place' | 'unknown';
  /** The words of the text that speak for it, white space folded ("NATO Secretary-General Jens Stoltenberg"). */
  readonly evidence: string;
  /** Title or role that stands with a person's name ("Secretary-General"). */
  readonly role?: string;
}

/** What entity files and the gazetteer know; the recogniser asks it about whole names. */
export interface KnownNames {
  /** The type of a name as written in the text, with single blanks; undefined when it is in no file. */
  typeOf(name: string): EntityType | undefined;
}

let classes: Map<number, number> | undefined;

/**
 * Finds the names of persons, organizations and places in `text`, in order and without overlap.
 * Names that `known` holds are returned as well, with the type the context gives them: a longer
 * recognised name ("Bank of England") outranks a known one inside it. Linear in the text's length; never throws.
 */
export function recogniseNames(text: string, known: KnownNames): RecognisedName[] {
  classes ??= builtInWordClasses();
  const tokens = tokenize(text);
  const classOf = (index: number): number => classes!.get(tokens.hashes[index]!) ?? 0;
  const names: RecognisedName[] = [];
  let index = 0;
  while (index < tokens.count) {
    const first = index;
    while (
      index < tokens.count &&
      tokens.shapes[index]! & Shape.capital &&
      (index === first || tokens.gaps[index]! < Gap.paragraph) &&
      !(classOf(index) & (WordClass.calendar | WordClass.functionWord))
    ) {
      index++;
    }
    if (index === first) {
      index++;
      continue;
    }
    let start = first;
    for (let each = first; each < index - 1; each++) {
      if (classOf(each) & (WordClass.honorific | WordClass.title)) start = each + 1;
    }
    if (classOf(start) & (WordClass.organizationHead | WordClass.placeHead)) start = first;
    const from = tokens.starts[start]!;
    const to = tokens.ends[index - 1]!;
    const slice = (begin: number): string => text.slice(begin, to).replace(/\s+/g, ' ');
    const last = classOf(index - 1);
    const knownType = known.typeOf(slice(from));
    if (start > first) {
      const evidence = slice(tokens.starts[first]!);
      const role = text.slice(tokens.starts[first]!, tokens.ends[start - 1]).replace(/\s+/g, ' ');
      names.push({ start: from, end: to, type: 'person', evidence, role });
    } else if (knownType === 'person' || knownType === 'organization' || knownType === 'place') {
      names.push({ start: from, end: to, type: knownType, evidence: slice(from) });
    } else if (index - start > 1 && last & (WordClass.organizationHead | WordClass.placeHead)) {
      const type = last & WordClass.organizationHead ? 'organization' : 'place';
      names.push({ start: from, end: to, type, evidence: slice(from) });
    }
  }
  return names;
}
