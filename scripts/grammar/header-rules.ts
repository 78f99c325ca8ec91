import { atLineStart, captures, include, scope, type Rule } from './pattern';
import { field } from './words';

const key = 'keyword.other.header';
const colon = 'punctuation.separator.key-value';
const continued = '\\G[ \\t]{1,20}(?=\\S)';
const bullet = '(?:[ \\t]{0,3}[•*][ \\t]{1,2})?';

const dates = 'Date|Sent|Resent-Date|Gesendet|Envoyé|Enviado|Дата';
const addresses =
  '[Ff]rom|FROM|[Tt]o|TO|C[Cc]|cc|B[Cc][Cc]|Sender|Reply-[Tt]o|Resent-From|Resent-To|Von|An|De|À|Para|От|Кому';
const subjects = '[Ss]ubject|SUBJECT|Betreff|Objet|Asunto|Тема';
const identifiers = '[Mm]essage-[Ii][Dd]|In-Reply-To|References|Content-I[Dd]|Resent-Message-I[Dd]';

const identifier = '<[^<>\\s]{1,250}>';
const identifierScope = 'constant.other.message-id markup.underline.link.message-id';

/**
 * A field whose continuation lines have its scope. Its rule begins with the whole line: then `\\G` holds
 * at the beginning of the following lines, and Oniguruma tries the `while` pattern there and nowhere else.
 */
function wholeField(
  name: string,
  value: string,
  valueScope: string,
  rest: Partial<Rule> = {},
): Rule {
  return {
    begin: atLineStart(`${bullet}(${name})[ \\t]{0,2}(:)[ \\t]{0,8}(${value})\\n`),
    beginCaptures: captures({ 1: key, 2: colon, 3: valueScope }),
    while: continued,
    contentName: scope(valueScope),
    ...rest,
  };
}

/** A field with more than one thing to colour on its line. */
function mixedField(name: string, ...inner: string[]): Rule {
  return {
    begin: atLineStart(`${bullet}(${name})[ \\t]{0,2}(:)[ \\t]{0,8}`),
    beginCaptures: captures({ 1: key, 2: colon }),
    end: '\\n',
    patterns: include(...inner),
  };
}

/** A header ends with a blank line, or with a line that is no field. */
const headerEnd: Partial<Rule> = {
  end: atLineStart('\\s*\\n|([^\\n]*\\n)'),
  endCaptures: { 1: { patterns: include('one-line') } },
  applyEndPatternLast: true,
  name: scope('meta.header'),
  patterns: include('fields'),
};

/** Header fields of mail and of the heads that programs put before forwarded text. */
export const headerRules: Record<string, Rule> = {
  separator: {
    comment: 'The separator of an mbox opens a header, and ends with the blank line below it.',
    begin: atLineStart(
      '(From )((?:\\S{1,100}[ \\t]){0,8}?\\S{1,100})[ \\t]{1,3}((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[ \\t]{1,2}[A-Z][a-z]{2}[ \\t]{1,2}\\d{1,2}[ \\t]{1,2}\\d{1,2}:\\d{2}(?::\\d{2})?[^\\n]{0,12}[ \\t]\\d{4})[^\\n]{0,80}\\n',
    ),
    beginCaptures: captures({
      1: 'keyword.control.mbox',
      2: 'string.unquoted.address',
      3: 'constant.numeric.date',
    }),
    ...headerEnd,
  },
  'header-block': {
    comment: 'Opens with a field that its own rule colours.',
    begin: atLineStart(`(${bullet}${field}:[ \\t\\u00A0][^\\n]*\\n)`),
    beginCaptures: { 1: { patterns: include('one-field') } },
    ...headerEnd,
  },
  'one-field': { begin: '^', end: '\\G(?!)', patterns: include('fields') },
  fields: {
    patterns: [
      ...include('short-field', 'plain-subject', 'mixed-subject'),
      ...include('long-field', 'other-field', 'continuation'),
    ],
  },
  'plain-subject': wholeField(
    subjects,
    '(?:(\\[)(\\p{L}[^\\[\\]\\n]{0,60})(\\])(?=[ \\u00A0]?\\S))?(?![^\\n]*=\\?)([^\\n]*)',
    'markup.heading.subject',
    {
      beginCaptures: captures({
        1: key,
        2: colon,
        3: 'markup.heading.subject',
        4: 'meta.list-tag punctuation.definition.tag.begin',
        5: 'meta.list-tag entity.name.tag.list',
        6: 'meta.list-tag punctuation.definition.tag.end',
      }),
      patterns: include('encoded-word'),
    },
  ),
  'mixed-subject': wholeField(subjects, '[^\\n]*', 'markup.heading.subject', {
    beginCaptures: {
      ...captures({ 1: key, 2: colon }),
      3: {
        name: scope('markup.heading.subject'),
        patterns: include('list-tag', 'encoded-word'),
      },
    },
    patterns: include('encoded-word'),
  }),
  'short-field': {
    comment: 'The usual forms of the commonest fields, each line one match.',
    match: atLineStart(
      `(?:(${dates})(:)([^\\n]*)|(${identifiers})(:)[ \\t]{1,4}(${identifier})(?:[ \\t]+(${identifier}))?(?:[ \\t]+(${identifier}))?` +
        `|(${addresses})(:)[ \\t]{1,4}(?:([\\w.+=-]+(?: at |@)[\\w.-]+)(?: \\(([^()=\\n]+)\\))?|("?[^\\s"<>(),;:@=][^"<>(),;:@=\\n]*"?) <([^<>@\\s]+@[^<>@\\s]+)>))[ \\t]*\\n`,
    ),
    captures: captures({
      1: key,
      2: colon,
      3: 'constant.numeric.date',
      4: key,
      5: colon,
      6: identifierScope,
      7: identifierScope,
      8: identifierScope,
      9: key,
      10: colon,
      11: 'markup.underline.link.email',
      12: 'entity.name.function.person',
      13: 'entity.name.function.person',
      14: 'markup.underline.link.email',
    }),
  },
  'long-field': {
    patterns: [
      mixedField(addresses, 'display-name', 'encoded-word', 'email', 'obscured-email'),
      mixedField(
        `${identifiers}|Content-[TDtd][A-Za-z-]{1,30}|M[Ii][Mm][Ee]-Version|Organi[sz]ation|Newsgroups|List-[A-Za-z]{1,12}|Archived-At|Keywords|Comments`,
        'message-id',
        'header-parameter',
        'encoded-word',
        'url',
        'email',
      ),
    ],
  },
  'other-field': wholeField('[!-9;-~]{1,76}', '[^\\n]*', 'comment.line.header'),
  continuation: {
    patterns: [
      {
        match: atLineStart(
          `[ \\t]{1,20}(${identifier})(?:[ \\t]+(${identifier}))?(?:[ \\t]+(${identifier}))?[ \\t]*\\n`,
        ),
        captures: captures({ 1: identifierScope, 2: identifierScope, 3: identifierScope }),
      },
      {
        begin: atLineStart('[ \\t]{1,20}(?=\\S)'),
        end: '\\n',
        patterns: include(
          'header-parameter',
          'display-name',
          'encoded-word',
          'email',
          'obscured-email',
          'url',
        ),
      },
    ],
  },
  'list-tag': {
    match: '(\\[)(\\p{L}[^\\[\\]\\n]{0,60})(\\])(?=[ \\u00A0]?\\S)',
    name: scope('meta.list-tag'),
    captures: captures({
      1: 'punctuation.definition.tag.begin',
      2: 'entity.name.tag.list',
      3: 'punctuation.definition.tag.end',
    }),
  },
  'encoded-word': {
    match: '(=\\?)([\\w-]{1,40})(?:\\*[\\w-]{1,20})?(\\?[BbQq]\\?)([^?\\s]{0,200})(\\?=)',
    name: scope('meta.encoded-word constant.character.escape.encoded-word'),
    captures: captures({ 2: 'storage.type.charset', 4: 'string.unquoted.encoded' }),
  },
  'display-name': {
    patterns: [
      {
        match: '"[^"\\n]{0,120}"|(?<=\\()[^()\\n]{1,100}(?=\\))',
        name: scope('entity.name.function.person'),
      },
      {
        match: '([^\\s"<>(),;:@=][^"<>(),;:@=\\n]{0,80})(?=<)',
        captures: captures({ 1: 'entity.name.function.person' }),
      },
    ],
  },
  'obscured-email': {
    match: '[\\w.+-]{1,64} at [\\w.-]{1,100}',
    name: scope('markup.underline.link.email'),
  },
  'message-id': {
    match: identifier,
    name: scope(identifierScope),
  },
  'header-parameter': {
    patterns: [
      { match: '(?<=: |:)[\\w.+-]{1,60}/[\\w.+-]{1,80}', name: scope('support.type.media') },
      {
        match: '(?<=[;\\s])([\\w*-]{1,40})(=)("[^"\\n]{0,200}"|[^;\\s"]{1,200})',
        captures: captures({
          1: 'variable.parameter',
          2: 'keyword.operator.assignment',
          3: 'string.unquoted.parameter',
        }),
      },
    ],
  },
};
