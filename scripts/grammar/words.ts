import { agencyNames } from '../../src/core/message/datelines/agencies';
import { cityNames } from '../../src/core/message/datelines/places';
import { monthNames, weekdayNames } from '../../src/core/message/dates/month-names';
import { anyOf } from './pattern';

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The forms that running text prints a name in: as it is, each word with a capital, in capitals. */
function printed(names: Iterable<string>): string[] {
  return [...names].flatMap((name) => [
    name,
    name.replace(/(^|[ -])(\p{L})/gu, (beginning) => beginning.toUpperCase()),
    name.toUpperCase(),
  ]);
}

/** A month's name in any language that the parser reads, by its first letters: digits beside it make it sure. */
export const month = `${anyOf(printed(monthNames.map((name) => name.slice(0, 3))))}\\p{L}{0,9}\\.?`;

/** Words that a dateline gives in brackets after the place. */
export const agency = anyOf(printed(agencyNames));

/** Cities that need no country, agency or date beside them, in capitals. */
export const capitalsCity = anyOf([...cityNames].map((name) => name.toUpperCase()));

/** Labels before a date on a line of its own. */
export const dateLabel =
  '(?:(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|[Pp]ublié|[Vv]eröffentlicht|[Pp]ublicado|[Dd]ate)(?: on| le| am| el)?:?[ \\u00A0])';

/** Fields that a mail header, or the head that programs put before forwarded text, may begin with. */
const fieldNames = (
  'From To Cc CC Bcc BCC Subject Date Sent Reply-To Sender Organization Organisation Newsgroups ' +
  'Message-ID Message-Id In-Reply-To References Received Return-Path Delivered-To MIME-Version ' +
  'Mime-Version Von An Betreff Gesendet De Objet Envoyé À Para Asunto Enviado От Кому Тема Дата'
).split(' ');

const fieldGroups = '(?:Resent|X|Content|List)-[A-Za-z-]{1,40}';

/** A field name as it may stand at the start of any block of header lines. */
export const field = `(?:${anyOf(fieldNames)}|${fieldGroups})`;

const wroteVerbs =
  'wrote|writes|a écrit|escribió|ha scritto|pisze|napisał|написал|написала|написал\\(а\\)|пише';

/** Verbs that end the line before a quoted message. */
export const wrote = `(?:${wroteVerbs}|schrieb[^\\n:]{0,60})`;

/** The same behind a colon. */
export const afterWrote = `(?<=${`${wroteVerbs}|schrieb`
  .split('|')
  .flatMap((verb) => ['', ' ', '\u00A0'].map((blank) => `\\b${verb}${blank}:`))
  .join('|')})`;

const pictureWords =
  'Photo Photos Photograph Picture Image Images Illustration Graphic Foto Fotos Bild Imagen Immagine Légende Crédit Credit Caption Zdjęcie Фото'.split(
    ' ',
  );

/** Words before a colon that begin the credit or the words of a picture. */
export const pictureLabel = `(?:(?:Photo |Picture |Image |Foto |Crédit )?(?:${anyOf(pictureWords)}|credit|caption|photo)[ \\u00A0]?:)`;

/** First words of a line of running text never are these: what begins with them is looked at more closely. */
const firstWords = [
  ...[...monthNames, ...weekdayNames].filter((name) => name.length > 2).map(capitalized),
  ...['Published', 'Updated', 'Posted', 'Modified', 'Publié', 'Veröffentlicht', 'Publicado'],
  ...['First published', 'First posted', 'Last updated', 'Last modified', 'Date'],
  ...['From', 'FILE', 'This archive', 'This message', 'Received on', 'Archived at:'],
  ...['By', 'Par', 'Von', 'Por'],
  ...fieldNames.map((name) => `${name}:`),
  ...pictureWords.flatMap((word) => [`${word}:`, `${word} :`, `${word} credit`, `${word} caption`]),
];

const wordEnd = '(?!(?<=\\p{L})\\p{L})';

/** One of {@link firstWords} in Latin letters. */
export const firstWord = `(?:${anyOf(firstWords.filter((word) => /^[A-Z]/.test(word)))}|${fieldGroups}:)${wordEnd}`;

/** One of {@link firstWords} that begins with a letter beyond A to Z. */
export const firstWordBeyondLatin = `${anyOf(firstWords.filter((word) => !/^[A-Z]/.test(word)))}${wordEnd}`;
