import type { HeaderValues } from '../mail/message-header';
import type { ArchiveSoftware, PageMessage } from './archive-page';
import { between } from './archive-page';
import { htmlToLine } from './html-text';

/** MHonArc (mhonarc.org): the message's fields in comments before the page, its body between marks. */
export const mhonarc: ArchiveSoftware = {
  name: 'MHonArc',
  recognises: (sample) => /<!--X-(?:Subject|Message-Id|Body-of-Message|Head-End)/.test(sample),
  messages(html) {
    const body = between(html, '<!--X-Body-of-Message-->', '<!--X-Body-of-Message-End-->');
    if (!body) return [];
    const printed = between(html, '<!--X-Head-of-Message-->', '<!--X-Head-of-Message-End-->');
    const title = between(html, '<!--X-Subject-Header-Begin-->', '<!--X-Subject-Header-End-->');
    const from = title?.start ?? printed?.start ?? body.start;
    const header = { start: Math.min(from, body.start), end: body.start };
    const page: PageMessage = {
      start: 0,
      end: html.length,
      values: mhonarcValues(html, printed ? html.slice(printed.start, printed.end) : ''),
      header,
      body,
    };
    return [page];
  },
};

function mhonarcValues(html: string, printed: string): HeaderValues {
  const hidden = commentFields(html);
  const shown = printedFields(printed);
  const sender = hidden.get('from-r13');
  return {
    subject: shown.get('subject') ?? hidden.get('subject'),
    from: shown.get('from') ?? hidden.get('from') ?? (sender && rotate(sender)),
    date: shown.get('date') ?? hidden.get('date'),
    messageId: bracketed(hidden.get('message-id')),
    inReplyTo: shown.get('in-reply-to') ?? bracketed(hidden.get('reference')),
    listId: shown.get('list-id'),
  };
}

function bracketed(id: string | undefined): string | undefined {
  return id === undefined || id === '' ? undefined : `<${id}>`;
}

/** `<!--X-Name: value -->` before the head's end; of a field that comes again the last counts. */
function commentFields(html: string): Map<string, string> {
  const headEnd = html.indexOf('<!--X-Head-End-->');
  const head = html.slice(0, headEnd === -1 ? 20_000 : headEnd);
  const fields = new Map<string, string>();
  for (const match of head.matchAll(/<!--X-([A-Za-z0-9-]{1,40}): ([^\n]{0,4000}?) ?-->/g))
    fields.set(match[1]!.toLowerCase(), htmlToLine(match[2]!));
  return fields;
}

/** The fields as the page prints them: `<li><em>Name</em>: value</li>` or `<strong>`. */
function printedFields(printed: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const piece of printed.split(/<li[^>]{0,200}>/i).slice(1)) {
    const match = /^\s*<(?:em|strong|b)>([^<]{1,60})<\/(?:em|strong|b)>\s*:?([^]*)$/i.exec(piece);
    if (!match) continue;
    const name = match[1]!.replace(/:\s*$/, '').trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, htmlToLine(match[2]!).replace(/^:\s*/, ''));
  }
  return fields;
}

/** MHonArc's "rot13" of addresses: the 28 signs from "@" to "[" by 14, small letters by 13. */
function rotate(text: string): string {
  return text.replace(/[@-[a-z]/g, (character) => {
    const code = character.charCodeAt(0);
    return code >= 97
      ? String.fromCharCode(((code - 97 + 13) % 26) + 97)
      : String.fromCharCode(((code - 64 + 14) % 28) + 64);
  });
}
