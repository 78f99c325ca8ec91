import type { Block } from './block';
import type { LineGroup } from './line-group';
import { isUrlLine } from './url';

const closings =
  /^(?:(?:all the |very |with )?(?:best|warm(?:est)?|kind(?:est)?)(?: (?:regards|wishes))?|(?:with )?(?:many )?thanks(?: again| in advance)?|regards|(?:yours |very )?(?:sincerely|truly|faithfully)(?: yours)?|yours(?: (?:etc\.?|ever|always|aye|in \p{L}+))?|respectfully|cheers|love|cordially|mit (?:freundlichen|besten|herzlichen) grüßen?|(?:viele|beste|liebe|herzliche|schöne) grüße|gruß|(?:bien )?cordialement|(?:bien )?amicalement|bien à (?:vous|toi)|(?:un )?(?:saludos?|abrazo)(?: cordial(?:es)?)?|atentamente|cordiali saluti|saluti|atenciosamente|abraços|pozdrawiam|z poważaniem|з повагою|с уважением|met vriendelijke groet(?:en)?|vänliga hälsningar|med vennlig hilsen|敬具|مع التحية)[,.!،、]?$/iu;

/** The words that close a letter, alone on their line: "Kind regards,". */
function isClosing(text: string): boolean {
  return text.length <= 45 && closings.test(text.trim());
}

/**
 * True for the closing of a letter and the name below it, with or without a blank line between: they
 * are no run of paragraphs and no headings, however the text is set. They stay the letter's words: a
 * signature is what "-- " or a telephone sets apart (RFC 3676, 4.3).
 *
 * @param above the block above the run, if there is one.
 */
export function isClosingRun(
  group: LineGroup,
  from: number,
  to: number,
  above: Block | undefined,
): boolean {
  if (to - from > 6) return false;
  if (!isClosing(group.line(from, 50)) && !(above?.closing === true && from === 0)) return false;
  for (let line = from; line < to; line++)
    if (group.length(line) > 60 || isUrlLine(group.line(line))) return false;
  return true;
}
