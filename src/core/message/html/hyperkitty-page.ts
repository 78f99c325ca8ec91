import type { ArchiveSoftware, PageMessage } from './archive-page';
import { htmlToLine } from './html-text';
import { answeredId } from './pipermail-page';
import type { HtmlElement } from './walk-html';
import { findElements } from './walk-html';

/** Mailman 3's HyperKitty: a page of one message, or of a thread with all of its messages. */
export const hyperkitty: ArchiveSoftware = {
  name: 'HyperKitty',
  recognises: (sample) =>
    /hyperkitty/i.test(sample) || /class="(?:email-header|messagelink)[ "]/.test(sample),
  messages(html) {
    const elements = findElements(html, (name, attributes) => {
      const classes = attributes['class'] ?? '';
      return /^h[13]$/.test(name) || /\b(?:email-header|email-body|name|time)\b/.test(classes);
    });
    const ofClass = (name: string) => elements.filter((element) => hasClass(element, name));
    const headers = ofClass('email-header');
    const bodies = ofClass('email-body');
    const title = elements.find(
      ({ name, start }) => /^h[13]$/.test(name) && start < (headers[0]?.start ?? 0),
    );
    const subject = title && htmlToLine(html.slice(title.innerStart, title.innerEnd));
    const messages: PageMessage[] = [];
    for (const [index, header] of headers.entries()) {
      const next = headers[index + 1]?.start ?? html.length;
      const body = bodies.find(({ start }) => start >= header.start && start < next);
      if (!body) continue;
      const head = html.slice(header.start, body.start);
      const newSubject = /class="subject">\s*(?:New subject:)?([^<]{1,1000})</.exec(head)?.[1];
      const name = elements.find(
        (element) => hasClass(element, 'name') && element.start > header.start,
      );
      const content = html.slice(body.innerStart, body.innerEnd);
      messages.push({
        start: index === 0 ? 0 : header.start,
        end: next,
        values: {
          subject: newSubject === undefined ? subject : htmlToLine(newSubject),
          from:
            name && name.start < body.start
              ? htmlToLine(html.slice(name.innerStart, name.innerEnd))
              : undefined,
          date: sendersTime(head),
          messageId: answeredId(html.slice(body.end, next)),
        },
        header: { start: index === 0 && title ? title.start : header.start, end: body.innerStart },
        body: { start: body.innerStart, end: body.innerEnd },
        preformatted: !/<(?:p|br)[\s/>]/i.test(content),
        hiddenClass: 'quoted-switch',
      });
    }
    return messages;
  },
};

function hasClass(element: HtmlElement, name: string): boolean {
  return (element.attributes['class'] ?? '').split(/\s+/).includes(name);
}

/** The date and time in the sender's zone stand in a title: "Sender's time: Oct. 4, 2021, 10:20 a.m.". */
function sendersTime(head: string): string | undefined {
  const match = /<span title="[^":]{1,60}:\s*([^"]{1,100})"/.exec(head);
  return match ? htmlToLine(match[1]!) : undefined;
}
