import { atLineStart, block, captures, include, scope, type Captures, type Rule } from './pattern';
import { datelineCaptures, dateline, datelineGroups } from './date-rules';
import {
  beforeItem,
  breaksSpeech,
  itemCaptures,
  lineWithLink,
  oneOrMoreItems,
  openSpeech,
  plain,
  someItems,
  textLine,
  upTo,
} from './inline-rules';
import { field, firstWord, month, pictureLabel } from './words';

/** Words with capitals, dates and an agency up to a dash, as a dateline has them. */
const datelineAhead =
  "\\p{Lu}[\\p{L}'’.]*+(?:[, /-]{1,2}(?:\\p{Lu}[\\p{L}'’.]*+|\\d{1,4}(?: \\p{Ll}{3,10})?|(?:de|la|el|al|of|and|du|des|sur|am)(?= )|\\([^()\\n]{1,40}\\)))*+\\.?[ \\u00A0]{0,2}(?:--|[—–―]|[-_] )";

/** A date that begins with its day or year. */
const digitsDate =
  '\\d{1,4}(?:[-/.)年]|(?:er|st|nd|rd|th|º)?(?: de)? \\p{L}{3,12}[.,]{0,2}(?: de)? \\d{2,4})';

/**
 * How no line of running text begins: marks, list numbers, header fields, dates, datelines, captions,
 * footers, a line in capitals, and a first word as long as a line of base64.
 */
const otherKind =
  `[>_=~#━─═⇐⇒•●▪◦‣·|*+\\[-]|\\s+(?:$|[>•●▪◦‣·*+-]|\\d{1,3}[.)] |${datelineAhead})|${digitsDate}` +
  `|(?=\\p{Lu})(?:${datelineAhead}|\\p{Lu}[^\\p{Ll}\\n]*\\n|${firstWord})|by \\p{Lu}|Am [^\\n]{2,80}schrieb` +
  '|\\(?[a-zA-Z\\d]\\)|o[ \\t]{2}|[A-Za-z0-9+/]{60}';

const listMark =
  '[ \\t]{0,12}(?:([•●▪◦‣·]|[*+-](?=[ \\t]{1,8}(?![*-][ \\t])\\S)|o(?=[ \\t]{2,8}\\S))' +
  `|(\\d{1,3}[.)](?! ${month})|\\(?[a-zA-Z\\d]\\))(?=[ \\t]{1,8}\\S))`;
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

/** Text ends with its line, or with another kind of line that an open spoken quotation ran into. */
const untilLineEnd = {
  end: '\\n|^(?=[>_=~*+-]|From )([^\\n]*\\n)',
  endCaptures: { 1: { patterns: include('one-line') } },
};

/** The lines of a body by how often they occur, and the blocks that some of them open. */
export const lineRules: Record<string, Rule> = {
  'first-line': {
    comment: 'A file whose first line opens a block.',
    begin: `^(?=From |${field}:|[A-Z][A-Za-z]{0,15}-[A-Za-z0-9-]{1,40}:[ \\t]|[-_]|[A-Za-z0-9+/]{60})|\\A(?=\\[|[⇐⇒━\\s]{0,400}\\n)`,
    end: '(?<=\\n)|^(?!\\G)',
    patterns: include('opening', 'lines'),
  },
  document: {
    comment: 'Begins with the first line that opens no block and goes on to the end of the file.',
    begin: '^([^\\n]*\\n)',
    beginCaptures: { 1: { patterns: include('one-line') } },
    end: '\\G(?!)',
    name: scope('meta.paragraph'),
    patterns: include('lines'),
  },
  'one-line': {
    patterns: [{ begin: '^', end: '\\G(?!)', patterns: include('lines') }],
  },
  lines: {
    comment:
      'Plain text is none of these, costs one call of the scanner, and has the scope of the document.',
    patterns: include('quotation', 'separator', 'other-line'),
  },
  'other-line': {
    comment:
      'All else, apart, because each rule that could be tried costs time. A block that ended leaves its next line to this rule.',
    begin: atLineStart(`(?=[ \\t]*+\\S)(?=${plain}[^\\n]|${otherKind})`),
    end: '(?<=\\n)',
    patterns: include('text', 'attribution', 'list-item', 'open-speech', 'long-text', 'rare-line'),
  },
  'rare-line': {
    begin: atLineStart('(?=.)'),
    end: '(?<=\\n)|\\G\\s*\\n',
    patterns: include(
      ...['quotation', 'separator', 'header-block', 'signature', 'attribution'],
      ...['dateline-paragraph', 'text', 'open-speech'],
      ...['next-part', 'pgp', 'list-footer', 'mime-boundary', 'base64', 'single-line', 'date-line'],
      ...['list-item', 'caps-heading', 'byline', 'caption', 'long-text', 'paragraph'],
    ),
  },
  quotation: {
    comment: 'Consecutive lines of one level. Such a block opens with a whole line.',
    patterns: quotationScopes.map((names, index) => {
      const marks = ' ?>'.repeat(index + 1) + (index < 3 ? '(?![ \\t]?>)' : '');
      return block(marks + lineWithLink, marks, {
        beginCaptures: captures({ 1: 'markup.underline.link.url' }),
        name: scope(names),
        patterns: include('links'),
      });
    }),
  },
  text: {
    comment: 'Text with links or spoken quotations, in one match.',
    match: atLineStart(`(?!${otherKind})${oneOrMoreItems}`),
    captures: itemCaptures(),
  },
  'long-text': {
    comment: 'Text with more links and quotations than one match takes, or with one that goes on.',
    begin: atLineStart(`(?!${otherKind})(?=${textLine})`),
    ...untilLineEnd,
    patterns: include('inline'),
  },
  'open-speech': {
    comment:
      'Text with a spoken quotation that goes on in the next line, and where it ends there: two matches for the two lines.',
    patterns: openSpeech.map(([opening, inside, closing]) => ({
      begin: atLineStart(
        `(?=${plain}[^\\n])(?!${otherKind})${beforeItem}${upTo(2)}(${opening}(?=\\S)${inside}*)\\n`,
      ),
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
  'dateline-paragraph': {
    patterns: [
      {
        match: atLineStart(`[ \\t\\u00A0]{0,8}(${dateline})${someItems}`),
        captures: { ...shifted(datelineCaptures), ...itemCaptures(datelineGroups + 1) },
      },
      {
        begin: atLineStart(`[ \\t\\u00A0]{0,8}${dateline}`),
        beginCaptures: datelineCaptures,
        ...untilLineEnd,
        patterns: include('inline'),
      },
    ],
  },
  caption: {
    patterns: [
      {
        match: atLineStart(`(${pictureLabel})[^\\n]{0,900}\\n`),
        name: scope('meta.caption comment.block.caption'),
        captures: captures({ 1: 'markup.italic.credit' }),
      },
      {
        match: atLineStart(
          '(?!' +
            textLine +
            ')((?:FILE|FILE PHOTO|FILE IMAGE)[ \\u00A0]?(?:--?|[–—:]) )?([^\\n]{0,900}?)' +
            '((?:©[ \\u00A0]?|\\(c\\)[ \\u00A0]?|Photo(?:graph|s)?(?: by |: ?| credit: ?))[^\\n]{2,80}' +
            '|\\((?:[^()\\n]{0,60}(?:Photo|Image|Getty)[^()\\n]{0,100}|(?:Reuters|REUTERS|AFP|AP)(?: ?/ ?[^()\\n]{1,60})?)\\)[ \\t.]{0,3})\\n',
        ),
        name: scope('meta.caption comment.block.caption'),
        captures: captures({ 1: 'keyword.other.caption', 3: 'markup.italic.credit' }),
      },
      {
        match: atLineStart('(FILE(?: PHOTO| IMAGE)?[ \\u00A0]?(?:--?|[–—:]) )[^\\n]{1,900}\\n'),
        name: scope('meta.caption comment.block.caption'),
        captures: captures({ 1: 'keyword.other.caption' }),
      },
    ],
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
