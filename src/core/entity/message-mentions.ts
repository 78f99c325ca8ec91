import type { Message, PartKind } from '../message/message';
import type { SourceText } from '../text/source-text';
import type { Mention } from './entity';
import { findMentions, type FindMentionsOptions } from './find-mentions';
import type { EntityRegistry } from './registry';

/** Parts that say nothing of the message's matter. */
const withoutMentions = new Set<PartKind>(['url', 'rule', 'attachment', 'footer']);
/** Parts in which only known names are taken: a header's capitals are its syntax. */
const knownNamesOnly = new Set<PartKind>(['header', 'date', 'attribution', 'signature']);

/**
 * The mentions of one message: those of `findMentions` within its range, without its addresses,
 * attachments and the archive's footer. Where a part's text is encoded (quoted-printable, base64) the
 * stored text is searched, for that is what an editor shows.
 */
export function messageMentions(
  source: SourceText,
  message: Message,
  registry: EntityRegistry,
  options: Omit<FindMentionsOptions, 'range'> = {},
): Mention[] {
  const { start, end, parts } = message;
  let part = 0;
  return findMentions(source, registry, { ...options, range: { start, end } }).filter((mention) => {
    while (part < parts.length && parts[part]!.end <= mention.start) part++;
    const here = parts[part];
    if (!here || here.start >= mention.end) return true;
    if (withoutMentions.has(here.kind)) return false;
    return !knownNamesOnly.has(here.kind) || mention.source !== 'recognised';
  });
}
