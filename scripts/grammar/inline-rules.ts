import { captures, include, scope, type Rule } from './pattern';

const notLinkEnd = "(?<![.,;:!?'’)\\]])";

function spoken(begin: string, end: string, name: string): Rule {
  return {
    begin,
    beginCaptures: captures({ 0: 'punctuation.definition.string.begin' }),
    end: `${end}|^(?=\\s*$|[>_=~*+-]|From )`,
    endCaptures: captures({ 0: 'punctuation.definition.string.end' }),
    name: scope(name),
    patterns: include('url', 'email'),
  };
}

/**
 * Kinds of spoken quotations. What may not stand before an opening mark is asked after the mark, and the
 * marks are apart: so Oniguruma knows the first bytes and searches the line for them.
 */
const quotations = [
  { open: '"', close: '"', before: '(?<![\\p{L}\\p{N}"]")', name: 'string.quoted.double' },
  { open: '“|„', close: '”|“', before: '', name: 'string.quoted.double.curly' },
  { open: '«', close: '»', before: '', name: 'string.quoted.double.guillemet' },
  { open: '「|『', close: '」|』', before: '', name: 'string.quoted.double.corner' },
];
const notWord = '(?![\\p{L}\\p{N}])';
const inside = '[^\\s"“”„«»「」『』@/\\n][^"“”„«»「」『』@/\\n]*';

/** Links and spoken quotations inside a line. */
export const inlineRules: Record<string, Rule> = {
  links: { patterns: include('url', 'email') },
  inline: { patterns: include('closed-speech', 'url', 'email', 'speech') },
  url: {
    match: `(?:(?:https?|ftp|gopher|news)://[^\\s<>"“”]{1,2000}|(?<![\\w.@/])www\\.[^\\s<>"“”]{3,500})${notLinkEnd}`,
    name: scope('markup.underline.link.url'),
  },
  email: {
    match: '(?<![\\w.+@-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}(?![\\w@])',
    name: scope('markup.underline.link.email'),
  },
  'closed-speech': {
    comment:
      'A quotation that ends on its line and holds no link: one match instead of a rule that opens and closes.',
    match: quotations
      .map(({ open, close, before }) => `((${open})${before}${inside}(${close}))${notWord}`)
      .join('|'),
    captures: captures(
      Object.fromEntries(
        quotations.flatMap(({ name }, index) => [
          [index * 3 + 1, name],
          [index * 3 + 2, 'punctuation.definition.string.begin'],
          [index * 3 + 3, 'punctuation.definition.string.end'],
        ]),
      ),
    ),
  },
  speech: {
    comment:
      'A quotation that goes on over lines ends with its paragraph at the latest. One rule finds every opening mark, since each rule searches the line.',
    begin: '(?="|“|„|«|‘|``|「|『)',
    end: '(?=[\\s\\S])',
    applyEndPatternLast: true,
    patterns: [
      spoken('(?<![\\p{L}\\p{N}"])"(?=[^\\s"])', `"${notWord}`, 'string.quoted.double'),
      spoken('[“„]', `[”“]${notWord}`, 'string.quoted.double.curly'),
      spoken('«', '»', 'string.quoted.double.guillemet'),
      spoken(`(?<![\\p{L}\\p{N}])‘(?=[^\\s\\d])`, `’${notWord}|\\n`, 'string.quoted.single.curly'),
      spoken('``(?=\\S)', "''", 'string.quoted.double.tex'),
      spoken('[「『]', '[」』]', 'string.quoted.double.corner'),
      { match: '["‘`]' },
    ],
  },
};
