import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';
import { entityTypes } from '../../../../src/core/entity/entity';
import { entityFields, keysOf, typeMeaning } from '../../../../src/core/entity/file/entity-fields';

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../../schemas/entities.schema.json'), 'utf8'),
);
const ajv = new Ajv({ allowUnionTypes: true, strictTuples: false });
ajv.addKeyword('enumDescriptions');
const validate = ajv.compile(schema);

/** What a schema cannot say: texts without their blanks, characters that deceive, and what is only noteworthy. */
const beyondSchema = new Set(['shared-alias', 'unsafe-character', 'alias-without-word']);

const text = fc.oneof(
  fc.constantFrom('Tide', 'Ebb and Flow', '12'),
  fc.constantFrom('', null, 7, true),
);
const list = fc.oneof(
  fc.array(fc.constantFrom<unknown>('Tide', 'TO', 12, [], { a: 1 }), { maxLength: 3 }),
  text,
);
const fields = fc.record(
  {
    type: fc.constantFrom<unknown>(...entityTypes, 'persona', 3, null),
    name: text,
    aliases: list,
    description: text,
    wikidata: fc.constantFrom<unknown>('Q1', 'Q57665', 'Q0', 'x', 5, null),
    links: fc.constantFrom<unknown>([], ['https://a.example/'], ['ftp://a.example/'], ['x'], null),
    coordinates: fc.constantFrom<unknown>([1, 2], [91, 2], [1], ['1', '2'], [1, 181], null, 3),
    notes: text,
    match: fc.constantFrom<unknown>({ caseSensitive: true }, { caseSensitive: 'yes' }, 3, null),
    colour: fc.constant('red'),
    'x-own': fc.constant([1]),
  },
  { requiredKeys: [] },
);
const good = { type: 'place', name: 'Tide' };
/** Mostly entries that are right but for one thing. */
const entry = fields.chain((some) =>
  fc.constantFrom<unknown>(
    ...Object.entries(some).map(([key, it]) => ({ ...good, [key]: it })),
    some,
    good,
  ),
);
const id = fc.constantFrom('one', 'one-2', 'One', 'a--b', 'constructor', 'x_y');

describe('entities.schema.json', () => {
  it('finds fault with what the reader finds fault with, and with nothing else', () => {
    let valid = 0;
    fc.assert(
      fc.property(id, entry, (key, value) => {
        const data = { format: 'archive-entities/1', entities: { [key]: value } };
        const { problems } = parseEntityFile(stringify(data));
        const serious = problems.filter(({ code }) => !beyondSchema.has(code));
        const isValid = validate(data);
        if (isValid) valid++;
        assert.equal(
          isValid,
          serious.length === 0,
          `${JSON.stringify(data)} ${JSON.stringify(validate.errors)} ${serious.map(({ code }) => code).join()}`,
        );
      }),
      { numRuns: 3000 },
    );
    assert.ok(valid > 200, `${valid} valid`);
  });

  it('knows what the reader takes for names to ignore', () => {
    const file = (ignored: unknown) => ({
      format: 'archive-entities/1',
      entities: {},
      'x-ignore': ignored,
    });
    const full = { name: 'Top', in: 'a/b.txt', message: 'x@y' };
    for (const ignored of [[], null, ['Top'], [full], [{ name: 'Top' }, 'Bottom']]) {
      assert.ok(validate(file(ignored)), JSON.stringify(ignored));
    }
    assert.equal(parseEntityFile(stringify(file(['Top', full]))).ignored.length, 2);
    for (const ignored of ['Top', [{ in: 'a' }], [{ name: 'Top', at: 1 }], [[]]]) {
      assert.ok(!validate(file(ignored)), JSON.stringify(ignored));
    }
  });

  it('explains every key and type', () => {
    assert.deepEqual(schema.definitions.entity.properties.type.enum, entityTypes);
    for (const type of entityTypes) assert.match(typeMeaning(type), /\.$/);
    assert.deepEqual([...keysOf('entity').keys()], [...entityFields]);
    assert.deepEqual([...keysOf('file').keys()], ['format', 'entities', 'x-ignore']);
    assert.deepEqual([...keysOf('ignored').keys()], ['name', 'in', 'message']);
  });
});
