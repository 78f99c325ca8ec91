import * as vscode from 'vscode';
import { toUri } from '../annotate/annotation-arguments';
import type { Host } from '../../host/host';
import { findEntity, type EntityReference, type FoundEntity } from '../entities/find-entity';
import { entityAt, entitySelector, mentionAt } from '../entities/entity-at';
import { messageLanguage } from '../../host/messages';
import { sourceTextOf } from '../../host/text-conversion';

/**
 * What is looked up: the argument's entity or name, else the selected words, else the name at the
 * cursor, else one that the user types. Undefined when the user leaves.
 */
export async function lookUpTarget(
  host: Host,
  given: EntityReference,
): Promise<FoundEntity | undefined> {
  if (given.id || given.name) return findEntity(host, given);
  const editor = vscode.window.activeTextEditor;
  const uri = given.uri ? toUri(given.uri) : editor?.document.uri;
  const from = uri ? { uri } : {};
  if (editor) {
    const { document, selection } = editor;
    const selected = document.getText(selection).replaceAll(/\s+/g, ' ').trim();
    const isNamed = await isOnName(host, editor);
    if (selected !== '' && !isNamed) return { name: selected, names: [selected], ...from };
    if (isNamed) return findEntity(host, from);
  }
  const prompt = vscode.l10n.t('Which name is looked up?');
  const name = (await vscode.window.showInputBox({ prompt }))?.trim();
  return name ? { name, names: [name], ...from } : undefined;
}

/** Whether a name, or an entity's id, stands at the cursor and is just what is selected, if anything. */
async function isOnName(host: Host, { document, selection }: vscode.TextEditor): Promise<boolean> {
  if (document.languageId === messageLanguage) {
    const source = sourceTextOf(document);
    const mention = await mentionAt(host, document, source.offsetAt(selection.active));
    if (!mention || selection.isEmpty) return mention !== undefined;
    const [start, end] = [source.offsetAt(selection.start), source.offsetAt(selection.end)];
    return mention.start === start && mention.end === end;
  }
  if (vscode.languages.match(entitySelector, document) === 0) return false;
  return (await entityAt(host, document, selection.active)) !== undefined;
}
