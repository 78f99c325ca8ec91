import assert from 'node:assert/strict';
import type { Entity } from '../../../../src/core/entity/entity';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';
import { EntityRegistry } from '../../../../src/core/entity/registry';

function file(uri: string, body: string) {
  return { uri, file: parseEntityFile(`format: archive-entities/1\nentities:\n${body}`) };
}

const entity = (
  id: string,
  type: Entity['type'],
  name: string,
  aliases: string[] = [],
): Entity => ({
  id,
  type,
  name,
  aliases,
});

describe('EntityRegistry', () => {
  const mine = file(
    'a',
    '  georgia-wells:\n    type: person\n    name: Georgia Wells\n    aliases: [Georgia]\n  nato:\n    type: organization\n    name: NATO\n    description: Mine.\n',
  );
  const other = file(
    'b',
    '  nato:\n    type: organization\n    name: Other\n  kiev:\n    type: place\n    name: Kyiv\n',
  );
  const gazetteer = {
    entities: [
      entity('nato', 'organization', 'NATO'),
      entity('kyiv', 'place', 'Kyiv', ['Kiev']),
      entity('georgia', 'place', 'Georgia'),
    ],
  };
  const registry = new EntityRegistry([mine, other], gazetteer);

  it('prefers the files to the gazetteer, by id and by name', () => {
    assert.equal(registry.get('nato')?.description, 'Mine.');
    assert.equal(registry.source('nato'), 'file');
    assert.equal(registry.get('kyiv'), undefined);
    assert.equal(registry.source('georgia'), 'gazetteer');
    assert.deepEqual(
      registry.candidates('Kyiv').map(({ id }) => id),
      ['kiev'],
    );
  });

  it('keeps the facts of a place that stands in a file under its id and name', () => {
    const places = '  georgia:\n    type: place\n    name: Georgia\n    description: Mine.\n';
    const others = '  japan:\n    type: place\n    name: The band\n';
    const known = {
      entities: [
        { ...entity('georgia', 'place', 'Georgia'), facts: { capital: 'Tbilisi' } },
        { ...entity('japan', 'place', 'Japan'), facts: { capital: 'Tokyo' } },
      ],
    };
    const both = new EntityRegistry([file('c', places + others)], known);
    assert.equal(both.get('georgia')?.description, 'Mine.');
    assert.equal(both.get('georgia')?.facts?.capital, 'Tbilisi');
    assert.equal(both.source('georgia'), 'file');
    assert.equal(both.get('japan')?.facts, undefined);
  });

  it('gives every candidate of an alias, files first', () => {
    assert.deepEqual(
      registry.candidates('Georgia').map(({ id }) => id),
      ['georgia-wells', 'georgia'],
    );
    assert.deepEqual(registry.candidates('georgia'), []);
    assert.deepEqual(registry.candidates('__proto__'), []);
  });

  it('gives every definition of an id', () => {
    assert.deepEqual(
      registry.definitions('nato').map(({ uri }) => uri),
      ['a', 'b'],
    );
    assert.deepEqual(registry.definitions('georgia'), []);
  });
});
