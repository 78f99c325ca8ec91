import type { TextRange } from '../../text/text-range';
import type { ArchiveSoftware } from './archive-page';
import { between } from './archive-page';
import { htmlToLine } from './html-text';
import { findElements } from './walk-html';

const bodyMark = '<!--beginarticle-->';

/** Mailman 2's Pipermail: title, sender and date above, the body between two comments. */
export const pipermail: ArchiveSoftware = {
  name: 'Pipermail',
  recognises: (sample) => sample.includes(bodyMark),
  messages(html) {
    const body = between(html, bodyMark, '<!--endarticle-->');
    if (!body) return [];
    const head = html.slice(0, body.start);
    const elements = findElements(head, (name) => /^(?:h1|b|i|a|title)$/.test(name));
    const line = (range: TextRange) => htmlToLine(head.slice(range.start, range.end));
    const inner = (name: string, after = 0) => {
      const found = elements.find((element) => element.name === name && element.start >= after);
      return found && { start: found.innerStart, end: found.innerEnd, outer: found.start };
    };
    const title = inner('h1') ?? inner('title');
    const above = title?.end ?? 0;
    const name = inner('b', above);
    const address = inner('a', name?.end ?? above);
    const date = inner('i', above);
    const sender = [name, address].map((range) => (range ? line(range) : ''));
    const values = {
      subject: title && line(title),
      from: sender.filter((text) => text !== '').join(' ') || undefined,
      date: date && head.slice(date.start, date.end).trim(),
      messageId: answeredId(head),
    };
    const header = { start: Math.min(title?.outer ?? body.start, body.start), end: body.start };
    return [{ start: 0, end: html.length, values, header, body }];
  },
};

/** The link for an answer names the message it answers: this one. */
export function answeredId(html: string): string | undefined {
  const match = /[?&;]In-Reply-To=((?:&[lg]t;|[^"&\s>]){1,1000})/i.exec(html);
  if (!match) return undefined;
  try {
    const id = decodeURIComponent(match[1]!.replace(/&lt;/g, '<').replace(/&gt;/g, '>'));
    return id.startsWith('<') ? id : `<${id}>`;
  } catch {
    return undefined;
  }
}
