import type { EntityAnnotation } from '../core/entity/find-mentions';
import type { Mention } from '../core/entity/entity';
import { messageMentions } from '../core/entity/message-mentions';
import type { RecogniserModel } from '../core/entity/recogniser/recogniser-data';
import type { EntityRegistry } from '../core/entity/registry';
import type { Message } from '../core/message/message';
import type { TextRange } from '../core/text/text-range';
import type { MessageDocument } from './messages';

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

/**
 * The mentions of one document, found message by message when somebody asks for them. After an edit
 * only the messages whose text or annotations are others are searched anew.
 */
export class DocumentMentions {
  readonly #messages: readonly Message[];
  readonly #found: (FoundIn | undefined)[];
  #annotations: readonly EntityAnnotation[];

  constructor(
    readonly version: number,
    private readonly knowledge: Knowledge,
    private readonly document: MessageDocument,
    annotations: readonly EntityAnnotation[],
    previous?: DocumentMentions,
  ) {
    this.#annotations = annotations;
    this.#messages = document.parsed.messages;
    this.#found = previous?.isOf(knowledge) ? this.#keep(previous) : [];
  }

  /** Whether the mentions are found with what is known now. */
  isOf({ registry, recogniser }: Omit<Knowledge, 'uri'>): boolean {
    return this.knowledge.registry === registry && this.knowledge.recogniser === recogniser;
  }

  /** Takes the annotations as they are now; the messages that they concern are searched anew. */
  settle(annotations: readonly EntityAnnotation[]): void {
    this.#annotations = annotations;
  }

  /** The mentions of the messages that touch a range. */
  within(range: TextRange): Mention[] {
    const mentions: Mention[] = [];
    for (let index = this.#firstEndingAt(range.start); index < this.#messages.length; index++) {
      if (this.#messages[index]!.start > range.end) break;
      mentions.push(...this.#mentionsOf(index));
    }
    return mentions;
  }

  /** Every mention; pauses between messages so that a large file does not hold up the editor. */
  async all(): Promise<Mention[]> {
    const mentions: Mention[][] = [];
    let since = Date.now();
    for (let index = 0; index < this.#messages.length; index++) {
      mentions.push(this.#mentionsOf(index));
      if (Date.now() - since < sliceMilliseconds) continue;
      await new Promise((resolve) => setTimeout(resolve));
      since = Date.now();
    }
    return mentions.flat();
  }

  #mentionsOf(index: number): Mention[] {
    const message = this.#messages[index]!;
    const text = this.#textOf(message);
    const annotations = this.#annotationsIn(message);
    const settled = settledKey(annotations, message.start);
    const known = this.#found[index];
    if (known?.settled === settled && known.text === text) {
      const by = message.start - known.start;
      if (by === 0) return known.mentions as Mention[];
      const moved = known.mentions.map((it) => ({ ...it, start: it.start + by, end: it.end + by }));
      this.#found[index] = { ...known, start: message.start, mentions: moved };
      return moved;
    }
    const { registry, recogniser, uri } = this.knowledge;
    const mentions = messageMentions(this.document.source, message, registry, {
      ...(recogniser ? { recogniser } : {}),
      annotations,
      uri,
    });
    this.#found[index] = { text, settled, start: message.start, mentions };
    return mentions;
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

  #annotationsIn({ start, end }: Message): EntityAnnotation[] {
    return this.#annotations.filter((it) => it.start >= start && it.end <= end);
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
