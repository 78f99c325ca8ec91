import assert from 'node:assert/strict';
import type { Entity } from '../../../../../src/core/entity/entity';
import { parseEntityFile } from '../../../../../src/core/entity/entity-file';
import { emptyEntityFile } from '../../../../../src/core/entity/add-entity';
import {
  addFilledEntity,
  fillEntity,
  proposalsFor,
} from '../../../../../src/core/entity/look-up/fill-entity';
import { itemOf } from '../../../../../src/core/entity/look-up/item-answer';
import { ebbgateBureau } from '../../../../fixtures/wikidata-answers';

const item = itemOf(ebbgateBureau, ['en', 'mul']);
const founded = 'Founded 1904-05-02.';
const nobody = () => false;
const file = [
  'format: archive-entities/1',
  'entities:',
  '  # The office on the quay.',
  '  ebbgate-bureau:',
  '    type: organization',
  '    name: Ebbgate Bureau',
  '    aliases: [TWB]',
  '    description: Our own words. # kept',
  '',
].join('\n');
const entityOf = (text: string): Entity => parseEntityFile(text).entities[0]!.entity;

describe('filling an entity from an item', () => {
  it('proposes what is missing, leaves what differs, and ticks no common word', () => {
    const { missing, differing } = proposalsFor(entityOf(file), item, founded, nobody);
    assert.deepEqual(
      missing.map(({ field, text, isSafe }) => [field, text, isSafe]),
      [
        ['wikidata', 'Q900001', true],
        ['coordinates', '54.321, -3.1235', true],
        ['notes', founded, true],
        ['aliases', 'Bureau of Tides', true],
        ['aliases', 'the bureau', false],
      ],
    );
    assert.deepEqual(differing, ['description']);
    const taken = proposalsFor(entityOf(file), item, '', (name) => name === 'Bureau of Tides');
    assert.equal(taken.missing.find(({ text }) => text === 'Bureau of Tides')?.isSafe, false);
  });

  it('writes what was chosen and touches nothing else', () => {
    const { missing } = proposalsFor(entityOf(file), item, founded, nobody);
    const chosen = missing.filter(({ isSafe }) => isSafe);
    const filled = fillEntity(file, 'ebbgate-bureau', item, chosen);
    assert.deepEqual(entityOf(filled), {
      id: 'ebbgate-bureau',
      type: 'organization',
      name: 'Ebbgate Bureau',
      aliases: ['TWB', 'Bureau of Tides'],
      description: 'Our own words.',
      wikidata: 'Q900001',
      coordinates: [54.321, -3.1235],
      notes: founded,
    });
    assert.match(filled, /# The office on the quay\.\n/);
    assert.match(filled, /description: Our own words\. # kept\n/);
    assert.deepEqual(parseEntityFile(filled).problems, []);
    assert.equal(fillEntity(filled, 'ebbgate-bureau', item, chosen), filled);
  });

  it('fills only what is still missing when somebody wrote meanwhile', () => {
    const { missing } = proposalsFor(entityOf(file), item, founded, nobody);
    const meanwhile = `${file}    wikidata: Q1\n`;
    const filled = fillEntity(meanwhile, 'ebbgate-bureau', item, missing);
    assert.equal(entityOf(filled).wikidata, 'Q1');
    assert.throws(() => fillEntity(emptyEntityFile, 'ebbgate-bureau', item, missing), /no entity/);
  });

  it('makes a new entry, whatever the values hold', () => {
    const hostile = itemOf(
      {
        entities: {
          Q9: {
            id: 'Q9',
            labels: { en: { value: 'A: B # "c"' } },
            descriptions: { en: { value: '!!js/function &anchor *alias {x: [command:y](z)}' } },
            aliases: { en: [{ value: '- item' }, { value: '<<: *x' }, { value: 'null' }] },
          },
        },
      },
      ['en', 'mul'],
    );
    const entity: Entity = { id: 'a-b', type: 'other', name: 'A: B # "c"', aliases: [] };
    const { missing } = proposalsFor(entity, hostile, '', nobody);
    const text = addFilledEntity(emptyEntityFile, entity, hostile, missing);
    assert.deepEqual(parseEntityFile(text).problems, []);
    assert.deepEqual(entityOf(text), {
      id: 'a-b',
      type: 'other',
      name: 'A: B # "c"',
      aliases: ['- item', '<<: *x', 'null'],
      description: '!!js/function &anchor *alias {x: [command:y](z)}',
      wikidata: 'Q9',
    });
  });
});
