import { annotationsWithin, byStart } from '../core/entity/annotations-within';
import type { EntityAnnotation } from '../core/entity/find-mentions';
import type { Mention } from '../core/entity/entity';
import { messageMentionsInSteps } from '../core/entity/message-mentions';
import type { RecogniserModel } from '../core/entity/recogniser/recogniser-data';
import type { EntityRegistry } from '../core/entity/registry';
import type { Message } from '../core/message/message';
import { inSlices } from '../core/in-slices';
import type { TextRange } from '../core/text/text-range';
import { paragraphsAround } from '../core/text/paragraphs-around';
import type { MessageDocument } from './messages';
import { nextTurn } from './next-turn';

/** What mentions are searched with; other knowledge makes all that was found before worthless. */
export interface Knowledge {
  readonly registry: EntityRegistry;
  readonly recogniser: RecogniserModel | undefined;
  /** The document's URI. */
  readonly uri: string;
}

interface FoundIn {
  readonly text: string;
  /** `entity` annotations within the message, from its start. */
  readonly settled: string;
  readonly start: number;
  readonly mentions: readonly Mention[];
}

/** So long a slice of work keeps typing smooth. */
const sliceMilliseconds = 12;

/** Longer messages, in UTF-16 units, take longer to search than somebody waits for a card. */
const longMessage = 100_000;

/** Mentions, and whether they are those of whole messages. */
export interface NearbyMentions {
  readonly mentions: readonly Mention[];
  readonly isWhole: boolean;
}

/** Thrown out of a search for mentions of a text, or with knowledge, that is out of date. */
export class Abandoned extends Error {}

/**
 * The mentions of one document, found message by message when somebody asks for them, in slices that
 * hold nothing up. After an edit only the messages whose text or annotations are others are searched
 * anew.
 */
export class DocumentMentions {
  readonly #messages: readonly Message[];
  readonly #found: (FoundIn | undefined)[];
  /** Searches under way, by message and what is settled in it. */
  readonly #searches = new Map<string, Promise<readonly Mention[]>>();
  /** What is settled in each message, once it was asked for. */
  #settled: (string | undefined)[] = [];
  #annotations: readonly EntityAnnotation[];
  #isAbandoned = false;

  constructor(
    readonly version: number,
    private readonly knowledge: Knowledge,
    private readonly document: MessageDocument,
    annotations: readonly EntityAnnotation[],
    previous?: DocumentMentions,
  ) {
    this.#annotations = byStart(annotations);
    this.#messages = document.parsed.messages;
    this.#found = previous?.isOf(knowledge) ? this.#keep(previous) : [];
  }

  /** Whether the mentions are found with what is known now. */
  isOf({ registry, recogniser }: Omit<Knowledge, 'uri'>): boolean {
    return this.knowledge.registry === registry && this.knowledge.recogniser === recogniser;
  }

  /** Takes the annotations as they are now; the messages that they concern are searched anew. */
  settle(annotations: readonly EntityAnnotation[]): void {
    this.#annotations = byStart(annotations);
    this.#settled = [];
  }

  /** Ends the searches under way: others have taken this one's place. */
  abandon(): void {
    this.#isAbandoned = true;
  }

  /** @throws Abandoned */
  all(): Promise<readonly Mention[]> {
    return this.within({ start: 0, end: this.document.source.length });
  }

  /**
   * The mentions of the messages that touch a range.
   *
   * @throws Abandoned
   */
  async within(range: TextRange): Promise<readonly Mention[]> {
    const mentions: (readonly Mention[])[] = [];
    let since = Date.now();
    for (let index = this.#firstEndingAt(range.start); index < this.#messages.length; index++) {
      if (this.#messages[index]!.start > range.end) break;
      mentions.push(this.#known(index) ?? (await this.#search(index)));
      if (Date.now() - since < sliceMilliseconds) continue;
      await nextTurn();
      since = Date.now();
    }
    return mentions.length === 1 ? mentions[0]! : mentions.flat();
  }

  /**
   * The mentions around an offset: those of its message, or of a long message that is not searched yet
   * those of the paragraphs around, while the rest is searched in the background.
   *
   * @throws Abandoned
   */
  async near(offset: number): Promise<NearbyMentions> {
    const index = this.#firstEndingAt(offset);
    const message = this.#messages[index];
    const isLong = message && message.start <= offset && message.end - message.start > longMessage;
    if (!isLong || this.#known(index))
      return { mentions: await this.within({ start: offset, end: offset }), isWhole: true };
    this.#search(index).catch((error: unknown) => {
      if (!(error instanceof Abandoned)) throw error;
    });
    const around = paragraphsAround(this.document.source.text, message, offset);
    return { mentions: await this.#searchIn({ ...message, ...around }), isWhole: false };
  }

  /** What was found in a message with the same annotations; its text is the same. */
  #known(index: number): readonly Mention[] | undefined {
    const known = this.#found[index];
    if (!known || known.settled !== this.#settledIn(index)) return undefined;
    const { start } = this.#messages[index]!;
    const by = start - known.start;
    if (by === 0) return known.mentions;
    const mentions = known.mentions.map((it) => ({
      ...it,
      start: it.start + by,
      end: it.end + by,
    }));
    this.#found[index] = { ...known, start, mentions };
    return mentions;
  }

  #search(index: number): Promise<readonly Mention[]> {
    const settled = this.#settledIn(index);
    const key = `${index} ${settled}`;
    let search = this.#searches.get(key);
    if (!search) {
      search = this.#searchAnew(index, settled).finally(() => this.#searches.delete(key));
      this.#searches.set(key, search);
    }
    return search;
  }

  async #searchAnew(index: number, settled: string): Promise<readonly Mention[]> {
    const message = this.#messages[index]!;
    const mentions = await this.#searchIn(message);
    this.#found[index] = { text: this.#textOf(message), settled, start: message.start, mentions };
    return mentions;
  }

  #searchIn(message: Message): Promise<Mention[]> {
    const { registry, recogniser, uri } = this.knowledge;
    const steps = messageMentionsInSteps(this.document.source, message, registry, {
      ...(recogniser ? { recogniser } : {}),
      annotations: this.#annotationsIn(message),
      uri,
    });
    const pause = async () => {
      await nextTurn();
      if (this.#isAbandoned) throw new Abandoned();
    };
    return inSlices(steps, pause, sliceMilliseconds);
  }

  /** Messages keep their order: those before an edit count from the front, those behind it from the back. */
  #keep(previous: DocumentMentions): (FoundIn | undefined)[] {
    const count = this.#messages.length;
    const before = previous.#messages.length;
    const sameAt = (index: number, other: number) => {
      const found = previous.#found[other];
      return found?.text === this.#textOf(this.#messages[index]!) ? found : undefined;
    };
    const kept: (FoundIn | undefined)[] = [];
    for (let index = 0; index < count; index++) {
      kept.push(sameAt(index, index) ?? sameAt(index, before - (count - index)));
    }
    return kept;
  }

  #textOf({ start, end }: Message): string {
    return this.document.source.text.slice(start, end);
  }

  #settledIn(index: number): string {
    const message = this.#messages[index]!;
    return (this.#settled[index] ??= settledKey(this.#annotationsIn(message), message.start));
  }

  #annotationsIn(message: Message): EntityAnnotation[] {
    return annotationsWithin(this.#annotations, message);
  }

  #firstEndingAt(offset: number): number {
    let low = 0;
    let high = this.#messages.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#messages[middle]!.end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function settledKey(annotations: readonly EntityAnnotation[], from: number): string {
  return annotations
    .map(({ start, end, entity }) => `${start - from} ${end - from} ${entity}`)
    .join();
}
