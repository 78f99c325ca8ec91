import { dateLine, dateLineCaptures, dateline, datelineGroups } from './date-rules';
import { captures, include, scope, type Rule } from './pattern';

const nextText = '^(?=[^\\n]{0,40}\\S)';
const short =
  '(?=[^\\n]{2,180}$)(?=[^\\n]{1,179}[^\\s.,;:—-][ \\t\\u00A0]{0,8}$)[ \\t]{0,8}(\\S[^\\n]{0,180})$';
const noHeadLine = `[>•*]|(?:https?|ftp)://|(?i:by) \\p{Lu}|${dateline}`;

/** The head of extracted text: what may be seen only at the beginning of a file. */
export const openingRules: Record<string, Rule> = {
  page: {
    comment: 'An archive page that is opened as an archive message is coloured as what it is.',
    begin: '\\A(?=\\s{0,40}<(?:!DOCTYPE|!doctype|html|HTML|!--X-))',
    end: '(?!)',
    patterns: [{ include: 'text.html.basic' }],
  },
  opening: {
    comment:
      'Extracted text: blank or navigation lines may come before the line with the list tag.',
    begin: '\\A(?=\\[\\p{L}[^\\[\\]\\n]{0,60}\\][ \\u00A0]{0,3}[^\\s\\[]|[⇐⇒━\\s]{0,400}$)',
    end: nextText,
    applyEndPatternLast: true,
    patterns: [
      {
        match:
          '^\\s{0,8}[⇐⇒━][⇐⇒━\\s]{0,400}$|^(?:\\[(?:Date|Thread|Author|Subject)[ \\w]{1,20}\\][ ]?){1,8}$',
        name: scope('comment.line.navigation'),
      },
      ...include('extracted-header'),
    ],
  },
  'extracted-header': {
    comment:
      'The first line of extracted text: [List] Subject. URL lines and a date line may follow; after a date line, title and deck.',
    begin: '^(\\[)(\\p{L}[^\\[\\]\\n]{0,60})(\\])([ \\u00A0]{0,3})([^\\s\\[][^\\n]{0,1000})$',
    beginCaptures: captures({
      1: 'meta.list-tag punctuation.definition.tag.begin',
      2: 'meta.list-tag entity.name.tag.list',
      3: 'meta.list-tag punctuation.definition.tag.end',
      5: 'markup.heading.subject',
    }),
    end: nextText,
    applyEndPatternLast: true,
    name: scope('meta.header'),
    patterns: include('url-line', 'date-line-with-title'),
  },
  'url-line': {
    begin: '^[ \\t]{0,8}(?=<?(?:https?|ftp)://\\S)',
    end: '\\n',
    name: scope('meta.url-line'),
    patterns: include('url'),
  },
  'date-line-with-title': {
    begin: `^${dateLine}`,
    beginCaptures: dateLineCaptures,
    end: nextText,
    applyEndPatternLast: true,
    patterns: [
      {
        begin: `^(?!${noHeadLine}|(?:Hi|Hello|Dear|Hey|All|Bonjour|Hallo|Hola)\\b)${short}`,
        beginCaptures: captures({ [datelineGroups + 1]: 'markup.heading.title' }),
        end: nextText,
        applyEndPatternLast: true,
        patterns: [
          {
            match: `^(?!${noHeadLine}|${dateLine})${short}`,
            captures: captures({ [datelineGroups + 3]: 'markup.italic.deck' }),
          },
        ],
      },
    ],
  },
};
