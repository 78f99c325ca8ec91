import { isAgency } from './agencies';
import { isKnownCity, isKnownRegion } from './places';

/** Words in capitals that open a paragraph before a dash and are no place. */
const notPlaces = new Set(
  (
    'NATO OTAN NATO-RUSSIA UN UNO ONU EU UE US USA U.S. U.N. E.U. UK U.K. UAE USSR DPRK PRC IAEA OPEC OPEC+ ASEAN UNESCO UNICEF UNHCR OSCE OSZE WHO IMF IWF WTO ' +
    'FBI CIA NSA KGB FSB GRU SVR SBU MI5 MI6 IDF NASA ESA BBC CNN NBC CBS ABC NPR AFP DPA UPI AP REUTERS TASS IBM HP GE GM BP COVID COVID-19 AIDS HIV NGO CEO DNA GDP HTML HTTP ' +
    'HAMAS ISIS ISIL DAESH FIFA UEFA BRICS AUKUS QUAD HIMARS GAZPROM CDU CSU SPD FDP AFD ' +
    'UPDATE UPDATED EXCLUSIVE BREAKING ALERT FLASH BULLETIN URGENT NEWSALERT CORRECTION CORRECTED CLARIFICATION NOTE NOTES EDITOR EDITORS ANALYSIS OPINION EDITORIAL COMMENT COMMENTARY COLUMN ' +
    'VIDEO PHOTO PHOTOS PICTURES WATCH LISTEN LIVE ADVISORY FACTBOX FACT TIMELINE EXPLAINER EXPLAINED INTERVIEW FEATURE PROFILE REVIEW PREVIEW WRAPUP SPECIAL REPORT ' +
    'FILE CAPTION IMPORTANT WARNING ATTENTION FYI P.S. PS READ MORE ALSO SEE SUMMARY BACKGROUND INTRODUCTION CONCLUSION CONTEXT ABSTRACT OVERVIEW PART CHAPTER SECTION TITLE SUBJECT ' +
    'QUESTION ANSWER TODO FIXME DEPRECATED CHANGED ADDED FIXED REMOVED NEWS TOP STORY STORIES BRIEF BRIEFS HEADLINE HEADLINES ' +
    'WIRE RELEASE EMBARGOED CONTACT SOURCE SOURCES AND BUT THE OR NO YES OK NOT IF WHEN WHY HOW WHAT ' +
    'EXKLUSIV EILMELDUNG KORREKTUR HINTERGRUND KOMMENTAR ANALYSE EXCLUSIF DIRECT ENTRETIEN OPINIÓN ANÁLISIS ÚLTIMA HORA УВАГА ВАЖЛИВО ТЕРМІНОВО ВНИМАНИЕ СРОЧНО НАТО ООН ЄС ЕС США СССР'
  ).split(' '),
);

const capitalsWord = /^\p{Lu}[\p{Lu}\p{M}.'’-]*$/u;
const nameWord = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|\p{Lo}[\p{Lo}\p{M}]*)$/u;
const particle =
  /^(?:d|de|da|do|del|della|di|des|du|le|la|les|los|las|el|al|an|am|im|in|of|on|the|sur|en|and|upon|bei|ob|der|den|на|над)$/i;

function isAcronymLike(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length < 4 || !/[AEIOUYÄÖÜÅÆØÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÃÕÇŁАЕЄИІЇОУЮЯЫЭ]/u.test(letters);
}

/** One city in capitals: "BRUSSELS", "ST. JOHN'S", "PORT-AU-PRINCE". */
function isCapitalsCity(city: string, sure: boolean): boolean {
  const words = city.split(/\s+/);
  if (words.length > 4 || words.some((word) => !capitalsWord.test(word))) return false;
  if (isKnownCity(city)) return true;
  // "RUSSIA-UKRAINE-WAR" is a report's keyword.
  if (city.includes('-') && city.split('-').some(isKnownRegion)) return false;
  if (words.some((word) => notPlaces.has(word.replace(/’/g, "'").replace(/'S$/, '')))) return false;
  return sure || words.length > 1 || !isAcronymLike(city);
}

/** One city in ordinary writing: "Nairobi", "St. John's". */
function isNamedCity(city: string): boolean {
  const words = city.split(/\s+/);
  return (
    words.length <= 4 &&
    words.every((word, at) => nameWord.test(word) || (at > 0 && particle.test(word))) &&
    !words.some((word) => notPlaces.has(word.toUpperCase()))
  );
}

function isRegion(region: string): boolean {
  const words = region.split(/\s+/);
  return (
    words.length <= 5 &&
    nameWord.test(words[0]!) &&
    words.every((word) => nameWord.test(word) || particle.test(word))
  );
}

/**
 * Judges the place of a dateline: cities apart by "/", "and" or "&", each with a country or state
 * after a comma.
 *
 * @param signed an agency or a date stands beside it, so that less is asked of the place itself.
 */
export function isDatelinePlace(place: string, signed: boolean): boolean {
  if (place.length < 2 || place.length > 70 || isAgency(place)) return false;
  // Reports from ships: "ABOARD THE USS HARRIER"
  const [cityPart, ...regionParts] = place
    .replace(/^ABOARD (?:THE )?(?=\p{Lu})/u, '')
    .split(/,\s*/);
  if (regionParts.length > 3 || !regionParts.every(isRegion)) return false;
  const cities = cityPart!.split(/\s*\/\s*|\s+(?:and|AND|&|et|ET|und|UND|y|Y|та|и|І)\s+/);
  if (cities.length > 4 || cities.some((city) => city === '')) return false;
  const sure = signed || regionParts.some(isKnownRegion);
  if (cities.every((city) => isCapitalsCity(city, sure))) return true;
  if (!cities.every(isNamedCity)) return false;
  return sure || cities.every(isKnownCity);
}
