import type { ArchiveSoftware } from './archive-page';
import { htmlToLine } from './html-text';
import { findElements } from './walk-html';

const messagePage =
  /^(?:\.\/)?(?:msg)?\d{3,8}\.html?(?:#.*)?$|\/(?:message|thread)\/[A-Z2-7]{32}\/?(?:#.*)?$/i;

/** Pages that list an archive's messages by date, thread, subject or author (Pipermail,
 * MHonArc, Hypermail, HyperKitty). */
export const archiveIndex: ArchiveSoftware = {
  name: 'list archive index',
  recognises: (sample) =>
    /<title>[^<]{0,200}(?:Archives? by|Mail (?:Thread )?Index)/i.test(sample) ||
    /<b>Messages:<\/b>/i.test(sample) ||
    /<!-- MHonArc v|content="hypermail|hyperkitty/i.test(sample),
  messages(html) {
    const elements = findElements(
      html,
      (name) => name === 'h1' || name === 'title' || name === 'a',
    );
    const title =
      elements.find(({ name }) => name === 'h1') ?? elements.find(({ name }) => name === 'title');
    const links = elements.filter(
      ({ name, attributes }) => name === 'a' && messagePage.test(attributes['href'] ?? ''),
    );
    const [first] = links;
    if (!first) return [];
    const subject = title && htmlToLine(html.slice(title.innerStart, title.innerEnd));
    const item = Math.max(
      html.lastIndexOf('<li', first.start),
      html.lastIndexOf('<LI', first.start),
    );
    const start = item === -1 ? first.start : item;
    const closing = /<\/ul>/gi;
    const lastEnd = links.at(-1)!.end;
    closing.lastIndex = lastEnd;
    const end = closing.exec(html)?.index ?? lastEnd;
    return [
      {
        start: 0,
        end: html.length,
        values: { subject },
        header: { start: Math.min(title?.start ?? start, start), end: start },
        body: { start, end },
        listed: new Set(links.map(({ attributes }) => attributes['href'])).size,
      },
    ];
  },
};
