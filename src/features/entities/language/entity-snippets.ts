import * as vscode from 'vscode';
import type { Entity } from '../../../core/entity/entity';
import type { KeyOwner } from '../../../core/entity/file/entity-fields';
import { writeScalar } from '../../../core/annotation/yaml-scalar';

/** How a key is begun; the rest is left to the person, or to the list of its values. */
const keySnippets: Readonly<Record<KeyOwner, Readonly<Record<string, string>>>> = {
  file: {
    format: `format: archive-entities/1`,
    entities: 'entities:\n  $0',
    'x-ignore': 'x-ignore:\n  - $0',
  },
  entity: {
    aliases: 'aliases: [$1]',
    links: 'links: [$1]',
    coordinates: 'coordinates: [${1:latitude}, ${2:longitude}]',
    notes: 'notes: |\n  $0',
    match: 'match: { caseSensitive: ${1|true,false|} }',
  },
  match: { caseSensitive: 'caseSensitive: ${1|true,false|}' },
  ignored: {},
};

/** @param inFlow whether it stands within braces, on one line */
export function keySnippet(owner: KeyOwner, key: string, inFlow: boolean): vscode.SnippetString {
  const snippet = keySnippets[owner][key];
  const isUsable = snippet !== undefined && !(inFlow && snippet.includes('\n'));
  return new vscode.SnippetString(isUsable ? snippet : `${key}: `);
}

/** The types that a new entity is offered as by themselves. */
export const newEntityTypes = ['person', 'organization', 'place', 'event'] as const;

/**
 * A new entity's entry. Of an id that was typed already the name is made; otherwise the id is made of
 * the name, once that is written.
 *
 * @param id valid, or empty
 */
export function newEntitySnippet(
  type: (typeof newEntityTypes)[number],
  id: string,
): vscode.SnippetString {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const name = id.split('-').map(capital).join(' ');
  const made = '${1/([A-Za-z0-9]+)|([^A-Za-z0-9]+)/${1:/downcase}${2:+-}/g}';
  const first = id === '' ? `${made}:` : `${id}:`;
  const lines = [first, `  type: ${type}`, `  name: \${1:${name || 'Name'}}`];
  return new vscode.SnippetString([...lines, '  aliases: [$2]', '  description: $0'].join('\n'));
}

/** The entry of an entity that comes with the extension: what it knows is the file's from then on. */
export function knownEntitySnippet(entity: Entity): vscode.SnippetString {
  const { id, type, name, aliases, description, wikidata, coordinates } = entity;
  const scalar = (text: string) => writeScalar(text, 'block');
  const list = aliases.map((alias) => writeScalar(alias, 'flow')).join(', ');
  const lines = [
    `${id}:`,
    `  type: ${type}`,
    `  name: ${scalar(name)}`,
    ...(aliases.length > 0 ? [`  aliases: [${list}]`] : []),
    ...(description ? [`  description: ${scalar(description)}`] : []),
    ...(wikidata ? [`  wikidata: ${wikidata}`] : []),
    ...(coordinates ? [`  coordinates: [${coordinates.join(', ')}]`] : []),
  ];
  return new vscode.SnippetString().appendText(lines.join('\n'));
}
