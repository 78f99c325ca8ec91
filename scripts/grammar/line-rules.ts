import { atLineStart, block, captures, include, scope, type Captures, type Rule } from './pattern';
import { datelineCaptures, dateline, datelineGroups } from './date-rules';
import {
  attributionLine,
  between,
  breaksSpeech,
  noLink,
  oneLink,
  itemCaptures,
  lineWithLink,
  oneOrMoreItems,
  openSpeech,
  plainUpTo,
  someItems,
  textLine,
  upTo,
} from './inline-rules';
import { capitalsKind, datelineAhead, listMark, markKind, openingKind } from './line-kinds';
import { pictureLabel } from './words';

const listMarkScopes = {
  1: 'keyword.other.list.bullet',
  2: 'keyword.other.list.number',
};

const quotationScopes = [
  'markup.quote.level-1 comment.block.quote.level-1',
  'markup.quote.level-2 entity.name.type.quote.level-2',
  'markup.quote.level-3 variable.other.quote.level-3',
  'markup.quote.level-4 keyword.control.quote.level-4',
];

/** Scopes of groups that stand inside one more group. */
function shifted(inner: Captures): Captures {
  return Object.fromEntries(
    Object.entries(inner).map(([group, scopes]) => [Number(group) + 1, scopes]),
  );
}

/** What ends a caption: whose picture it is. */
const credit =
  '(?:(?:©[ \\u00A0]?|\\(c\\)[ \\u00A0]?|Photo(?:graph|s)?(?: by |: ?| credit: ?))[^\\n]{2,80}' +
  '|\\((?:[^()\\n]{0,60}(?:Photo|Image|Getty)[^()\\n]{0,100}|(?:Reuters|REUTERS|AFP|AP)(?: ?/ ?[^()\\n]{1,60})?)\\)[ \\t.]{0,3})';

const upToCredit = `(?>[^©(P\\n]++|(?!${credit}\\n)[©(P])*+`;

const fileLabel = 'FILE(?: PHOTO| IMAGE)?[ \\u00A0]?(?:--?|[–—:]) ';

const captionScope = scope('meta.caption comment.block.caption');

/** An end that is never found. Oniguruma looks for its character before it tries the pattern. */
const never = '\\G\\x{FFFF}';

/** The end of a rule whose patterns take whole lines. */
const lineEnd = '(?<=\\n)';

/** Text ends with its line, or with another kind of line that an open spoken quotation ran into. */
const untilLineEnd = {
  end: '\\n|^(?=[>_=~*+-]|From )([^\\n]*\\n)',
  endCaptures: { 1: { patterns: include('one-line') } },
};

/** The lines of a body by how often they occur, and the blocks that some of them open. */
export const lineRules: Record<string, Rule> = {
  'first-line': {
    comment: 'A file whose first line opens a block.',
    begin: openingKind,
    end: '(?<=\\n)|^(?!\\G)',
    patterns: include('opening', 'lines'),
  },
  document: {
    comment: 'Begins with the first line that opens no block and goes on to the end of the file.',
    begin: '^([^\\n]*\\n)',
    beginCaptures: { 1: { patterns: include('one-line') } },
    end: never,
    name: scope('meta.paragraph'),
    patterns: include('lines'),
  },
  'one-line': {
    patterns: [{ begin: '^', end: never, patterns: include('lines') }],
  },
  lines: {
    comment:
      'Plain text is none of these, costs one call of the scanner, and has the scope of the document.',
    patterns: include(
      'quotation',
      'capitals-line',
      'mark-line',
      'text-line',
      'bare-link',
      'photo-credit',
    ),
  },
  'capitals-line': {
    comment: 'A line that begins with a capital as datelines, fields, dates and others do.',
    begin: atLineStart(
      `(?=[A-Z])(?:(?=${datelineAhead})(?:(${dateline})${someItems})?+|(?=${capitalsKind}))`,
    ),
    beginCaptures: { ...shifted(datelineCaptures), ...itemCaptures(datelineGroups + 1) },
    end: lineEnd,
    patterns: include(
      ...['separator', 'header-block', 'footer', 'attribution', 'date-line', 'byline'],
      ...['caption-label', 'caps-heading', 'list-item', 'text', 'caption', 'long-dateline'],
      ...['paragraph'],
    ),
  },
  'mark-line': {
    comment:
      'A line that begins with a mark, a number or blanks before them. A block that ended leaves its next line to this rule.',
    begin: atLineStart(`(?=${markKind})`),
    end: `${lineEnd}|\\G\\s*\\n`,
    patterns: include(
      ...['quotation', 'list-item', 'separator', 'header-block', 'signature', 'next-part', 'pgp'],
      ...['list-footer', 'mime-boundary', 'base64', 'single-line', 'attribution', 'date-line'],
      ...['dateline', 'caps-heading', 'byline', 'caption-label', 'footer'],
      ...['text', 'caption', 'long-dateline', 'paragraph'],
    ),
  },
  'text-line': {
    comment:
      'Running text with links, spoken quotations or an attribution, mostly in the match that opens the rule. Most lines have none of the characters in the first group, and Oniguruma asks that before it tries the pattern; so those beyond ASCII stand outside the class, whose bytes it would not look for.',
    begin: atLineStart(
      `(?=${plainUpTo}(?:[":@\`(]|“|„|«|‘|「|『|©))(?:(${attributionLine})\\n|${oneOrMoreItems})?+`,
    ),
    beginCaptures: {
      ...captures({ 1: 'meta.attribution markup.italic.attribution' }),
      ...itemCaptures(1),
    },
    end: lineEnd,
    patterns: include('caption', 'open-speech', 'attribution', 'long-text', 'paragraph'),
  },
  'bare-link': {
    comment: 'A link without a colon.',
    match: '\\G([^\\n]*?www\\.[^\\n]*\\n)',
    captures: { 1: { patterns: include('inline') } },
  },
  'photo-credit': {
    comment:
      'A caption that its credit alone shows. Others have a bracket or a sign that `text-line` knows.',
    match: `\\G${upToCredit}(Photo(?:graph|s)?(?: by | credit: ?)[^\\n]{2,80})\\n`,
    name: captionScope,
    captures: captures({ 1: 'markup.italic.credit' }),
  },
  quotation: {
    comment: 'Consecutive lines of one level. Such a block opens with a whole line.',
    patterns: quotationScopes.map((names, index) => {
      const marks = ' ?>'.repeat(index + 1) + (index < 3 ? '(?![ \\t]?>)' : '');
      return block(marks + lineWithLink, marks, {
        beginCaptures: captures({ 1: 'markup.underline.link.url' }),
        name: scope(names),
        patterns: include('linked-line', 'bare-link'),
      });
    }),
  },
  'linked-line': {
    comment:
      'The rest of a line that holds links or addresses, mostly in the match that opens the rule.',
    begin: `\\G(?=.*?[:@])(?=${noLink}[^\\n])(?:${oneLink})?+`,
    beginCaptures: captures({ 1: 'markup.underline.link.url' }),
    end: '(?<=\\n)|\\n',
    patterns: include('links'),
  },
  text: {
    comment: 'Text with few links or spoken quotations or without any, in one match.',
    match: atLineStart(someItems),
    captures: itemCaptures(),
  },
  'long-text': {
    comment: 'Text with more links and quotations than one match takes, or with one that goes on.',
    begin: atLineStart(`(?=${textLine})`),
    ...untilLineEnd,
    patterns: include('inline'),
  },
  'open-speech': {
    comment:
      'Text with a spoken quotation that goes on in the next line, and where it ends there: two matches for the two lines.',
    patterns: openSpeech.map(([opening, inside, closing]) => ({
      begin: atLineStart(`${between}${upTo(2)}(${opening}(?=\\S)${inside}*)\\n`),
      beginCaptures: { ...itemCaptures(), ...captures({ 5: 'string.quoted.double' }) },
      end: atLineStart(
        `(?!${breaksSpeech})(${inside}*${closing})(?:${someItems}|([^\\n]*\\n))|(?=${breaksSpeech})([^\\n]*\\n)`,
      ),
      endCaptures: {
        ...captures({ 1: 'string.quoted.double' }),
        ...itemCaptures(1),
        10: { patterns: include('inline') },
        11: { patterns: include('one-line') },
      },
      contentName: scope('string.quoted.double'),
      patterns: include('links'),
    })),
  },
  'list-item': {
    match: atLineStart(listMark + someItems),
    captures: { ...captures(listMarkScopes), ...itemCaptures(2) },
  },
  dateline: {
    match: atLineStart(`[ \\t\\u00A0]{0,8}(${dateline})${someItems}`),
    captures: { ...shifted(datelineCaptures), ...itemCaptures(datelineGroups + 1) },
  },
  'long-dateline': {
    begin: atLineStart(`[ \\t\\u00A0]{0,8}${dateline}`),
    beginCaptures: datelineCaptures,
    ...untilLineEnd,
    patterns: include('inline'),
  },
  'caption-label': {
    comment: 'A caption that its first word shows.',
    patterns: [
      {
        match: atLineStart(`(${pictureLabel})[^\\n]{0,900}\\n`),
        name: captionScope,
        captures: captures({ 1: 'markup.italic.credit' }),
      },
      {
        match: atLineStart(`(${fileLabel})(?:${upToCredit}(${credit})|[^\\n]{1,900})\\n`),
        name: captionScope,
        captures: captures({ 1: 'keyword.other.caption', 2: 'markup.italic.credit' }),
      },
    ],
  },
  caption: {
    comment: 'A caption that its credit alone shows.',
    match: atLineStart(`${upToCredit}(${credit})\\n`),
    name: captionScope,
    captures: captures({ 1: 'markup.italic.credit' }),
  },
  'caps-heading': {
    match: atLineStart(
      '\\p{Lu}[\\p{Lu}\\p{N}]{1,30}(?:[ ,:&/\'’"“”.!?-]{1,4}[\\p{Lu}\\p{N}]{1,30}){1,14}[!?:]?[ \\t]{0,8}\\n',
    ),
    name: scope('markup.heading.caps'),
  },
  paragraph: {
    begin: atLineStart(`(?:${listMark})?+(?=.)`),
    beginCaptures: captures(listMarkScopes),
    ...untilLineEnd,
    patterns: include('inline'),
  },
};
