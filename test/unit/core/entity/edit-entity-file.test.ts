import assert from 'node:assert/strict';
import {
  changeEntity,
  ignoreName,
  removeEntity,
} from '../../../../src/core/entity/edit-entity-file';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';

const file = `# Ours
format: archive-entities/1
entities:
  # tides
  tide:
    type: organization
    name: Tide   # by the sea
    aliases: [T, "The: Tide"]
    x-source: me
  sea:
    type: place
    name: Sea
    notes: |
      One.

      Two.
  last:
    type: other
    name: Last
# end
x-more: 1
`;

describe('editing an entity file', () => {
  it('removes a record and leaves every other byte', () => {
    const without = removeEntity(file, 'sea');
    assert.equal(without, file.replace(/ {2}sea:[^]*?(?= {2}last:)/, ''));
    const crlf = file.replaceAll('\n', '\r\n');
    assert.equal(removeEntity(crlf, 'sea'), without.replaceAll('\n', '\r\n'));
    const empty = removeEntity(
      'format: archive-entities/1\nentities:\n  a:\n    type: other\n    name: A',
      'a',
    );
    assert.equal(empty, 'format: archive-entities/1\nentities:\n');
  });

  it('changes a record, with its comments and unknown keys', () => {
    const changed = changeEntity(file, 'tide', { aliases: ['T', 'New'], wikidata: 'Q1' }, 'tides');
    assert.match(changed, /\n {2}# tides\n {2}tides:\n/);
    assert.match(changed, /aliases: \[ ?T, New ?\]/);
    assert.match(changed, /# by the sea/);
    assert.match(changed, /x-source: me\n/);
    const [entity] = parseEntityFile(changed).entities;
    assert.equal(entity?.entity.wikidata, 'Q1');
    assert.equal(changed.slice(changed.indexOf('  sea:')), file.slice(file.indexOf('  sea:')));
    const none = changeEntity(file, 'tide', { aliases: [] });
    assert.deepEqual(parseEntityFile(none).entities[0]?.entity.aliases, []);
  });

  it('adds names to x-ignore, as a new list or to one that is there', () => {
    const once = ignoreName(file, { name: 'Nice' });
    assert.ok(once.startsWith(file));
    assert.ok(once.endsWith('x-ignore:\n  - Nice\n'));
    const twice = ignoreName(once, { name: 'Reading: the town', in: 'a b.txt', message: 'm@x' });
    assert.deepEqual(parseEntityFile(twice).ignored, [
      { name: 'Nice' },
      { name: 'Reading: the town', in: 'a b.txt', message: 'm@x' },
    ]);
    const flow = ignoreName(
      'x-ignore: [A]\nformat: archive-entities/1\nentities:\n  a:\n    type: other\n    name: A\n',
      { name: 'B' },
    );
    assert.match(flow, /^x-ignore: \[ ?A, B ?\]\n/);
  });

  it('refuses what it cannot do safely', () => {
    const flow = 'format: archive-entities/1\nentities: {a: {type: other, name: A}}\n';
    assert.throws(() => removeEntity(flow, 'a'), /by hand/);
    assert.throws(() => changeEntity(flow, 'a', { name: 'B' }), /by hand/);
    assert.throws(() => removeEntity(file, 'nobody'), /no entity/);
    assert.throws(() => ignoreName(`${file}x-ignore: Nice\n`, { name: 'A' }), /no list/);
  });
});
