import type { MappedText, OffsetMap } from '../mail/offset-map';
import { elementEffect, isPreformatted } from './html-elements';
import { TextWriter } from './text-writer';
import type { HtmlVisitor } from './walk-html';
import { walkHtml } from './walk-html';

export interface HtmlTextOptions {
  /** Leads from the fragment into the file. */
  readonly map?: OffsetMap;
  /** The fragment's line ends are line ends of the text, as in `<pre>`. */
  readonly preformatted?: boolean;
  /** Elements of this class are no text for the reader. */
  readonly hiddenClass?: string;
}

/**
 * The text of an HTML fragment as a reader sees it, with a map back into the file: paragraphs apart,
 * `<br>` and `<pre>` lines kept, `<blockquote>` as ">" lines, list items marked, scripts and styles
 * left out, entities decoded. Linear.
 */
export function htmlToText(html: string, options: HtmlTextOptions = {}): MappedText {
  const converter = new HtmlConverter(options.hiddenClass);
  if (options.preformatted) converter.writer.preformatted++;
  walkHtml(html, converter);
  return converter.writer.build(options.map);
}

/** A fragment's text as one line, for names and titles. */
export function htmlToLine(html: string): string {
  return htmlToText(html).text.replace(/\s+/g, ' ').trim();
}

/** One list that is open: its kind and the number of its next item. */
interface OpenList {
  readonly ordered: boolean;
  next: number;
}

class HtmlConverter implements HtmlVisitor {
  readonly writer = new TextWriter();
  readonly #hiddenClass: string | undefined;
  readonly #lists: OpenList[] = [];
  #hidden = 0;
  #depth = 0;
  /** Depth of the element that is hidden for its class; nothing inside it counts. */
  #hiddenFrom = Infinity;

  constructor(hiddenClass: string | undefined) {
    this.#hiddenClass = hiddenClass;
  }

  text(data: string, start: number, end: number): void {
    if (this.#hidden === 0 && this.#depth < this.#hiddenFrom) this.writer.text(data, start, end);
  }

  open(name: string, attributes: Record<string, string>, start: number, end: number): void {
    this.#depth++;
    if (this.#hiddenClass !== undefined && this.#depth < this.#hiddenFrom)
      if (attributes['class'] === this.#hiddenClass) this.#hiddenFrom = this.#depth;
    const effect = elementEffect(name);
    if (effect.hidden) this.#hidden++;
    if (this.#hidden > 0 || this.#depth >= this.#hiddenFrom) return;
    if (effect.breaks > 0) this.writer.breakLine(this.#breaks(name, effect.breaks));
    if (isPreformatted(name)) this.writer.preformatted++;
    else if (name === 'br') this.writer.lineEnd(start, end);
    else if (name === 'blockquote') this.writer.quotationDepth++;
    else if (name === 'ul' || name === 'ol') this.#openList(name, attributes);
    else if (name === 'li') this.writer.item(this.#itemMarker());
    else if (name === 'hr') this.#rule(start, end);
    else if (name === 'td' || name === 'th') this.writer.text(' ', start, end);
    else if (name === 'img' && attributes['alt']?.trim())
      this.writer.text(`[${attributes['alt'].trim()}]`, start, end);
  }

  close(name: string): void {
    const hiddenByClass = this.#depth >= this.#hiddenFrom;
    if (this.#depth === this.#hiddenFrom) this.#hiddenFrom = Infinity;
    this.#depth--;
    const effect = elementEffect(name);
    if (effect.hidden) this.#hidden = Math.max(0, this.#hidden - 1);
    if (effect.hidden || this.#hidden > 0 || hiddenByClass) return;
    if (name === 'ul' || name === 'ol') this.#closeList();
    if (effect.breaks > 0) this.writer.breakLine(this.#breaks(name, effect.breaks));
    if (isPreformatted(name)) this.writer.preformatted = Math.max(0, this.writer.preformatted - 1);
    else if (name === 'blockquote')
      this.writer.quotationDepth = Math.max(0, this.writer.quotationDepth - 1);
  }

  /** A list stands apart from what is around it, but not one inside another. */
  #breaks(name: string, usual: number): number {
    const list = name === 'ul' || name === 'ol' || name === 'dir' || name === 'menu';
    return list && this.#lists.length === 0 ? 2 : usual;
  }

  #openList(name: string, attributes: Record<string, string>): void {
    const first = Number.parseInt(attributes['start'] ?? '1', 10);
    this.#lists.push({ ordered: name === 'ol', next: Number.isSafeInteger(first) ? first : 1 });
    this.writer.listDepth = this.#lists.length;
  }

  #closeList(): void {
    this.#lists.pop();
    this.writer.listDepth = this.#lists.length;
  }

  #itemMarker(): string {
    const list = this.#lists.at(-1);
    return list?.ordered ? `${list.next++}. ` : '* ';
  }

  #rule(start: number, end: number): void {
    this.writer.text('-'.repeat(20), start, end);
    this.writer.breakLine(2);
  }
}
