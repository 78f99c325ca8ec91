import { itemOf, type WikidataItem } from '../core/entity/look-up/item-answer';
import { LookUpError } from '../core/entity/look-up/look-up-error';
import { searchHits, type SearchHit } from '../core/entity/look-up/search-answer';
import { itemUrl, searchUrl } from '../core/entity/look-up/wikidata-request';

export interface WikidataClientOptions {
  /** See `safeEndpoint`. */
  readonly endpoint: string;
  /** See `requestLanguages`. */
  readonly languages: readonly string[];
  /** Who asks, as the API's etiquette wants it. */
  readonly userAgent: string;
  /** A browser names itself and lets nobody else. */
  readonly isInBrowser: boolean;
  /** Until the whole answer is there. */
  readonly timeoutMilliseconds?: number;
  /** Bytes of the largest answer that is read. */
  readonly largestAnswer?: number;
}

const usualTimeout = 10_000;
/** The largest items of Wikidata, countries, have about four megabytes. */
const usualLargest = 16_000_000;
const mostKept = 50;

/**
 * Asks a Wikibase API. Answers are kept in memory while the window is open; nothing is asked twice and
 * nothing is sent but the name, or the item's id, that is looked up. Failures are `LookUpError`s.
 */
export class WikidataClient {
  readonly #kept = new Map<string, unknown>();

  constructor(readonly options: WikidataClientOptions) {}

  async search(name: string, signal: AbortSignal): Promise<SearchHit[]> {
    const { endpoint, languages } = this.options;
    return this.#ask(searchUrl(endpoint, name, languages), signal, searchHits);
  }

  async item(id: string, signal: AbortSignal): Promise<WikidataItem> {
    const { endpoint, languages } = this.options;
    return this.#ask(itemUrl(endpoint, id, languages), signal, (answer) =>
      itemOf(answer, languages),
    );
  }

  /** @param read only what it can read is kept */
  async #ask<Result>(
    url: string,
    signal: AbortSignal,
    read: (answer: unknown) => Result,
  ): Promise<Result> {
    if (this.#kept.has(url)) return this.#kept.get(url) as Result;
    const result = read(await this.#fetch(url, signal));
    this.#kept.set(url, result);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    return result;
  }

  async #fetch(url: string, signal: AbortSignal): Promise<unknown> {
    const { timeoutMilliseconds = usualTimeout, userAgent, isInBrowser } = this.options;
    const abort = new AbortController();
    const cancel = () => abort.abort();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      abort.abort();
    }, timeoutMilliseconds);
    signal.addEventListener('abort', cancel);
    try {
      if (signal.aborted) throw new LookUpError('cancelled');
      const response = await fetch(url, {
        signal: abort.signal,
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        headers: {
          Accept: 'application/json',
          'Api-User-Agent': userAgent,
          ...(isInBrowser ? {} : { 'User-Agent': userAgent }),
        },
      });
      requireSuccess(response);
      return parsed(await this.#textOf(response, abort));
    } catch (error) {
      if (error instanceof LookUpError) throw error;
      if (signal.aborted) throw new LookUpError('cancelled');
      if (isLate) throw new LookUpError('timeout', String(timeoutMilliseconds / 1000));
      throw new LookUpError('unreachable');
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    }
  }

  /** The body, which is not read beyond the largest answer, whatever its headers say. */
  async #textOf({ body }: Response, abort: AbortController): Promise<string> {
    const { largestAnswer = usualLargest } = this.options;
    const reader = body?.getReader();
    const decoder = new TextDecoder();
    const pieces: string[] = [];
    let size = 0;
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) break;
      size += piece.value.length;
      if (size > largestAnswer) {
        abort.abort();
        throw new LookUpError('too-large', String(Math.round(largestAnswer / 1e6)));
      }
      pieces.push(decoder.decode(piece.value, { stream: true }));
    }
    return pieces.join('') + decoder.decode();
  }
}

function requireSuccess({ status, type, headers }: Response): void {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    throw new LookUpError('redirected');
  }
  const wait = /^\d{1,5}$/.exec(headers.get('retry-after') ?? '')?.[0] ?? '';
  if (status === 429) throw new LookUpError('too-many-requests', wait);
  if (status === 503) throw new LookUpError('busy', wait);
  if (status < 200 || status >= 300) throw new LookUpError('status', String(status));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LookUpError('unreadable');
  }
}
