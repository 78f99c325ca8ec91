import { isWhiteSpace } from './white-space';

const closers = /["'”’»“)\]」』›*_\s\p{Extended_Pictographic}\ufe0f\u200d]+$/u;

/** True when a text ends as a sentence does; quotation marks and brackets after the stop are left out. */
export function endsSentence(text: string): boolean {
  const tail = text.slice(-12).replace(closers, '');
  return /[.!?…。！？؟।:;：；](?:\[\d{1,3}\])?$/u.test(tail);
}

/** True when a text could go on: no stop, comma or colon at its end. */
export function endsOpen(text: string): boolean {
  // "… its manager said. [YONHAP]"
  const last = text.charCodeAt(text.length - 1);
  if (
    (last === 41 || last === 93) &&
    /[.!?]["”’»]?\s[[(]\p{L}[^[\]()]{1,20}[\])]$/u.test(text.slice(-40))
  )
    return false;
  const tail = text.slice(-12).replace(closers, '');
  return tail !== '' && !/[.!?…。！？؟।:;,،、：；，]$/u.test(tail);
}

/** How many words a text has. */
export function wordCount(text: string): number {
  let words = 0;
  let within = false;
  for (let at = 0; at < text.length; at++) {
    const blank = isWhiteSpace(text.charCodeAt(at));
    if (!blank && !within) words++;
    within = !blank;
  }
  return words;
}

/** True when a text has letters with case and all of them are capitals. */
export function isAllCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}/su.test(text);
}

const smallWord =
  /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|for|from|by|with|as|vs?|via|per|into|over|off|up|is|de|du|des|la|le|les|et|en|à|au|aux|pour|sur|der|die|das|und|von|vom|zu|zur|zum|im|am|für|mit|auf|y|e|el|los|las|del|da|do|dos|em|no|na|di|della|dei|il|i|w|z|dla|о|об|в|и|з|та|і|й|у|на|для|под|за)$/iu;

/** True when every word that counts begins with a capital or a digit, as in English headlines. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu);
  if (!words) return false;
  return (
    /^[\p{Lu}\p{N}]/u.test(words[0]!) &&
    words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || smallWord.test(word))
  );
}

/** A salutation or a closing on a line of its own is no heading. */
export function isSalutation(text: string): boolean {
  return /^(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|hallo|liebe|lieber|guten tag|sehr geehrte|moin|bonjour|salut|cher|chère|chers|hola|estimad|querid|ciao|caro|cara|gentile|olá|caro|cześć|dzień dobry|szanown|drogi|witam|шановн|дорог|привіт|доброго|добрий|уважаем|здравствуйте|привет|sirs?(?=\s?[,:–—-])|to the editors?(?=\s?[,:–—-])|(?:all|folks|friends|team|colleagues|everybody|everyone)(?=\s?[,:–—]|\s-)|madam(?=\s?[,:–—-])|thanks|thank you|thx|cheers|best|regards|kind regards|sincerely|yours|love|mit freundlichen|viele grüße|gruß|grüße|cordialement|merci|bien à|saludos|un saludo|gracias|saluti|grazie|cordiali|pozdraw|dziękuję|з повагою|дякую|с уважением|спасибо|fyi|hth|tia|otoh|imho|btw|thxs|ps|p\.s\.)(?![\p{L}])/iu.test(
    text,
  );
}

/** Papers set the titles of other stories between paragraphs: "RELATED: …". */
export function isReference(text: string): boolean {
  return /^(?:related|read|read more|read also|see also|also read|more|watch|listen|lire aussi|mehr zum thema|lesen sie auch|lea también|czytaj też|leia também|leia mais|leggi anche|lees ook|läs också|les også|læs også|читайте також|читайте также)\s?:/i.test(
    text,
  );
}

/** A question or an answer of an interview. */
export function isInterview(text: string): boolean {
  return /^(?:[QAFR]|Question|Answer|Frage|Antwort|Réponse|Pregunta|Respuesta)\s?[:.]\s/.test(text);
}

/** A number and the name of a chapter: "II. THE BORDER"; no initial of a name. */
export function isChapter(text: string): boolean {
  return /^(?:[IVX]{2,5}|\d+)\.?\s|^[IVX]\.\s+(?:THE|A|AN|LA|LE|LES|DER|DIE|DAS|EL|IL)\s/.test(
    text,
  );
}
