import { atLineStart, block, captures, include, scope, type Rule } from './pattern';
import { wrote } from './words';

const boundary = "--(?=[^\\s]{0,69}[0-9=_])[0-9A-Za-z'()+_,./:=?-]{6,70}[ \\t]{0,3}";

/** What ends a signature. */
const afterSignature =
  'From [^\\n]{1,200}\\d\\d:\\d\\d|>|This archive was |_{20}|-----|-{10,} next part|--\\S{6,70}\\n|On [^\\n]{5,150}wrote:';

const forward =
  "-{2,20}[ ]?(?:(?i:original (?:message|appointment)|forwarded (?:message|by)|begin forwarded message|mensaje original|message (?:d'origine|transféré)|ursprüngliche nachricht)[^\\n]{0,80}|Forwarded by [^\\n]{0,120})";
const rule =
  '(?:-{3,}|_{3,}|={3,}|\\*{3,}|~{3,}|#{3,}|\\+{3,}|[━─═]{3,}|(?:[*-][ \\t]{1,5}){2,9}[*-])[ \\t]{0,40}';
const footer =
  '(?:This archive was (?:generated|created)|This message was archived|Received on (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|Archived at:)[^\\n]{0,300}';
const attribution = `(?=(?>[^\\n]*)(?<=:|:[ \\u00A0])$)[^\\n]{0,200}?\\b${wrote}[ \\u00A0]?:[ \\u00A0]?`;

/** Lines that are a kind of their own as a whole, and the blocks that lines with a mark open. */
export const markRules: Record<string, Rule> = {
  'single-line': {
    match: atLineStart(
      `(?:(${forward})|(${rule})|(\\[\\[[^\\]\\n]{3,120}\\]\\][ \\t]{0,3})|(-----BEGIN PGP SIGNED MESSAGE-----[ \\t]{0,3}))(?:\\n|$)`,
    ),
    captures: captures({
      1: 'meta.separator.forward keyword.control.forward',
      2: 'meta.separator.rule comment.line.rule',
      3: 'comment.line.attachment',
      4: 'keyword.control.pgp',
    }),
  },
  footer: { match: atLineStart(`${footer}(?:\\n|$)`), name: scope('comment.line.footer') },
  attribution: {
    match: atLineStart(`${attribution}\\n`),
    name: scope('meta.attribution markup.italic.attribution'),
  },
  signature: block('--[ \\u00A0]?', `(?!${afterSignature})`, {
    beginCaptures: captures({ 0: 'punctuation.definition.signature' }),
    name: scope('meta.signature comment.block.signature'),
    patterns: include('linked-line', 'bare-link'),
  }),
  pgp: {
    begin: atLineStart(
      '-----BEGIN PGP (SIGNATURE|MESSAGE|PUBLIC KEY BLOCK|PRIVATE KEY BLOCK)-----[ \\t]{0,3}\\n',
    ),
    beginCaptures: captures({ 0: 'keyword.control.pgp' }),
    end: atLineStart('-----END PGP \\1-----[ \\t]{0,3}\\n?'),
    endCaptures: captures({ 0: 'keyword.control.pgp' }),
    contentName: scope('comment.block.pgp'),
  },
  'next-part': block(
    '-{6,30} next part -{6,30}',
    '(?=(?:An? |Name|Type|Size|Desc|URL|Url|Skipped|Non-text|\\S{1,60} was scrubbed)[^\\n]{0,300}$)',
    {
      beginCaptures: captures({ 0: 'meta.separator.part keyword.control.part' }),
      contentName: scope('comment.block.attachment'),
      patterns: include('linked-line', 'bare-link'),
    },
  ),
  'list-footer': block('_{40,60}', '(?!From:|Von:|De :)(?=[^\\n]{0,20}\\S)', {
    name: scope('comment.block.footer.list'),
    patterns: include('linked-line', 'bare-link'),
  }),
  'mime-boundary': block(boundary, '(?=[A-Za-z][!-9;-~]{0,75}:|[ \\t]{1,20}\\S)', {
    beginCaptures: captures({ 0: 'meta.separator.boundary comment.line.boundary' }),
    name: scope('meta.header'),
    patterns: include('fields'),
  }),
  base64: block('[A-Za-z0-9+/]{60,76}', '(?=[A-Za-z0-9+/]{1,76}={0,2}[ \\t]{0,3}$)', {
    name: scope('comment.block.encoded.base64'),
  }),
};
