/** Sentences made of WordNet's definitions: of names, and of ordinary words, which then begin with a capital. */
import type { AnnotatedText } from './annotated-text';
import { readBrackets } from './annotated-text';
import type { readWordNet } from './word-lists';

const letter: Record<string, string> = { person: 'P', organization: 'O', place: 'L' };

export function glossTexts(
  wordNet: ReturnType<typeof readWordNet>,
  isPlace: (name: string) => boolean,
  isAdjective: (word: string) => boolean,
  chance: () => number,
): AnnotatedText[] {
  const sentences: string[] = [];
  for (const { words, type, gloss } of wordNet.glosses) {
    if (type === 'other' || /[[\]{}]/.test(gloss)) continue;
    const name = words[0]!;
    if (!/^\p{Lu}/u.test(name) || name.split(' ').length > 4) continue;
    const marked = markPlaces(gloss);
    if (marked === undefined) continue;
    const verb = type === 'person' ? 'was' : 'is';
    const article = /^(?:an?|the|one|\[|capital|former)/.test(gloss)
      ? ''
      : /^[aeiou]/i.test(gloss)
        ? 'an '
        : 'a ';
    const shape = chance();
    const mark = `[${letter[type]!} ${name}]`;
    sentences.push(
      shape < 0.4
        ? `${mark} ${verb} ${article}${marked} .`
        : shape < 0.7
          ? `${mark} , ${marked} , is shown here .`
          : `It shows ${mark} , ${article}${marked} .`,
    );
  }
  return group(sentences, 10);

  /** Marks the places of the definition; undefined when a capital word is left that may be any name. */
  function markPlaces(gloss: string): string | undefined {
    const tokens = gloss
      .replace(/([(),.:])/g, ' $1 ')
      .split(/\s+/)
      .filter(Boolean);
    const out: string[] = [];
    for (let index = 0; index < tokens.length;) {
      if (!/^\p{Lu}/u.test(tokens[index]!)) {
        out.push(tokens[index++]!);
        continue;
      }
      let length = Math.min(4, tokens.length - index);
      while (length > 0 && !isPlace(tokens.slice(index, index + length).join(' '))) length--;
      if (length > 0) {
        out.push(`[L ${tokens.slice(index, index + length).join(' ')}]`);
        index += length;
      } else if (isAdjective(tokens[index]!)) out.push(`[M ${tokens[index++]!}]`);
      else return undefined;
    }
    return out.join(' ');
  }
}

export function ordinaryTexts(
  definitions: readonly string[],
  count: number,
  chance: () => number,
): AnnotatedText[] {
  const sentences: string[] = [];
  while (sentences.length < count) {
    const gloss = definitions[Math.floor(chance() * definitions.length)]!;
    if (/\p{Lu}|[[\]{}]/u.test(gloss) || gloss.length < 20) continue;
    const spaced = gloss.replace(/([(),:])/g, ' $1 ').replace(/\s+/g, ' ');
    const headline = chance() < 0.25;
    sentences.push(
      headline
        ? spaced.replace(
            /\b\p{Ll}{4,}|^\p{Ll}/gu,
            (word) => word.charAt(0).toUpperCase() + word.slice(1),
          )
        : `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)} .`,
    );
  }
  return group(sentences, 10);
}

function group(sentences: readonly string[], size: number): AnnotatedText[] {
  const documents: AnnotatedText[] = [];
  for (let index = 0; index < sentences.length; index += size) {
    documents.push(readBrackets(sentences.slice(index, index + size).join('\n'))[0]!);
  }
  return documents;
}
