import type { SourceText } from '../text/source-text';
import { detectionSample, detectKind } from './detect';
import { parseExtracted } from './extracted/parse-extracted';
import type { FileKind, Message, ParsedFile } from './message';

/** Reads the messages of a source that is of a known kind. */
export function parseMessages(source: SourceText, kind: FileKind): Message[] {
  return [parseExtracted(source.text, kind === 'extracted' ? kind : 'plain')];
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
