import { afterWrote } from './words';
import { anyBut, captures, include, scope, type Captures, type Rule } from './pattern';

const notLinkEnd = "(?<![.,;:!?'’)\\]])";
const notWord = '(?![\\p{L}\\p{N}])';

const link = `(?>(?:https?|ftp|gopher|news)://[^\\s<>"“”]{1,2000}${notLinkEnd}|www\\.(?<![\\w.@/]www\\.)[^\\s<>"“”]{3,500}${notLinkEnd})`;

/**
 * Spoken quotations that end on their line. What may not stand before an opening mark is asked after the
 * mark: so Oniguruma knows the first bytes and searches the line for them.
 */
const closedSpeech =
  `(?>"(?<![\\p{L}\\p{N}"\\]]")[^\\s"“”\\n][^"“”\\n]*"${notWord}|[“„][^"“”„\\n]+[”“]${notWord}|«[^«»\\n]+»` +
  `|‘(?<![\\p{L}\\p{N}]‘)[^\\s\\d‘’][^‘’\\n]*(?:’(?=[\\p{L}\\p{N}])[^‘’\\n]*)*’` +
  "|``[^\\s`'][^`'\\n]*(?:'(?!')[^`'\\n]*)*''|「[^「」\\n]+」|『[^『』\\n]+』)";

/** A link (its first group) or a spoken quotation (its second) within one line. */
const item = `(?:(${link})|(${closedSpeech}))`;

/** What follows a bracket that holds a credit. */
const bracketCredit = 'c\\)|[^()\\n]{0,60}(?:Photo|Image|Getty|Reuters|AFP|AP ?[/)])';
const noCredit = `P(?!hoto)|\\((?!${bracketCredit})`;
const noAttribution = `:(?!${afterWrote}[ \\u00A0]?\\n)`;

/** Marks in places where they open no link, quotation or attribution. */
const noItem =
  `:(?!//|${afterWrote}[ \\u00A0]?\\n)` +
  '|"(?:(?<=[\\p{L}\\p{N}"\\]]")|(?=[,.;:)!?]{0,3}\\s))|‘(?:(?<=[\\p{L}\\p{N}]‘)|(?=[\\s\\d]))|`(?!`)';

/**
 * Text up to the next character that may begin a link or quotation, or that only captions and attributions
 * hold: a credit, a verb and a colon at the end. Links show by their colon, since `h` is frequent.
 */
export const plainUpTo = `(?>${anyBut('@"“„«‘`「『:(©')}|${noItem}|\\((?!${bracketCredit}))*+`;

/** The same, and up to what only captions hold and to links without a colon. */
const plain = `(?>${anyBut('@"“„«‘`「『w:(P©')}|w(?!ww\\.)|${noItem}|${noCredit})*+`;

/** A whole line that is neither caption nor attribution. */
export const textLine = `(?>${anyBut(':(P©')}|${noAttribution}|${noCredit})*+\\n`;

/** The same as {@link plain} up to the first letter of a link. */
const beforeItem = `(?>${anyBut('@"“„«‘`「『hw:(P©')}|h(?!ttps?://)|w(?!ww\\.)|${noItem}|${noCredit})*+`;

/** The same, mostly without a stop at each `h`: as far as {@link plain} goes where no link comes first. */
export const between = `(?>${plain}(?=["“„«‘\`「『\\n])|${beforeItem})`;

/** A whole line that attributes what follows to somebody. */
export const attributionLine = `(?>${anyBut(':"“„«')}|${noAttribution})*+:${afterWrote}[ \\u00A0]?`;

/** How many links and quotations of a line one match colours; a line with more is coloured by a block. */
const itemsPerMatch = 4;

/** The rest of a line that holds `count` or fewer links and quotations. */
export function upTo(count: number): string {
  return count === 0 ? '' : `(?:${item}${between}${upTo(count - 1)})?`;
}

/** The rest of a line with few links and quotations, or with none. */
export const someItems = `${between}${upTo(itemsPerMatch)}\\n`;

/** The rest of a line with few links and quotations, one at least. */
export const oneOrMoreItems = `${between}${item}${between}${upTo(itemsPerMatch - 1)}\\n`;

/** Quotations that go on over lines: how they open, what they are made of, how they close. */
export const openSpeech: readonly (readonly [string, string, string])[] = [
  ['"(?<![\\p{L}\\p{N}"\\]]")', '[^"“”\\n]', `"${notWord}`],
  ['(?:“|„)', '[^“”„\\n]', `[”“]${notWord}`],
  ['«', '[^«»\\n]', '»'],
];

/** Lines that no spoken quotation goes on with. */
export const breaksSpeech = '\\s*\\n|[>_=~*+-]|From ';

/** Scopes of the groups in {@link someItems} and {@link oneOrMoreItems}, which `before` groups precede. */
export function itemCaptures(before = 0): Captures {
  return captures(
    Object.fromEntries(
      Array.from({ length: itemsPerMatch }, (_, index): [number, string][] => [
        [before + index * 2 + 1, 'markup.underline.link.url'],
        [before + index * 2 + 2, 'string.quoted.double'],
      ]).flat(),
    ),
  );
}

/** Text of a line up to what may be a link or an address. */
export const noLink = `(?>${anyBut(':@w')}|:(?!//)|@(?![\\w-])|w(?!ww\\.))*+`;

/** A line that may hold a link: its only group. */
export const lineWithLink = `(?:${noLink}(?=\\n)|(?>${anyBut('hw')}|h(?!ttps?://)|w(?!ww\\.))*+(?:(${link})[^\\n]*)?)`;

const beforeLink = `(?>${anyBut('h@w')}|h(?!ttps?://)|w(?!ww\\.)|@(?![\\w-]))*+`;

/** A whole line with one link, its only group. */
export const oneLink = `${beforeLink}(${link})${noLink}\\n`;

function spoken(begin: string, end: string): Rule {
  return {
    begin,
    end: `${end}|^(?=\\s*$|[>_=~*+-]|From )`,
    name: scope('string.quoted.double'),
    patterns: include('url', 'email'),
  };
}

/** Links and spoken quotations inside a line. */
export const inlineRules: Record<string, Rule> = {
  links: { patterns: include('url', 'email') },
  inline: { patterns: include('closed-speech', 'url', 'email', 'speech') },
  'closed-speech': { match: closedSpeech, name: scope('string.quoted.double') },
  url: { match: link, name: scope('markup.underline.link.url') },
  email: {
    match: '(?<![\\w.+@-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}(?![\\w@])',
    name: scope('markup.underline.link.email'),
  },
  speech: {
    comment:
      'A quotation that goes on over lines ends with its paragraph at the latest. One rule finds every opening mark, since each rule searches the line.',
    begin: '(?=["“„«‘「『]|``)',
    end: '(?=[\\s\\S])',
    applyEndPatternLast: true,
    patterns: [
      spoken('(?<![\\p{L}\\p{N}])"(?=[^\\s"])', `"${notWord}`),
      spoken('[“„]', `[”“]${notWord}`),
      spoken('«', '»'),
      spoken(`(?<![\\p{L}\\p{N}])‘(?=[^\\s\\d])`, `’${notWord}|\\n`),
      spoken('``(?=\\S)', "''"),
      spoken('[「『]', '[」』]'),
      { match: '["‘`]' },
    ],
  },
};
