import * as vscode from 'vscode';
import type { AnnotationKind } from '../../core/annotation/annotation';
import type { Host } from '../../host/host';
import type { AnnotationArguments } from './annotation-arguments';
import { kindPresentations, selectionKinds, writtenKinds } from './annotation-kinds';
import { askEntity } from './ask-entity';

/** What an annotation will say, complete. */
export interface AnnotationContent {
  readonly kind: AnnotationKind;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly entity?: string;
  readonly type?: string;
}

const lastKindKey = 'annotate.lastKind';

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
  const asked = given.kind === undefined;
  const kind = given.kind ?? (await askKind(host));
  if (!kind) return undefined;
  if (asked) await host.context.workspaceState.update(lastKindKey, kind);

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
    const written = await askNote(kind, quote);
    return written === undefined ? undefined : { ...content, note: written };
  }
  return content;
}

async function askKind(host: Host): Promise<AnnotationKind | undefined> {
  const last = host.context.workspaceState.get<AnnotationKind>(lastKindKey);
  const kinds = [...selectionKinds].sort((a, b) => Number(b === last) - Number(a === last));
  const items = kinds.map((kind) => {
    const { label, icon, description } = kindPresentations[kind];
    return { label: `$(${icon}) ${label}`, description, annotationKind: kind };
  });
  const placeHolder = vscode.l10n.t('What kind of annotation?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.annotationKind;
}

/** Asks for a note in one line; undefined when the user leaves. */
export async function askNote(
  kind: AnnotationKind,
  quote: string,
  value = '',
): Promise<string | undefined> {
  const about = quote.length > 60 ? `${quote.slice(0, 59)}…` : quote;
  const note = await vscode.window.showInputBox({
    title: kindPresentations[kind].label,
    prompt: about ? `“${about.replaceAll(/\s+/g, ' ')}”` : '',
    placeHolder: vscode.l10n.t('Markdown'),
    value: value.replaceAll('\n', ' ⏎ '),
    validateInput: (text) =>
      text.trim() === '' ? vscode.l10n.t('Write something, or press Escape to leave.') : undefined,
  });
  return note?.replaceAll(/ ?⏎ ?/g, '\n');
}
