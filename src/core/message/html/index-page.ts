import type { ArchiveSoftware } from './archive-page';
import { htmlToLine } from './html-text';
import { findElements } from './walk-html';

const messagePage = /^(?:\.\/)?(?:msg)?\d{3,8}\.html?(?:#.*)?$/i;

/** Pages that list an archive's messages by date, thread, subject or author (Pipermail, MHonArc, Hypermail). */
export const archiveIndex: ArchiveSoftware = {
  name: 'list archive index',
  recognises: (sample) =>
    /<title>[^<]{0,200}(?:Archives? by|Mail (?:Thread )?Index)/i.test(sample) ||
    /<b>Messages:<\/b>/i.test(sample) ||
    /<!-- MHonArc v/.test(sample),
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
    const listStart = html.lastIndexOf(
      '<',
      Math.max(0, html.toLowerCase().lastIndexOf('<li', first.start)),
    );
    const start = Math.max(0, listStart);
    const lastEnd = links.at(-1)!.end;
    const listEnd = html.toLowerCase().indexOf('</ul>', lastEnd);
    return [
      {
        start: 0,
        end: html.length,
        values: { subject },
        header: { start: Math.min(title?.start ?? start, start), end: start },
        body: { start, end: listEnd === -1 ? html.length : listEnd },
        listed: new Set(links.map(({ attributes }) => attributes['href'])).size,
      },
    ];
  },
};
