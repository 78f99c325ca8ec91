import { SourceText } from '../text/source-text';
import { decodeMessage, type DecodedMessage } from './decoded-message';
import { messageIdentity } from './mbox/message-identity';
import type { Message, ParsedFile } from './message';
import { parseFile } from './parse-file';

/** One message of a file as people read it, and as annotations on its readable text count it. */
export interface ReadableMessage {
  /** Message-ID, or a hash: see `messageIdentity`. */
  readonly identity: string;
  readonly message: Message;
  readonly decoded: DecodedMessage;
  /** `decoded.text`, known to be that of this message. */
  readonly text: SourceText;
}

/** The messages of a file, found by their identities and made readable when asked for. */
export class ReadableMessages {
  readonly #identities = new Map<Message, string>();
  readonly #readable = new Map<Message, ReadableMessage>();
  #byId: Map<string | null, Message[]> | undefined;
  #byHash: Map<string, Message[]> | undefined;

  constructor(
    readonly source: SourceText,
    readonly parsed: ParsedFile,
  ) {}

  static of(source: SourceText, fileName?: string): ReadableMessages {
    return new ReadableMessages(source, parseFile(source, fileName));
  }

  identityOf(message: Message): string {
    let identity = this.#identities.get(message);
    if (identity === undefined) {
      identity = messageIdentity(this.source.text, message, message.header.messageId);
      this.#identities.set(message, identity);
    }
    return identity;
  }

  /**
   * The messages of that identity in file order: usually one, several where a file holds copies. A
   * file that is one message is found by any hash, for its text may have been corrected.
   */
  named(identity: string): readonly Message[] {
    const { kind, messages } = this.parsed;
    if (!identity.startsWith('sha256:')) return this.#byMessageId().get(identity) ?? [];
    if (kind !== 'mbox' && messages.length === 1) return messages;
    this.#byHash ??= grouped(
      messages.filter(({ header }) => header.messageId === null),
      (message) => this.identityOf(message),
    );
    return this.#byHash.get(identity) ?? [];
  }

  /** Reads the headers of all messages, a few at a time: `named` is then quick. */
  *index(): Generator<void, void> {
    for (const [number, { header }] of this.parsed.messages.entries()) {
      void header.messageId;
      if (number % 32 === 31) yield;
    }
    this.#byMessageId();
  }

  #byMessageId(): ReadonlyMap<string | null, Message[]> {
    return (this.#byId ??= grouped(this.parsed.messages, ({ header }) => header.messageId));
  }

  /** @param identity the name under which the message was asked for, where it is not its present one */
  readable(message: Message, identity = this.identityOf(message)): ReadableMessage {
    let readable = this.#readable.get(message);
    if (readable?.identity !== identity) {
      const decoded = decodeMessage(this.source, message);
      readable = { identity, message, decoded, text: new SourceText(decoded.text, identity) };
      this.#readable.set(message, readable);
    }
    return readable;
  }
}

function grouped<Key>(
  messages: readonly Message[],
  keyOf: (message: Message) => Key,
): Map<Key, Message[]> {
  const groups = new Map<Key, Message[]>();
  for (const message of messages) {
    const key = keyOf(message);
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return groups;
}
