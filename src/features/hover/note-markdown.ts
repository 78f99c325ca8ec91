import { escapeMarkdown, markdownLink, webUrl } from './safe-markdown';

/** Strong, emphasis, code, link; bounded, so that a hostile note costs no more than its length. */
const marks = new RegExp(
  [
    /(?<strongMark>\*\*|(?<![\p{L}\p{N}_])__)(?=\S)(?<strong>[^\n]{1,300}?)(?<=\S)\k<strongMark>/u,
    /(?<emphasisMark>\*|(?<![\p{L}\p{N}_])_)(?=[^\s*_])(?<emphasis>[^\n*_]{1,300}?)(?<=\S)\k<emphasisMark>(?![\p{L}\p{N}])/u,
    /`(?<code>[^`\n]{1,300})`/u,
    /(?<!!)\[(?<label>[^\][\n]{1,200})\]\((?<address>https?:\/\/[^()\s]{1,500})\)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/**
 * A line of a note as Markdown that is safe in a hover whose commands can be called: strong, emphasised
 * and code words, web links, list items and headings look as they should; everything else is escaped, so
 * that no command, image, icon or HTML of a file is ever rendered.
 */
export function noteMarkdown(line: string): string {
  const heading = /^ {0,3}#{1,6} +(\S.*)$/.exec(line);
  if (heading) return `**${escapeMarkdown(heading[1]!)}**`;
  const item = /^(\s*)[-*+] +(?=\S)/.exec(line);
  const start = item ? `${'&nbsp;'.repeat(2 * Math.min(item[1]!.length, 8))}• ` : '';
  return start + inline(item ? line.slice(item[0].length) : line);
}

function inline(text: string): string {
  let markdown = '';
  let at = 0;
  for (const match of text.matchAll(marks)) {
    markdown += escapeMarkdown(text.slice(at, match.index)) + marked(match.groups!);
    at = match.index + match[0].length;
  }
  return markdown + escapeMarkdown(text.slice(at));
}

function marked(groups: Record<string, string | undefined>): string {
  const { strong, emphasis, code, label, address } = groups;
  if (strong !== undefined) return `**${escapeMarkdown(strong)}**`;
  if (emphasis !== undefined) return `*${escapeMarkdown(emphasis)}*`;
  // Within backticks nothing is interpreted, and so nothing is escaped.
  if (code !== undefined) return `\`${code}\``;
  const url = webUrl(address!);
  return url ? markdownLink(label!, url) : escapeMarkdown(label!);
}
