import type { ArchiveSoftware } from './archive-page';
import { between } from './archive-page';
import { htmlToLine } from './html-text';

const bodyMark = '<!-- body="start" -->';

/** Hypermail (hypermail-project.org): the message's fields in comments `<!-- name="value" -->`. */
export const hypermail: ArchiveSoftware = {
  name: 'Hypermail',
  recognises: (sample) => sample.includes(bodyMark) || /<!-- (?:sent|received)="/.test(sample),
  messages(html) {
    const whole = between(html, bodyMark, '<!-- body="end" -->');
    if (!whole) return [];
    const fields = commentFields(html.slice(0, whole.start));
    const [name, email] = [fields.get('name') ?? '', fields.get('email') ?? ''];
    const address = email === '' || email === name ? '' : `<${email}>`;
    const values = {
      subject: fields.get('subject'),
      from: [name, address].filter((text) => text !== '').join(' ') || undefined,
      date: fields.get('sent') ?? fields.get('received'),
      messageId: messageId(fields.get('id')),
      inReplyTo: messageId(fields.get('inreplyto')),
    };
    // The page prints the fields once more at the top of the body, and when it was received below.
    const printed = html.indexOf('</address>', whole.start);
    const start =
      printed === -1 || printed >= whole.end ? whole.start : printed + '</address>'.length;
    const received = html.indexOf('<span id="received">', start);
    const end = received === -1 || received >= whole.end ? whole.end : received;
    const title = /<h1[\s>]/i.exec(html.slice(0, start));
    const header = { start: title?.index ?? whole.start, end: start };
    return [{ start: 0, end: html.length, values, header, body: { start, end } }];
  },
};

function commentFields(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const match of head.matchAll(/<!-- ([a-z]{2,20})="([^\n]{0,4000}?)" -->/g))
    if (!fields.has(match[1]!)) fields.set(match[1]!, htmlToLine(match[2]!));
  return fields;
}

/** "@" is printed as "_at_" against address collectors. */
function messageId(printed: string | undefined): string | undefined {
  if (printed === undefined || printed === '') return undefined;
  const id = printed.includes('@') ? printed : printed.replace(/_at_(?!.*_at_)/, '@');
  return `<${id}>`;
}
