import { atOnce } from '../in-slices';
import type { SourceText } from '../text/source-text';
import { detectionSample, detectKind } from './detect';
import { parseExtracted } from './extracted/parse-extracted';
import { parseArchiveHtml } from './html/parse-archive-html';
import { parseMail } from './mail/parse-mail';
import { parseMbox, parseMboxInSteps } from './mbox/parse-mbox';
import type { FileKind, Message, ParsedFile } from './message';

/** Reads the messages of a source that is of a known kind. */
export function parseMessages(source: SourceText, kind: FileKind): Message[] {
  switch (kind) {
    case 'message':
      return [parseMail(source, { start: 0, end: source.length })];
    case 'mbox':
      return parseMbox(source);
    case 'html':
      return parseArchiveHtml(source);
    case 'extracted':
    case 'plain':
      return [parseExtracted(source.text, kind)];
  }
}

/**
 * Reads a source as archived messages: finds out how it stores them, then reads them that way. Never
 * throws; a text that is no archive at all is one message of paragraphs, so that it can be annotated.
 *
 * @param fileName last segment of the path; it only helps where the content leaves doubt.
 */
export function parseFile(source: SourceText, fileName?: string): ParsedFile {
  return atOnce(parseFileInSteps(source, fileName));
}

/**
 * `parseFile` in steps, for `inSlices`: of a few milliseconds each for an mbox, which may be of any
 * size; a message that stands alone in its file is one step.
 */
export function* parseFileInSteps(
  source: SourceText,
  fileName?: string,
): Generator<void, ParsedFile> {
  const { kind, reason } = detectKind(source.text.slice(0, detectionSample), fileName);
  yield;
  const messages = kind === 'mbox' ? yield* parseMboxInSteps(source) : parseMessages(source, kind);
  return { kind, reason, messages };
}
