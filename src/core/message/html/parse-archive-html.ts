import type { SourceText } from '../../text/source-text';
import { messageOf } from '../mail/lazy-message';
import { headerFacts, type HeaderValues } from '../mail/message-header';
import type { MessageSection } from '../mail/message-sections';
import { shiftMap } from '../mail/offset-map';
import type { Message } from '../message';
import type { ArchiveSoftware, PageMessage } from './archive-page';
import { htmlToText } from './html-text';
import { hyperkitty } from './hyperkitty-page';
import { hypermail } from './hypermail-page';
import { archiveIndex } from './index-page';
import { mhonarc } from './mhonarc-page';
import { pipermail } from './pipermail-page';

const known: readonly ArchiveSoftware[] = [mhonarc, pipermail, hypermail, hyperkitty, archiveIndex];

/** How much of a page is looked at to recognise it. */
const sampleLength = 65_536;

/**
 * The messages of an archive page, with their text decoded and mapped back into the file. A page
 * that is laid out as no known software does it is one message whose body is the whole page.
 */
export function parseArchiveHtml(source: SourceText): Message[] {
  const html = source.text;
  const beginning = html.slice(0, sampleLength);
  for (const software of known) {
    if (!software.recognises(beginning)) continue;
    const pages = software.messages(html);
    if (pages.length > 0) return pages.map((page) => pageMessage(html, page));
  }
  const all = { start: 0, end: html.length };
  return [pageMessage(html, { ...all, values: {}, header: { start: 0, end: 0 }, body: all })];
}

function pageMessage(html: string, page: PageMessage): Message {
  return messageOf(
    html,
    { start: page.start, end: page.end },
    () => headerFacts(page.values),
    () => pageSections(html, page),
  );
}

/** The page's own head, the printed fields, the body, and the links below it. */
function pageSections(html: string, page: PageMessage): MessageSection[] {
  const { header, body, preformatted, hiddenClass, listed } = page;
  const mapped = htmlToText(html.slice(body.start, body.end), {
    map: shiftMap(body.start),
    ...(preformatted === undefined ? {} : { preformatted }),
    ...(hiddenClass === undefined ? {} : { hiddenClass }),
  });
  const printed =
    statedFields(page.values) || htmlToText(html.slice(header.start, header.end)).text.trim();
  const below = { start: body.end, end: page.end };
  const footer = htmlToText(html.slice(below.start, below.end)).text.trim();
  return [
    { kind: 'framing', range: { start: page.start, end: header.start } },
    { kind: 'page', part: 'header', range: header, text: printed },
    listed === undefined
      ? { kind: 'text', range: body, mapped }
      : { kind: 'page', part: 'list', range: body, text: mapped.text.trim(), items: listed },
    { kind: 'page', part: 'footer', range: below, text: footer },
  ];
}

/** The fields of a page's message as mail states them: what the page prints around them is left out. */
function statedFields(values: HeaderValues): string {
  const fields: [string, string | undefined][] = [
    ['From', values.from],
    ['Subject', values.subject],
    ['Date', values.date],
    ['Message-ID', values.messageId],
    ['In-Reply-To', values.inReplyTo],
  ];
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
