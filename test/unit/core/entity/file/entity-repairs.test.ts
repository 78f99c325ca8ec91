import assert from 'node:assert/strict';
import { parseEntityFile } from '../../../../../src/core/entity/entity-file';
import { repairsFor } from '../../../../../src/core/entity/file/entity-repairs';

const file = (...lines: string[]) =>
  ['format: archive-entities/1', 'entities:', ...lines, ''].join('\n');

/** The repairs of the first problem with a code: their titles, and the entry that the first one makes. */
function repair(text: string, code: string) {
  const before = parseEntityFile(text);
  const problem = before.problems.find((it) => it.code === code);
  assert.ok(problem, `${code}: ${before.problems.map((it) => it.code).join()}`);
  const taken = new Set(before.entities.map(({ entity }) => entity.id));
  const repairs = repairsFor(problem, text, (id) => taken.has(id));
  const texts = repairs.map(
    ({ range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end),
  );
  const count = (of: string) =>
    parseEntityFile(of).problems.filter((it) => it.code === code).length;
  for (const [index, mended] of texts.entries()) {
    assert.ok(count(mended) < count(text), `${repairs[index]!.title}:\n${mended}`);
    for (const { entity } of before.entities) {
      const after = parseEntityFile(mended).entities.find((it) => it.entity.id === entity.id);
      assert.equal(after?.entity.name, entity.name, mended);
    }
  }
  return {
    titles: repairs.map(({ title }) => title),
    text: texts[0],
    preferred: repairs[0]?.isPreferred,
  };
}

const one = (...fields: string[]) =>
  file('  one:', '    type: person', '    name: One', ...fields.map((it) => `    ${it}`));

describe('repairsFor', () => {
  it('offers the nearest types, and all where none is near', () => {
    const near = repair(file('  one:', '    type: organisation', '    name: One'), 'unknown-type');
    assert.deepEqual(near.titles, ['Change the type to “organization”']);
    assert.equal(near.preferred, true);
    const synonym = repair(file('  one: { type: City, name: One }'), 'unknown-type');
    assert.match(synonym.text!, /type: place,/);
    const none = repair(file('  one:', '    type: zzzzzz', '    name: One'), 'unknown-type');
    assert.equal(none.titles.length, 8);
    assert.equal(none.preferred, undefined);
  });

  it('adds what is missing with the indentation of the entry', () => {
    const type = repair(file('  one:', '      name: One'), 'unknown-type');
    assert.match(type.text!, /\n {2}one:\n {6}type: person\n {6}name: One\n/);
    const name = repair(file('  jens-stoltenberg: # who?', '    type: person'), 'no-name');
    assert.match(name.text!, /who\?\n {4}name: Jens Stoltenberg\n {4}type: person\n/);
    const both = repair(
      file('  tide-office:', '  two:', '    type: other', '    name: Two'),
      'not-a-map',
    );
    assert.match(both.text!, /\n {2}tide-office:\n {4}type: other\n {4}name: Tide Office\n {2}two/);
    assert.match(repair('entities:\n', 'format').text!, /^format: archive-entities\/1\nentities/);
    assert.deepEqual(repair('format: archive-entities/9\nentities:\n', 'format').titles, []);
  });

  it('makes ids valid and free', () => {
    const bad = repair(file('  Jens Stoltenberg:', '    type: person', '    name: J'), 'bad-id');
    assert.match(bad.text!, /\n {2}jens-stoltenberg:\n/);
    const entry = ['    type: person', '    name: One'];
    const twice = repair(file('  one:', ...entry, '  one:', ...entry), 'duplicate-id');
    assert.match(twice.text!, /\n {2}one-2:\n/);
    const quoted = repair(file('  "José B.":', '    type: person', '    name: J'), 'bad-id');
    assert.match(quoted.text!, /\n {2}jose-b:\n/);
  });

  it('mends fields and lists', () => {
    assert.match(repair(one('alias: [x]'), 'unknown-field').text!, /\n {4}aliases: \[x\]\n/);
    assert.deepEqual(repair(one('colour: red'), 'unknown-field').titles, [
      'Keep it as a field of your own, “x-colour”',
    ]);
    const twice = one('notes: |', '  a', '', '  b', 'name: Two', 'links: []');
    assert.equal(
      repair(twice, 'duplicate-field').text,
      one('notes: |', '  a', '', '  b', 'links: []'),
    );
    assert.equal(repair(one('aliases: [a, "", b]'), 'empty-alias').text, one('aliases: [a, b]'));
    assert.equal(repair(one('aliases: [a, ""]'), 'empty-alias').text, one('aliases: [a]'));
    assert.equal(
      repair(one('aliases:', '  - a', '  - ""'), 'empty-alias').text,
      one('aliases:', '  - a'),
    );
    assert.match(repair(one('aliases: Uno'), 'not-a-list').text!, /aliases: \[Uno\]/);
    assert.match(repair(one('match: loud'), 'bad-match').text!, /match: { caseSensitive: true }/);
    const shared = file(
      '  one: { type: person, name: One }',
      '  two:',
      '    type: person',
      '    name: Two',
      '    aliases: [Uno, One]',
    );
    assert.match(repair(shared, 'shared-alias').text!, /aliases: \[Uno\]/);
  });

  it('mends values that say what they mean in another way', () => {
    const value = (field: string, code: string) =>
      repair(one(field), code).text?.split('\n').at(-2);
    const wikidata = (it: string) => value(`wikidata: ${it}`, 'bad-wikidata');
    assert.equal(wikidata('https://www.wikidata.org/wiki/Q57665'), '    wikidata: Q57665');
    assert.equal(wikidata('q12'), '    wikidata: Q12');
    assert.equal(wikidata('12'), '    wikidata: Q12');
    assert.equal(wikidata('Jens'), undefined);
    const link = (it: string) => value(`links: [${it}]`, 'bad-link');
    assert.equal(link('www.nato.int/a?b'), '    links: [https://www.nato.int/a?b]');
    assert.equal(link('"javascript:alert(1)"'), undefined);
    const coordinates = (it: string) => value(`coordinates: ${it}`, 'bad-coordinates');
    assert.equal(coordinates('"59.91, 10.75"'), '    coordinates: [59.91, 10.75]');
    assert.equal(coordinates('[139.7, 35.7]'), '    coordinates: [35.7, 139.7]');
    assert.equal(coordinates('[191, 35.7]'), undefined);
    assert.equal(coordinates('"59° 54\' N, 10° 45\' E"'), undefined);
    assert.equal(value('aliases: [a\u202eb]', 'unsafe-character'), '    aliases: [ab]');
  });

  it('stays out of texts that are too long, and of hostile ones unharmed', () => {
    const long = repair(one(`wikidata: ${'Q1'.repeat(100_000)}`), 'bad-wikidata');
    assert.deepEqual(long.titles, []);
    repair(file(`  ${'x!'.repeat(400)}:`, '    type: person', '    name: J'), 'bad-id');
    for (const key of [
      '__proto__',
      'constructor',
      '.*+?^${}()|',
      '[x](command:y)',
      '"\u202egnp"',
    ]) {
      const text = file(`  ${key}:`, '    type: person', '    name: J');
      if (!parseEntityFile(text).problems.some(({ code }) => code === 'bad-id')) continue;
      const [title] = repair(text, 'bad-id').titles;
      assert.match(title!, /^Change the id to “[a-z0-9-]+”$/);
    }
  });
});
