import * as vscode from 'vscode';
import type { FilledField, Proposal, Proposals } from '../../core/entity/look-up/fill-entity';
import type { ItemDate } from '../../core/entity/look-up/item-statements';

/** What each field is called where something is taken over. */
export function fieldLabel(field: FilledField): string {
  const labels: Record<FilledField, string> = {
    wikidata: vscode.l10n.t('Wikidata id'),
    description: vscode.l10n.t('Description'),
    aliases: vscode.l10n.t('Other name'),
    coordinates: vscode.l10n.t('Coordinates'),
    notes: vscode.l10n.t('Notes'),
  };
  return labels[field];
}

const icons: Record<FilledField, string> = {
  wikidata: 'link-external',
  description: 'info',
  aliases: 'symbol-string',
  coordinates: 'globe',
  notes: 'note',
};

/**
 * Shows what an item offers and lets the user leave out what is not wanted. Names that are common
 * words, or belong to another entity, are not ticked. Undefined when the user leaves.
 */
export async function chooseFacts(
  name: string,
  item: string,
  { missing, differing }: Proposals,
): Promise<readonly Proposal[] | undefined> {
  const items = missing.map((proposal) => ({
    label: `$(${icons[proposal.field]}) ${fieldLabel(proposal.field)}`,
    description: proposal.text,
    picked: proposal.isSafe,
    proposal,
  }));
  const stays = differing.map(fieldLabel).join(', ');
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('“{0}” from {1}', name, item),
    placeHolder: stays
      ? vscode.l10n.t('What is written into the entity file? Stays as it is: {0}', stays)
      : vscode.l10n.t('What is written into the entity file?'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.map(({ proposal }) => proposal);
}

/** An item's dates as a sentence for an entity's notes; empty when there are none. */
export function datesText(dates: readonly ItemDate[]): string {
  const texts: Record<ItemDate['kind'], (date: string) => string> = {
    born: (date) => vscode.l10n.t('Born {0}.', date),
    died: (date) => vscode.l10n.t('Died {0}.', date),
    founded: (date) => vscode.l10n.t('Founded {0}.', date),
    dissolved: (date) => vscode.l10n.t('Dissolved {0}.', date),
    began: (date) => vscode.l10n.t('Began {0}.', date),
    ended: (date) => vscode.l10n.t('Ended {0}.', date),
    on: (date) => vscode.l10n.t('On {0}.', date),
    published: (date) => vscode.l10n.t('Published {0}.', date),
  };
  return dates.map(({ kind, date }) => texts[kind](date)).join(' ');
}
