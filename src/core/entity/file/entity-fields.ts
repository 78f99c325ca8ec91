import schema from '../../../../schemas/entities.schema.json';
import { entityTypes, type EntityType } from '../entity';

/** What an entity file's keys and types mean, in a sentence each: as the JSON schema says it. */

const { entity, ignored } = schema.definitions;

export type EntityField = keyof typeof entity.properties;

/** The fields of an entity in the order in which they are written. */
export const entityFields = Object.keys(entity.properties) as readonly EntityField[];

const meanings: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  file: descriptions(schema.properties),
  entity: descriptions(entity.properties),
  match: descriptions(entity.properties.match.properties),
  ignored: descriptions(ignored.properties),
};

/** The map to which a key belongs: the file, an entity, its `match`, an item of `x-ignore`. */
export type KeyOwner = 'file' | 'entity' | 'match' | 'ignored';

/** The keys of a map with what they mean. */
export function keysOf(owner: KeyOwner): ReadonlyMap<string, string> {
  return meanings[owner]!;
}

/** What a type of entities takes in. */
export function typeMeaning(type: EntityType): string {
  return entity.properties.type.enumDescriptions[entityTypes.indexOf(type)]!;
}

function descriptions(
  properties: Readonly<Record<string, { readonly description: string }>>,
): ReadonlyMap<string, string> {
  return new Map(Object.entries(properties).map(([key, { description }]) => [key, description]));
}
