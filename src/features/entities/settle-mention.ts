import * as vscode from 'vscode';
import type { Entity } from '../../core/entity/entity';
import type { TextRange } from '../../core/text/text-range';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { whileFollowed } from '../../host/followed-ranges';
import type { Host } from '../../host/host';
import { sourceTextOf, toTextRange, type RangeLike } from '../../host/text-conversion';
import { addAnnotations } from '../annotate/annotate-command';
import { toUri } from '../annotate/annotation-arguments';
import { askEntity } from '../annotate/ask-entity';
import { entityIcons } from '../entity-icons';
import { mentionAt } from './entity-at';

export interface SettleArguments {
  readonly uri?: vscode.Uri | string;
  readonly range?: RangeLike;
  /** Entity id. */
  readonly entity?: string;
}

/**
 * Says which entity a name means here: writes an `entity` annotation, or changes the one that stands
 * there. Without arguments for the name at the cursor; the user picks. Resolves to the entity's id.
 */
export async function settleMention(
  host: Host,
  given: SettleArguments = {},
): Promise<string | undefined> {
  const { document, range: chosen } = await placeOf(host, given);
  const name = sourceTextOf(document).slice(chosen).replaceAll(/\s+/g, ' ');
  const ask = async () => given.entity ?? (await askMeaning(host, document, name));
  const { answer: entity, ranges } = await whileFollowed(document, [chosen], ask);
  if (!entity) return undefined;
  const range = ranges[0]!;
  const present = (await host.annotations.load(document)).find(
    ({ annotation, ranges: [first, ...others] }) =>
      annotation.kind === 'entity' &&
      others.length === 0 &&
      first?.start === range.start &&
      first.end === range.end,
  );
  if (present) {
    const modified = toTimestamp(Date.now());
    const { status, ...said } = present.annotation;
    // What somebody doubted or rejected was another entity.
    const kept = status === 'confirmed' ? { status } : {};
    const changed = { ...said, ...kept, entity, modified };
    await host.annotations.change(document, [{ replace: changed, base: present.annotation }]);
  } else {
    await addAnnotations(host, document, [[range]], { kind: 'entity', entity });
  }
  return entity;
}

async function placeOf(
  host: Host,
  given: SettleArguments,
): Promise<{ document: vscode.TextDocument; range: TextRange }> {
  if (given.uri && given.range) {
    const document = await vscode.workspace.openTextDocument(toUri(given.uri));
    return { document, range: toTextRange(sourceTextOf(document), given.range) };
  }
  const editor = vscode.window.activeTextEditor;
  const document = editor?.document;
  const offset = document && sourceTextOf(document).offsetAt(editor.selection.active);
  const mention = document && (await mentionAt(host, document, offset ?? 0));
  if (!mention) throw new Error(vscode.l10n.t('Place the cursor on a name first.'));
  return { document, range: mention };
}

/** What the name may mean, or any other entity. */
async function askMeaning(
  host: Host,
  document: vscode.TextDocument,
  name: string,
): Promise<string | undefined> {
  const registry = await host.entities.registry();
  const candidates = registry.candidates(name);
  if (candidates.length < 2) return askEntity(host, document, name);
  const row = ({ id, name: label, type, description }: Entity) => ({
    label: `$(${entityIcons[type]}) ${label}`,
    description: id,
    detail: description ?? '',
    id: id as string | undefined,
  });
  const other = { label: vscode.l10n.t('Another entity…'), id: undefined };
  const placeHolder = vscode.l10n.t('Which “{0}” is this?', name);
  const picked = await vscode.window.showQuickPick([...candidates.map(row), other], {
    placeHolder,
  });
  if (picked === other) return askEntity(host, document, name);
  return picked?.id;
}
