import assert from 'node:assert/strict';
import { atOnce } from '../../../../src/core/in-slices';
import type { Entity } from '../../../../src/core/entity/entity';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';
import { EntityRegistry } from '../../../../src/core/entity/registry';
import { searchEntities } from '../../../../src/core/entity/search-entities';

const file = parseEntityFile(`format: archive-entities/1
entities:
  tide-office:
    type: organization
    name: Office of Tides
    aliases: [Tide Office, OT]
  jose-mar:
    type: person
    name: José del Mar
`);
const gazetteer: Entity[] = [
  { id: 'tideland', type: 'place', name: 'Tideland', aliases: [], facts: { countryCode: 'TL' } },
  {
    id: 'tlon',
    type: 'place',
    name: 'Tlön',
    aliases: [],
    facts: { countryCode: 'TL', country: 'Tideland' },
  },
];
const registry = new EntityRegistry([{ uri: 'file:///entities.yaml', file }], {
  entities: gazetteer,
});

const search = (query: string, most = 10, onlyFiles = false) =>
  atOnce(searchEntities(registry, query, { most, onlyFiles })).map(
    ({ entity, name, source }) => `${entity.id} ${name} ${source}`,
  );

describe('searchEntities', () => {
  it('finds names, aliases and ids in any case and without diacritics', () => {
    assert.deepEqual(search('office of tides'), ['tide-office Office of Tides file']);
    assert.deepEqual(
      search('ot'),
      ['tide-office OT file', 'jose-mar José del Mar file'].slice(0, 1),
    );
    assert.deepEqual(search('jose'), ['jose-mar José del Mar file']);
    assert.deepEqual(search('JOSE-mar'), ['jose-mar José del Mar file']);
    assert.deepEqual(search('mar jo'), ['jose-mar José del Mar file']);
    assert.deepEqual(search('tlon'), ['tlon Tlön gazetteer']);
  });

  it('puts the best fit first, and of equals those of the files', () => {
    assert.deepEqual(search('tide'), [
      'tide-office Tide Office file',
      'tideland Tideland gazetteer',
    ]);
    assert.deepEqual(search('tl')[0], 'tideland Tideland gazetteer');
    assert.deepEqual(search('tide', 1), ['tide-office Tide Office file']);
    assert.deepEqual(search('tide', 10, true), ['tide-office Tide Office file']);
  });

  it('gives everything for nothing, and nothing for what fits in no way', () => {
    assert.equal(search('').length, 4);
    assert.deepEqual(search('zzz'), []);
    assert.deepEqual(search('.*'), []);
  });
});
