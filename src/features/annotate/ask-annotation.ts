import * as vscode from 'vscode';
import type { AnnotationKind } from '../../core/annotation/annotation';
import type { Host } from '../../host/host';
import type { AnnotationArguments } from './annotation-arguments';
import type { AnnotationContent } from './annotation-content';
import { kindPresentations, selectionKinds, writtenKinds } from './annotation-kinds';
import { askEntity } from './ask-entity';
import { askNote } from './ask-note';
import { knownTermsOf } from './known-terms-of';
import { lastContent, rememberContent } from './last-annotation';

const offeredKinds = [...selectionKinds, 'document'] as const;

/**
 * Completes a command's arguments by asking for what is missing: the kind (the last used comes
 * first), then the note or the entity. Undefined when the user leaves.
 */
export async function askAnnotation(
  host: Host,
  document: vscode.TextDocument,
  quote: string,
  given: AnnotationArguments,
): Promise<AnnotationContent | undefined> {
  const kind = given.kind ?? (await askKind(offeredKinds, lastContent(host)?.kind));
  if (!kind) return undefined;
  const content = await complete(host, document, quote, given, kind);
  if (content) await rememberContent(host, content);
  return content;
}

async function complete(
  host: Host,
  document: vscode.TextDocument,
  quote: string,
  given: AnnotationArguments,
  kind: AnnotationKind,
): Promise<AnnotationContent | undefined> {
  const { note, entity, tags, type } = given;
  const content = {
    kind,
    ...(tags ? { tags } : {}),
    ...(type ? { type } : {}),
    ...(note !== undefined ? { note } : {}),
    ...(entity ? { entity } : {}),
  };
  if (kind === 'entity' && !entity) {
    const chosen = await askEntity(host, document, quote);
    return chosen ? { ...content, entity: chosen } : undefined;
  }
  if (writtenKinds.has(kind) && note === undefined) {
    const written = await askNote({
      kind,
      quote,
      tags: await knownTermsOf(host, document, 'tags'),
    });
    if (!written) return undefined;
    const { note: text, tags: typed } = written;
    const all = [...new Set([...(tags ?? []), ...typed])];
    return {
      ...content,
      ...(text ? { note: text } : {}),
      ...(all.length > 0 ? { tags: all } : {}),
    };
  }
  return content;
}

/** Asks for a kind; the one given comes first. */
export async function askKind<Kind extends AnnotationKind>(
  kinds: readonly Kind[],
  first: AnnotationKind | undefined,
): Promise<Kind | undefined> {
  const sorted = [...kinds].sort((a, b) => Number(b === first) - Number(a === first));
  const items = sorted.map((kind) => {
    const { label, icon, description } = kindPresentations[kind];
    return { label: `$(${icon}) ${label}`, description, annotationKind: kind };
  });
  const placeHolder = vscode.l10n.t('What kind of annotation?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.annotationKind;
}
