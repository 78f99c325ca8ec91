import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { newAnnotation } from '../../core/annotation/new-annotation';
import { findWholeWordOccurrences } from '../../core/text/occurrences';
import type { SourceText } from '../../core/text/source-text';
import type { TextRange } from '../../core/text/text-range';
import { shorten } from '../../core/text/shorten';
import { authorOf } from '../../host/author';
import { whileFollowed } from '../../host/followed-ranges';
import type { Host } from '../../host/host';
import { sourceTextOf, toTextRange } from '../../host/text-conversion';
import type { AnnotationContent } from './annotation-content';
import { askAnnotation } from './ask-annotation';
import { annotationCount } from './describe-annotation';
import { lastContent } from './last-annotation';
import { targetOf, type AnnotationArguments } from './annotation-arguments';

/** Makes one annotation on the given or selected passage; resolves to its id. */
export async function annotate(
  host: Host,
  given: AnnotationArguments = {},
): Promise<string | undefined> {
  if (given.kind === 'relation') {
    throw new Error(vscode.l10n.t('A relation is between two annotations: relate one to another.'));
  }
  const { document, ranges } = await targetOf(given);
  const source = sourceTextOf(document);
  const textRanges = ranges.map((range) => toTextRange(source, range));
  if (given.kind !== 'document') requirePassage(textRanges);
  const passage = passageText(source, textRanges);
  const { answer: content, ranges: followed } = await whileFollowed(document, textRanges, () =>
    askAnnotation(host, document, passage, given),
  );
  if (!content) return undefined;
  const target = content.kind === 'document' ? [] : followed;
  const [id] = await addAnnotations(host, document, [target], content);
  return id;
}

/** Annotates the source itself, not a passage of it; resolves to the id. */
export async function annotateDocument(
  host: Host,
  given: AnnotationArguments = {},
): Promise<string | undefined> {
  return annotate(host, { ...given, kind: 'document' });
}

/**
 * Annotates the passage as the last one was: kind, tags and type; resolves to the id. The entity is the
 * same where the passage is one of its names, else the one that has this name, else it is asked for.
 */
export async function repeatAnnotation(
  host: Host,
  given: AnnotationArguments = {},
): Promise<string | undefined> {
  const { entity, ...last } = lastContent(host) ?? {};
  if (entity === undefined) return annotate(host, { ...last, ...given });
  const { document, ranges } = await targetOf(given);
  const source = sourceTextOf(document);
  const quote = passageText(
    source,
    ranges.map((range) => toTextRange(source, range)),
  );
  const named = (await host.entities.registry()).candidates(quote).map(({ id }) => id);
  const meant = named.includes(entity) ? entity : named.length === 1 ? named[0] : undefined;
  return annotate(host, { ...last, ...(meant === undefined ? {} : { entity: meant }), ...given });
}

/** Makes the same annotation on every whole-word occurrence of the passage; resolves to their ids. */
export async function annotateAll(
  host: Host,
  given: AnnotationArguments = {},
): Promise<string[] | undefined> {
  const { document, ranges } = await targetOf(given);
  const source = sourceTextOf(document);
  const [first] = ranges.map((range) => toTextRange(source, range));
  requirePassage(first ? [first] : []);
  const quote = source.slice(first!);
  const content = await askAnnotation(host, document, quote, given);
  if (!content) return undefined;
  const taken = new Set(
    (await host.annotations.load(document))
      .filter(({ annotation }) => isSame(annotation, content))
      .map(({ ranges: [range] }) => range?.start),
  );
  const { text } = sourceTextOf(document);
  const places = findWholeWordOccurrences(text, quote).filter((range) => !taken.has(range.start));
  const ids = await addAnnotations(
    host,
    document,
    places.map((range) => [range]),
    content,
  );
  void vscode.window.setStatusBarMessage(
    vscode.l10n.t('{0} of “{1}”', annotationCount(ids.length), shorten(quote, 60)),
    5000,
  );
  return ids;
}

function isSame(annotation: Annotation, content: AnnotationContent): boolean {
  return annotation.kind === content.kind && annotation.entity === content.entity;
}

function passageText(source: SourceText, ranges: readonly TextRange[]): string {
  return ranges.map((range) => source.slice(range)).join(' … ');
}

/** What to do when nothing is selected. */
export function noPassage(): string {
  return vscode.l10n.t('Select the passage that the annotation is about.');
}

function requirePassage(ranges: readonly TextRange[]): void {
  if (ranges.length === 0 || ranges.some((range) => range.end <= range.start)) {
    throw new Error(noPassage());
  }
}

/** Writes several annotations that say the same in one change; resolves to their ids. */
export async function addAnnotations(
  host: Host,
  document: vscode.TextDocument,
  targets: readonly (readonly TextRange[])[],
  content: AnnotationContent,
): Promise<string[]> {
  const source = sourceTextOf(document);
  const by = await authorOf(host.git, document.uri);
  const annotations = targets.map((ranges) =>
    newAnnotation({ ...content, source, ranges, ...(by ? { by } : {}) }),
  );
  await host.annotations.change(
    document,
    annotations.map((annotation) => ({ add: annotation })),
  );
  return annotations.map(({ id }) => id);
}
