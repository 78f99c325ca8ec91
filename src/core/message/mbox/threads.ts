import type { MboxEntry } from './index-mbox';

/** What threading needs to know of a message. */
export interface ThreadableMessage {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  /** Message-IDs, oldest first. */
  readonly references: readonly string[];
  /** Decoded, without the list's tag. */
  readonly subject: string | null;
}

/** What threading needs of the messages of an mbox. */
export function threadable({ header, references }: MboxEntry): ThreadableMessage {
  const { messageId, inReplyTo, subject } = header;
  return { messageId, inReplyTo, references, subject };
}

/** A message in a thread, by its place in the list that was threaded. */
export interface ThreadNode {
  readonly index: number;
  readonly children: readonly ThreadNode[];
}

const replyPrefix =
  /^(?:\s*(?:re|fwd?|fw|aw|wg|tr|rv|antw|sv|vs|ref|odp)(?:\[\d{1,3}\]|\^\d{1,3})?\s?:\s*|\s*\[[^[\]]{1,80}\]\s*(?=(?:re|aw|sv)\s?:)|\s+)+/i;

/** A subject without "Re:", blanks and case: what an answer shares with what it answers. */
export function baseSubject(subject: string): string {
  return subject.replace(replyPrefix, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * Sorts messages into threads by References and In-Reply-To, then by subject (after Jamie Zawinski,
 * jwz.org/doc/threading.html). A message that answers one outside the file hangs on the oldest of
 * its siblings. Messages without any Message-ID in the whole list (old archives) are joined by equal
 * subjects. Threads and answers come in the order of the list. Linear, no recursion.
 */
export function threadMessages(messages: readonly ThreadableMessage[]): ThreadNode[] {
  const parents = parentsByReference(messages);
  breakCycles(parents);
  joinBySubject(messages, parents);
  return buildTrees(parents);
}

/** The parent of each message, -1 for none. */
function parentsByReference(messages: readonly ThreadableMessage[]): Int32Array {
  const byId = new Map<string, number>();
  for (const [index, { messageId }] of messages.entries())
    if (messageId !== null && !byId.has(messageId)) byId.set(messageId, index);
  const parents = new Int32Array(messages.length).fill(-1);
  const firstOfMissing = new Map<string, number>();
  for (const [index, { references, inReplyTo }] of messages.entries()) {
    const ancestors = inReplyTo === null ? references : [...references, inReplyTo];
    const known = ancestors.findLast((id) => byId.has(id) && byId.get(id) !== index);
    const missing = ancestors.at(-1);
    if (known !== undefined) parents[index] = byId.get(known)!;
    else if (missing !== undefined && firstOfMissing.has(missing))
      parents[index] = firstOfMissing.get(missing)!;
    else if (missing !== undefined) firstOfMissing.set(missing, index);
  }
  return parents;
}

/** Cuts the link that closes a circle of messages that answer one another. */
function breakCycles(parents: Int32Array): void {
  const visited = new Uint32Array(parents.length);
  for (let index = 0; index < parents.length; index++) {
    let at = index;
    while (visited[at] === 0) {
      visited[at] = index + 1;
      const parent = parents[at]!;
      if (parent === -1) break;
      if (visited[parent] === index + 1) {
        parents[at] = -1;
        break;
      }
      at = parent;
    }
  }
}

function joinBySubject(messages: readonly ThreadableMessage[], parents: Int32Array): void {
  const withoutIds = messages.every(({ messageId }) => messageId === null);
  const roots = new Map<string, number>();
  for (const [index, message] of messages.entries()) {
    if (parents[index] !== -1) continue;
    const subject = message.subject ?? '';
    const base = baseSubject(subject);
    if (base === '' || base === '(no subject)' || base === 'no subject') continue;
    const first = roots.get(base);
    const answer = base !== subject.replace(/\s+/g, ' ').trim().toLowerCase();
    if (first === undefined) roots.set(base, index);
    else if (answer || withoutIds) parents[index] = first;
  }
}

function buildTrees(parents: Int32Array): ThreadNode[] {
  const nodes = Array.from(parents, (_, index) => ({ index, children: [] as ThreadNode[] }));
  const roots: ThreadNode[] = [];
  for (const [index, node] of nodes.entries()) {
    const parent = parents[index]!;
    if (parent === -1) roots.push(node);
    else nodes[parent]!.children.push(node);
  }
  return roots;
}
