import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addEntity, emptyEntityFile, entityIdFor } from '../../../../src/core/entity/add-entity';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';
import type { Entity } from '../../../../src/core/entity/entity';

const entity: Entity = { id: 'esbrook', type: 'place', name: 'Esbrook', aliases: ['ESB'] };

describe('addEntity', () => {
  it('adds to an empty file and after the last entity, and leaves every other byte', () => {
    const first = addEntity(emptyEntityFile, entity);
    const commented = `# mine\n${first}# the end\n`;
    const second = addEntity(commented, { ...entity, id: 'nyhamn', name: 'Nyhamn', aliases: [] });
    const { entities, problems } = parseEntityFile(second);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      entities.map((record) => record.entity.id),
      ['esbrook', 'nyhamn'],
    );
    assert.ok(second.startsWith(commented.slice(0, commented.indexOf('# the end'))));
    assert.ok(second.includes('# the end'));
  });

  it('keeps the indentation and the line ends of the file', () => {
    const text =
      'format: archive-entities/1\r\nentities:\r\n    a:\r\n        type: place\r\n        name: A\r\n';
    const changed = addEntity(text, entity);
    assert.ok(changed.startsWith(text));
    assert.match(changed, /\r\n {4}esbrook:\r\n {6}type: place\r\n/);
    assert.doesNotMatch(changed, /[^\r]\n/);
  });

  it('refuses what it cannot do safely', () => {
    assert.throws(() => addEntity('entities: {a: {type: place, name: A}}\n', entity), /by hand/);
    assert.throws(() => addEntity('entities: [\n', entity), /broken/);
    assert.throws(() => addEntity(addEntity(emptyEntityFile, entity), entity), /exists already/);
  });

  it('writes any name so that it is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const safe = name.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
        if (safe === '') return;
        const [record] = parseEntityFile(
          addEntity(emptyEntityFile, { ...entity, name: safe }),
        ).entities;
        assert.equal(record?.entity.name, safe);
      }),
    );
  });
});

describe('entityIdFor', () => {
  it('makes an id of the design’s form that is not taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const id = entityIdFor(name, (taken) => taken === 'entity');
        assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
    assert.equal(
      entityIdFor('Željko Ž. Öz', () => false),
      'zeljko-z-oz',
    );
    assert.equal(
      entityIdFor('NATO', (id) => id === 'nato'),
      'nato-2',
    );
  });
});
