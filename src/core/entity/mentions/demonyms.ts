/** Demonyms that are also the name of a language; French, not Brazilian. */
const languages = new Set(
  `Albanian Armenian Azerbaijani Azeri Belarusian Belarussian Bosnian Bulgarian Burmese Catalan Chechen
   Chinese Croatian Czech Danish Dutch Estonian Faroese Filipino Finnish French Georgian German Greek
   Greenlandic Hungarian Icelandic Indonesian Irish Italian Japanese Kazakh Korean Kyrgyz Latvian Lithuanian
   Luxembourgish Macedonian Malagasy Maltese Manx Mongolian Montenegrin Nepali Norwegian Polish Portuguese
   Romanian Russian Samoan Serbian Slovak Slovakian Slovene Slovenian Somali Spanish Swazi Swedish Tajik Thai
   Tibetan Tongan Turkish Turkmen Ukrainian Uzbek Vietnamese Welsh`
    .toLowerCase()
    .split(/\s+/),
);

/** What is said of a language: "the French translation", "Russian speakers". */
const languageNouns = new Set(
  `language languages speaker speakers speaking translation translations translator translators translated version
   versions edition editions text texts word words letter letters character characters grammar dictionary alphabet
   subtitle subtitles subtitled spelling pronunciation lesson lessons vocabulary phrase phrases verb verbs noun nouns
   accent dialect dialects idiom keyboard transcript`.split(/\s+/),
);

/** Before one of these words a demonym ends its phrase: it is no adjective of a noun that follows. */
const functionWords = new Set(
  `a an the and or but nor is are was were be been being am has have had do does did will would shall should can could
   may might must as at by for from in into of on onto than that this these those to with without if when while because
   since so also too only not who whom whose which what where why how it he she they we you i me him her them my your
   his our their there here then now about after before between through during against very well better fluently as
   out up down off over under again any all some no yes please itself himself herself`.split(/\s+/),
);

/** Before a demonym that ends its phrase, these speak for a person or a people: "a Russian", "the French". */
const personWords = new Set(
  `a an the one two three four five six seven eight nine ten another every each no some many most few several both
   young old ethnic fellow other these those few all million thousand hundred`.split(/\s+/),
);

/** Indigenous peoples of America are none of India. */
const notOfIndia =
  /^(?:tribes?|tribal|reservations?|casinos?|wars?|summer|nations?|chiefs?|affairs)$/i;

const longestChain = 4;
const farthest = 60;

/**
 * Whether a demonym speaks of its country or people and not of a language or of something else: "Russian
 * troops", "a Russian", "Russian and Chinese officials"; not "in Russian", "speaks French", "Korean
 * translation", "American English", "East German". Where a text leaves it open the answer is no. Constant time.
 *
 * @param demonyms where the demonyms of the text begin, to see through "Russian, Chinese and Thai officials"
 */
export function isMeantAsDemonym(
  text: string,
  start: number,
  end: number,
  demonyms: ReadonlySet<number>,
): boolean {
  const word = text.slice(start, end).toLowerCase();
  const before = wordBefore(text, start);
  let after = wordAfter(text, end);
  if (/^(?:East|West|North|South)$/.test(before) && !/^(?:african|asian|european)/.test(word))
    return false;
  if (
    after === 'English' ||
    (/^(?:african|asian|european|mexican|italian)$/.test(word) && /^Americans?$/.test(after))
  )
    return false;
  if (/^indians?$/.test(word) && (/^(?:American|West)$/.test(before) || notOfIndia.test(after)))
    return false;
  if (!languages.has(word)) return true;
  const isJoined = /^[-‐‑–]/.test(text.slice(end, end + 1));
  if (isJoined) return !/^(?:language|speak)/i.test(text.slice(end + 1, end + 9));
  for (let at = end, link = 0; link < longestChain; link++) {
    const next =
      /^(?:\s*,)?\s{0,4}(?:(?:and|or|&)\s{1,4})?/.exec(text.slice(at, at + 20))![0].length + at;
    if (next === at || !demonyms.has(next)) break;
    at = next + /^\p{L}*/u.exec(text.slice(next, next + farthest))![0].length;
    after = wordAfter(text, at);
  }
  if (languageNouns.has(after.toLowerCase())) return false;
  // An adjective of what follows.
  if (after !== '' && !functionWords.has(after.toLowerCase())) return true;
  return personWords.has(before.toLowerCase()) && !isTranslated(text, start);
}

/** "translated from the Russian" */
function isTranslated(text: string, start: number): boolean {
  return /\b(?:from|into) the\s+$/.test(text.slice(Math.max(0, start - 20), start));
}

/** The word before a place, when only white space and quotation marks lie between; else nothing. */
function wordBefore(text: string, start: number): string {
  return (
    /([\p{L}\p{N}]+)[\s>]*["“‘']?$/u.exec(text.slice(Math.max(0, start - farthest), start))?.[1] ??
    ''
  );
}

/** The word behind a place, when only white space lies between; else nothing. */
function wordAfter(text: string, end: number): string {
  return /^[^\S\n]*(?:\n[\s>]*)?([\p{L}\p{N}]+)/u.exec(text.slice(end, end + farthest))?.[1] ?? '';
}
