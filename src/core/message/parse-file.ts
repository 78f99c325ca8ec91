import type { SourceText } from '../text/source-text';
import { detectionSample, detectKind } from './detect';
import { parseExtracted } from './extracted/parse-extracted';
import { parseArchiveHtml } from './html/parse-archive-html';
import { parseMail } from './mail/parse-mail';
import { parseMbox } from './mbox/parse-mbox';
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
  const { kind, reason } = detectKind(source.text.slice(0, detectionSample), fileName);
  return { kind, reason, messages: parseMessages(source, kind) };
}
