import type { ArchiveSoftware, PageMessage } from './archive-page';
import { htmlToLine } from './html-text';
import { answeredId } from './pipermail-page';
import type { HtmlElement } from './walk-html';
import { findElements } from './walk-html';

/** Mailman 3's HyperKitty: a page of one message, or of a thread with all of its messages. */
export const hyperkitty: ArchiveSoftware = {
  name: 'HyperKitty',
  recognises: (sample) =>
    /hyperkitty/i.test(sample) || /class="(?:[\w -]{0,80} )?email-header[ "]/.test(sample),
  messages(html) {
    const elements = findElements(html, (name, attributes) => {
      const classes = attributes['class'] ?? '';
      return /^h[13]$/.test(name) || /\b(?:email-header|email-body|name)\b/.test(classes);
    });
    const headers = elements.filter((element) => hasClass(element, 'email-header'));
    const title = elements.find(({ name }) => /^h[13]$/.test(name));
    const subject = title && line(html, title);
    const messages: PageMessage[] = [];
    let at = 0;
    for (const [index, header] of headers.entries()) {
      const next = headers[index + 1]?.start ?? html.length;
      const own: HtmlElement[] = [];
      while (at < elements.length && elements[at]!.start < header.start) at++;
      while (at < elements.length && elements[at]!.start < next) own.push(elements[at++]!);
      const body = own.find((element) => hasClass(element, 'email-body'));
      if (!body) continue;
      const head = html.slice(header.start, body.start);
      const newSubject = /class="subject">\s*(?:New subject:)?([^<]{1,1000})</.exec(head)?.[1];
      const name = own.find((element) => hasClass(element, 'name') && element.end <= body.start);
      const content = html.slice(body.innerStart, body.innerEnd);
      const first = messages.length === 0;
      messages.push({
        start: first ? 0 : header.start,
        end: next,
        values: {
          subject: newSubject === undefined ? subject : htmlToLine(newSubject),
          from: name && line(html, name),
          date: sendersTime(head),
          messageId: answeredId(html.slice(body.end, next)),
        },
        header: {
          start: first && title && title.start < header.start ? title.start : header.start,
          end: body.innerStart,
        },
        body: { start: body.innerStart, end: body.innerEnd },
        preformatted: !/<(?:p|br)[\s/>]/i.test(content),
        hiddenClass: 'quoted-switch',
      });
    }
    return messages;
  },
};

function line(html: string, { innerStart, innerEnd }: HtmlElement): string {
  return htmlToLine(html.slice(innerStart, innerEnd));
}

function hasClass(element: HtmlElement, name: string): boolean {
  return (element.attributes['class'] ?? '').split(/\s+/).includes(name);
}

/** The date and time in the sender's zone stand in a title: "Sender's time: Oct. 4, 2021, 10:20 a.m.". */
function sendersTime(head: string): string | undefined {
  const match = /<span title="[^":]{1,60}:\s*([^"]{1,100})"/.exec(head);
  return match ? htmlToLine(match[1]!) : undefined;
}
