import { atOnce } from '../in-slices';
import type { Message, PartKind } from '../message/message';
import type { SourceText } from '../text/source-text';
import type { Mention } from './entity';
import { findMentionsInSteps, type FindMentionsOptions } from './find-mentions';
import type { EntityRegistry } from './registry';

/** Parts that say nothing of the message's matter. */
const withoutMentions = new Set<PartKind>(['url', 'rule', 'attachment', 'footer']);
/** Parts in which only known names are taken: a header's capitals are its syntax. */
const knownNamesOnly = new Set<PartKind>(['header', 'date', 'attribution', 'signature']);

/** Their first word is capitalised whether it is a name or not. */
const headlines = new Set<PartKind>(['title', 'deck', 'heading']);

export interface MessageMentionsOptions extends Omit<FindMentionsOptions, 'range' | 'ignored'> {
  /** Where the file stands: names may be ignored in it alone. */
  readonly uri?: string;
}

/**
 * The mentions of one message: those of `findMentions` within its range, without its addresses,
 * attachments and the archive's footer. Where a part's text is encoded (quoted-printable, base64) the
 * stored text is searched, for that is what an editor shows.
 */
export function messageMentions(
  source: SourceText,
  message: Message,
  registry: EntityRegistry,
  options: MessageMentionsOptions = {},
): Mention[] {
  return atOnce(messageMentionsInSteps(source, message, registry, options));
}

/** `messageMentions` in steps, so that a long message holds nothing up. */
export function* messageMentionsInSteps(
  source: SourceText,
  message: Message,
  registry: EntityRegistry,
  options: MessageMentionsOptions = {},
): Generator<void, Mention[]> {
  const { start, end, parts } = message;
  let part = 0;
  const ignored = registry.ignoredIn(options.uri, message.header.messageId);
  const settings = { ...options, ignored, range: { start, end } };
  const found = yield* findMentionsInSteps(source, registry, settings);
  yield;
  const annotated = new Set(options.annotations?.map((it) => it.start));
  return found.filter((mention) => {
    if (annotated.has(mention.start)) return true;
    while (part < parts.length && parts[part]!.end <= mention.start) part++;
    const here = parts[part];
    if (!here || here.start >= mention.end) return true;
    if (withoutMentions.has(here.kind)) return false;
    if (mention.source !== 'recognised') return true;
    if (knownNamesOnly.has(here.kind)) return here.kind === 'signature' && isBody(mention);
    const opensHeadline = headlines.has(here.kind) && mention.start === here.start;
    return !opensHeadline || /\s/.test(mention.text) || isNamedElsewhere(mention, found);
  });
}

/** "University of Minnesota" in a signature: without it the place inside would stand for the whole. */
function isBody({ type, text }: Mention): boolean {
  return type === 'organization' && /\s/.test(text);
}

/** Whether a recognised name stands a second time: one word at a headline's start is no evidence. */
function isNamedElsewhere(mention: Mention, found: readonly Mention[]): boolean {
  return found.some(({ text, start }) => start !== mention.start && text === mention.text);
}
