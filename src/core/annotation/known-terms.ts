import type { Annotation } from './annotation';
import type { TermList, Vocabulary } from './vocabulary';

/** A type or tag that can be offered. */
export interface KnownTerm {
  readonly name: string;
  readonly description?: string;
  /** How many of the annotations have it. */
  readonly uses: number;
  readonly inVocabulary: boolean;
}

/** The vocabulary's terms, then others that the annotations use, each the most used first. */
export function knownTerms(
  list: TermList,
  vocabulary: Pick<Vocabulary, TermList> | undefined,
  annotations: Iterable<Annotation>,
): KnownTerm[] {
  const uses = new Map<string, number>();
  for (const { tags, type } of annotations) {
    const terms = list === 'tags' ? (tags ?? []) : type === undefined ? [] : [type];
    for (const term of terms) uses.set(term, (uses.get(term) ?? 0) + 1);
  }
  const terms = vocabulary?.[list] ?? new Map<string, { description?: string }>();
  const known = [...new Set([...terms.keys(), ...uses.keys()])].map((name): KnownTerm => {
    const description = terms.get(name)?.description;
    const described = description === undefined ? {} : { description };
    return { name, ...described, uses: uses.get(name) ?? 0, inVocabulary: terms.has(name) };
  });
  return known.sort(
    (a, b) =>
      Number(b.inVocabulary) - Number(a.inVocabulary) ||
      b.uses - a.uses ||
      a.name.localeCompare(b.name),
  );
}
