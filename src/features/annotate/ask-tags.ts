import * as vscode from 'vscode';
import type { KnownTerm } from '../../core/annotation/known-terms';

interface TermItem extends vscode.QuickPickItem {
  readonly term: string;
}

/**
 * Asks for tags from a list in which several can be checked. Typing goes to the first tag that has what
 * is typed; what no tag has can be taken as a new one. Enter takes the checked ones and, after typing,
 * the one that it is on. Undefined when the user leaves.
 */
export function askTags(
  known: readonly KnownTerm[],
  chosen: readonly string[],
): Promise<string[] | undefined> {
  const pick = vscode.window.createQuickPick<TermItem>();
  pick.canSelectMany = true;
  pick.title = vscode.l10n.t('Tags');
  pick.placeholder = vscode.l10n.t('Check tags (Space), or type one and press Enter');
  pick.matchOnDescription = true;
  const missing = chosen.filter((term) => !known.some(({ name }) => name === term));
  const all = [...missing.map((name) => ({ label: name, term: name })), ...known.map(termItem)];
  const show = (selected: readonly string[]) => {
    const typed = pick.value.trim();
    const fresh = typed !== '' && !all.some(({ term }) => term === typed);
    const added = selected.filter((name) => !all.some(({ term }) => term === name));
    const typedItem = fresh && !added.includes(typed) ? [newItem(typed)] : [];
    pick.items = [...added.map(newItem), ...all, ...typedItem];
    pick.selectedItems = pick.items.filter(({ term }) => selected.includes(term));
    pick.activeItems =
      typed === '' ? [] : pick.items.filter(({ term }) => has(term, typed)).slice(0, 1);
  };
  const selected = () => pick.selectedItems.map(({ term }) => term);
  const accepted = () => {
    const active = pick.value.trim() === '' ? [] : pick.activeItems.map(({ term }) => term);
    return [...new Set([...selected(), ...active])];
  };
  show(chosen);
  return new Promise((resolve) => {
    const end = (tags: string[] | undefined) => {
      resolve(tags);
      pick.dispose();
    };
    pick.onDidChangeValue(() => show(selected()));
    pick.onDidAccept(() => end(accepted()));
    pick.onDidHide(() => end(undefined));
    pick.show();
  });
}

function has(term: string, typed: string): boolean {
  return term.toLowerCase().includes(typed.toLowerCase());
}

/**
 * Asks for one term, known or new; an empty answer stands for none. Undefined when the user leaves.
 *
 * @param present the term that there is; none may be chosen instead of it
 * @param title above the list; with one of its own there need not be a term at all
 */
export function askType(
  known: readonly KnownTerm[],
  present: string | undefined,
  title?: string,
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<TermItem>();
  pick.title = title ?? vscode.l10n.t('Type');
  pick.placeholder = present ?? vscode.l10n.t('Choose a type, or type a new one');
  pick.matchOnDescription = true;
  const none = { label: `$(circle-slash) ${vscode.l10n.t('No type')}`, term: '' };
  const show = () => {
    const typed = pick.value.trim();
    const fresh = typed !== '' && !known.some(({ name }) => name === typed);
    pick.items = [
      ...known.map(termItem),
      ...(fresh ? [newItem(typed)] : []),
      ...((present ?? title) && typed === '' ? [none] : []),
    ];
  };
  show();
  return new Promise((resolve) => {
    const end = (type: string | undefined) => {
      resolve(type);
      pick.dispose();
    };
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => end(pick.selectedItems[0]?.term));
    pick.onDidHide(() => end(undefined));
    pick.show();
  });
}

function termItem({ name, description, uses, inVocabulary }: KnownTerm): TermItem {
  const count = uses > 0 ? vscode.l10n.t('used {0}×', uses) : '';
  const origin = inVocabulary ? '' : vscode.l10n.t('not in the vocabulary');
  return {
    label: name,
    term: name,
    description: [description, count, origin].filter(Boolean).join(' · '),
  };
}

function newItem(name: string): TermItem {
  return { label: name, term: name, description: vscode.l10n.t('new'), alwaysShow: true };
}
