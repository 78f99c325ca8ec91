import { blockText, type Block } from './block';
import { isByline, isNameLine } from './byline';
import { endsOpen, isInterview, isReference, isSalutation, wordCount } from './sentence';

const longestTitle = 300;

/** Letters and digits only, lower case: how a title is compared with a subject. */
function normalized(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function withoutReply(subject: string): string {
  return subject.replace(
    /^(?:\s*(?:re|fwd?|aw|wg|tr|rv|odp|sv|vs)\s*(?:\[\d+\])?\s*:\s*|\s*\[[^\]]*\]\s*)+/i,
    '',
  );
}

/** True when a title is the subject, or its beginning, or most of its words. */
export function matchesSubject(title: string, subject: string): boolean {
  const [short, long] = [normalized(title), normalized(withoutReply(subject))];
  if (short === '' || long === '') return false;
  if (short === long) return true;
  // One word and a stop is a sentence: "Test." below "test message".
  if (long.startsWith(`${short} `)) return short.includes(' ') || endsOpen(title);
  // A subject that was cut off, or a title with more than the subject.
  if (short.startsWith(long) && long.length >= 15) return true;
  const words = new Set(short.split(' '));
  const others = new Set(long.split(' '));
  let common = 0;
  for (const word of words) if (others.has(word)) common++;
  return words.size >= 3 && common / Math.max(words.size, Math.min(others.size, words.size)) >= 0.7;
}

/** True when a deck is the rest of a subject of the form "Title. Deck". */
function isRestOfSubject(deck: string, subject: string): boolean {
  const [short, long] = [normalized(deck), normalized(subject)];
  return short.length >= 8 && (long.endsWith(short) || long.includes(` ${short.slice(0, 60)}`));
}

/** A subject may end with the writer's name: "The river remembers | Ana Flood". */
function signs(name: string, subject: string): boolean {
  return /(?:[|–—-]|\bby)\s*$/i.test(subject.slice(0, -name.length)) && subject.endsWith(name);
}

/** True when a block may be a headline: short, and no whole sentence. */
export function isHeadline(text: string, block: Block): boolean {
  return (
    block.lines <= 3 &&
    text.length <= 220 &&
    wordCount(text) >= 2 &&
    (endsOpen(text) || (/[?!]["”’']?$/.test(text) && text.length <= 120)) &&
    !isSalutation(text) &&
    !isInterview(text) &&
    !isReference(text) &&
    !isProtocolLabel(text) &&
    !/^[[(<]|:\/\//.test(text) &&
    /[\p{Lu}\p{Lo}\d]/u.test(text)
  );
}

/** Above minutes and invitations stand who was there, where and when. */
function isProtocolLabel(text: string): boolean {
  // Two lines of the form "Place: Vienna" are particulars, whatever they are called.
  if (/^\p{Lu}[\p{L} ]{1,20}:\s[^\n]{1,80}\n\s*\p{Lu}[\p{L} ]{1,20}:\s/u.test(text)) return true;
  return /^(?:present|attending|attendees|attendance|apologies|absent|participants|in the chair|chair|minutes|agenda|venue|place|location|time|where|when|anwesend|teilnehmer|entschuldigt|ort|zeit|présents|excusés|lieu|presentes|lugar|obecni|miejsce|присутні|присутствовали)\s?[:：]/i.test(
    text,
  );
}

/** A short line right above the title names its subject or its column: "Flight from Ukraine:". */
function standsAboveTitle(
  text: string,
  blocks: readonly Block[],
  at: number,
  subject: string | null,
): boolean {
  const [block, next] = [blocks[at]!, blocks[at + 1]];
  if (subject === null || next?.kind !== 'paragraph' || block.lines > 1) return false;
  const content = blockText(text, block, 80);
  if (content.length > 60 || /[,\d]|[.!?;]$/.test(content) || isSalutation(content)) return false;
  return next.lines === 1 && matchesSubject(blockText(text, next, 300), subject);
}

/** What press offices and papers print above a title. */
function isKicker(text: string): boolean {
  return /^(?:for immediate release|(?:press|media|news) (?:release|statement)|communiqué(?: de presse)?|pressemitteilung|comunicado(?: de prensa)?)\W{0,2}$/i.test(
    text,
  );
}

/** True when the story begins right below: a dateline, or the lines that stand between deck and story. */
function storyFollows(blocks: readonly Block[], at: number): boolean {
  for (let next = at + 1; next < blocks.length && next <= at + 3; next++) {
    const block = blocks[next]!;
    if (block.dated || block.kind === 'dateline') return true;
    if (
      block.kind !== 'date' &&
      block.kind !== 'byline' &&
      block.kind !== 'url' &&
      block.kind !== 'caption'
    )
      return false;
    if (block.kind === 'byline') return true;
  }
  return false;
}

/** The name of a section, set between two rules. */
function standsBetweenRules(blocks: readonly Block[], at: number): boolean {
  return blocks[at - 1]?.kind === 'rule' && blocks[at + 1]?.kind === 'rule';
}

/** The head of a digest's story: a rule above it, its address or its date below. */
function opensDigestStory(blocks: readonly Block[], at: number): boolean {
  const below = blocks[at + 1]?.kind;
  return blocks[at - 1]?.kind === 'rule' && (below === 'url' || below === 'date');
}

/** A title of one word is known by the subject that ends with it: "Ferry" below "Poem: Ferry". */
function endsSubject(title: string, subject: string): boolean {
  const [short, long] = [normalized(title), normalized(subject)];
  return short.length >= 3 && !short.includes(' ') && long.endsWith(` ${short}`);
}

/** What may stand above a title and between title, deck and story. */
const aroundTitle = ['date', 'url', 'header', 'rule', 'footer', 'attribution', 'caption', 'byline'];

/** How the head of an article is looked for. */
export interface HeadOptions {
  readonly subject: string | null;
  /** The text is known to be an archived article, so its first short lines are title and deck. */
  readonly article: boolean;
}

/** Names title, deck and bylines from block `from` on; returns the block with which the story begins. */
export function placeHead(
  text: string,
  blocks: readonly Block[],
  from: number,
  options: HeadOptions,
): number {
  const { subject, article } = options;
  let title = false;
  let deck = false;
  let evidence = false;
  let at = from;
  for (; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind === 'date' || block.kind === 'url') evidence = true;
    if (aroundTitle.includes(block.kind)) {
      if (block.kind === 'attribution' || (block.kind === 'rule' && title)) break;
      // Below the picture no deck stands.
      if (block.kind === 'caption') deck = true;
      continue;
    }
    const numbered = block.kind === 'list' && block.items === 1 && block.lines === 1;
    if ((block.kind !== 'paragraph' && block.kind !== 'heading' && !numbered) || block.dated) break;
    const content = blockText(text, block, 700);
    if (numbered && (title || !/^\d/.test(content))) break;
    if (isKicker(content)) continue;
    if (isByline(content)) block.kind = 'byline';
    else if (content.length > longestTitle) break;
    else if (!title && subject !== null && matchesSubject(content, subject)) {
      if (content.length > 60 && !endsOpen(content) && !isRestOfSubject(content, subject)) break;
      // In a letter a line like the subject may be its first sentence.
      if (!article && !evidence && !storyFollows(blocks, at)) break;
      block.kind = 'title';
      title = true;
    } else if (
      title &&
      at + 1 < blocks.length &&
      isNameLine(content) &&
      !(subject !== null && !deck && isRestOfSubject(content, subject) && !signs(content, subject))
    )
      block.kind = 'byline';
    else if (title && !deck && isDeck(text, content, blocks, at, subject)) {
      block.kind = 'deck';
      deck = true;
    } else if (
      !title &&
      article &&
      isHeadline(content, block) &&
      wordCount(content) >= 3 &&
      !titleStandsBelow(text, blocks, at, subject) &&
      (evidence ||
        storyFollows(blocks, at) ||
        standsBetweenRules(blocks, at) ||
        opensDigestStory(blocks, at)) &&
      at + 1 < blocks.length
    ) {
      block.kind = 'title';
      title = true;
    } else if (
      !title &&
      article &&
      subject !== null &&
      endsSubject(content, subject) &&
      storyFollows(blocks, at)
    ) {
      block.kind = 'title';
      title = true;
    } else if (!title && article && standsAboveTitle(text, blocks, at, subject)) {
      block.kind = 'heading';
      block.level = 1;
    } else if (title || !article || !isShort(block) || !titleStandsBelow(text, blocks, at, subject))
      break;
  }
  return at;
}

/** As short as what papers print around a title: their section, how long the reading takes. */
function isShort({ start, end, lines }: Block): boolean {
  return lines <= 2 && end - start <= 80;
}

/** True when one of the next lines is the subject: what stands above it among other short lines is no title. */
function titleStandsBelow(
  text: string,
  blocks: readonly Block[],
  at: number,
  subject: string | null,
): boolean {
  if (subject === null) return false;
  for (let below = at + 1; below < Math.min(blocks.length, at + 6); below++) {
    const block = blocks[below]!;
    if (['date', 'url', 'byline', 'caption'].includes(block.kind)) continue;
    if (block.kind !== 'paragraph' || block.dated || block.end - block.start > 220) return false;
    const content = blockText(text, block);
    if (isHeadline(content, block) && matchesSubject(content, subject)) return true;
    if (!isShort(block)) return false;
  }
  return false;
}

/** An interview's first question is no deck: another one stands below its answer. */
function asksAgain(text: string, blocks: readonly Block[], at: number): boolean {
  return [at, at + 2].every((place) => {
    const block = blocks[place];
    return block?.kind === 'paragraph' && /[?？]["”»]?$/.test(blockText(text, block, 400));
  });
}

function isDeck(
  text: string,
  content: string,
  blocks: readonly Block[],
  at: number,
  subject: string | null,
): boolean {
  const block = blocks[at]!;
  if (block.lines > 4 || at + 1 >= blocks.length || /^[IVX]{1,5}\.\s/.test(content)) return false;
  if (subject !== null && isRestOfSubject(content, subject)) return true;
  if (isProtocolLabel(content) || asksAgain(text, blocks, at)) return false;
  if (isHeadline(content, block) && wordCount(content) >= 3) return true;
  return (
    content.length <= 240 &&
    (wordCount(content) >= 2 || blocks[at - 1]?.kind === 'title') &&
    (block.lines === 1 || content.length <= 160) &&
    (storyFollows(blocks, at) || blocks[at + 1]!.kind === 'date')
  );
}
