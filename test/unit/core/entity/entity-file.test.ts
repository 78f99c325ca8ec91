import assert from 'node:assert/strict';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';
import { processorMilliseconds } from '../../processor-time';

const head = 'format: archive-entities/1\nentities:\n';

/** Problems as `code@text`, so that code and place are compared together. */
function problems(text: string): string[] {
  return parseEntityFile(text).problems.map(
    ({ code, range }) => `${code}@${text.slice(range.start, range.end).slice(0, 40)}`,
  );
}

function ids(text: string): string[] {
  return parseEntityFile(text).entities.map(({ entity }) => entity.id);
}

describe('parseEntityFile', () => {
  it('reads every field with its place', () => {
    const text = `${head}  kyiv:
    type: place
    name: Kyiv
    aliases: [Kiev, 'Kyïv', "Київ"]
    description: Capital of Ukraine.
    wikidata: Q1899
    links:
      - https://kyivcity.gov.ua/
    coordinates: [50.45, 30.52]
    match: { caseSensitive: false }
    notes: |
      Two
      lines.
`;
    const { entities, problems } = parseEntityFile(text);
    assert.deepEqual(problems, []);
    const [record] = entities;
    assert.deepEqual(record!.entity, {
      id: 'kyiv',
      type: 'place',
      name: 'Kyiv',
      aliases: ['Kiev', 'Kyïv', 'Київ'],
      description: 'Capital of Ukraine.',
      wikidata: 'Q1899',
      links: ['https://kyivcity.gov.ua/'],
      coordinates: [50.45, 30.52],
      notes: 'Two\nlines.',
      match: { caseSensitive: false },
    });
    const at = (range: { start: number; end: number }) => text.slice(range.start, range.end);
    assert.equal(at(record!.keyRange), 'kyiv');
    assert.equal(at(record!.typeRange), 'place');
    assert.equal(at(record!.nameRange), 'Kyiv');
    assert.deepEqual(record!.aliasRanges.map(at), ['Kiev', "'Kyïv'", '"Київ"']);
    assert.ok(at(record!.range).startsWith('kyiv:') && at(record!.range).includes('lines.'));
  });

  it('reads flow style, JSON, CRLF and other layouts of the same file alike', () => {
    const block = `${head}  nato:\n    type: organization\n    name: NATO\n    aliases:\n    - the alliance\n`;
    const expected = parseEntityFile(block).entities.map(({ entity }) => entity);
    assert.equal(expected.length, 1);
    const json = JSON.stringify({
      format: 'archive-entities/1',
      entities: { nato: { type: 'organization', name: 'NATO', aliases: ['the alliance'] } },
    });
    for (const text of [
      block.replaceAll('\n', '\r\n'),
      `%YAML 1.2\n---\n${block}`,
      `${head}  nato: { type: organization, name: NATO, aliases: [the alliance] }\n`,
      `${head}  "nato":\n    type: &t organization\n    name: >-\n      NATO\n    aliases: ["the alli\\u0061nce"]\n`,
      `entities: { nato: { type: organization, name: NATO, aliases: [the alliance] } }\nformat: archive-entities/1\n`,
      `entities:\n  nato:\n    type: organization\n    name: NATO\n    aliases: the alliance\nformat: archive-entities/1\n`,
      json,
    ]) {
      const file = parseEntityFile(text);
      assert.deepEqual(
        file.entities.map(({ entity }) => entity),
        expected,
        text,
      );
      assert.deepEqual(
        file.problems.filter(({ severity }) => severity === 'error'),
        [],
        text,
      );
    }
  });

  it('keeps the good records beside bad ones and says where the bad ones are', () => {
    const text = `${head}  good:
    type: person
    name: Good Person
  bad id:
    type: person
    name: X
  open:
    name: "no end
  - stray
  list: [1, 2]
  last:
    type: place
    name: Last
`;
    assert.deepEqual(ids(text), ['good', 'last']);
    const found = problems(text);
    for (const expected of ['bad-id@bad id', 'not-a-map@list'])
      assert.ok(found.includes(expected), `${expected} in ${found.join(' | ')}`);
    const broken = parseEntityFile(text).problems.filter(({ code }) => code === 'yaml');
    assert.ok(broken.length >= 1);
    for (const { range } of broken) {
      assert.ok(range.start > text.indexOf('  open:') && range.start < text.indexOf('  last:'));
    }
  });

  it('reports what is wrong in a field and uses the rest', () => {
    const text = `${head}  one:
    type: persona
    name: One
    aliases: ["", ~, Uno, [x], "!!!"]
    wikidata: 7184
    links: [ftp://x.example/a, "command:workbench.action.quit", "javascript:alert(1)", https://ok.example/]
    coordinates: [91, 3]
    match: loud
    colour: red
    x-own: kept
    name: Twice
  two:
    type: person
    name: Uno
  one:
    type: person
    name: Again
  three:
    type: person
  four:
    type: person
    name: ""
`;
    const { entities } = parseEntityFile(text);
    assert.deepEqual(
      entities.map(({ entity }) => entity),
      [
        {
          id: 'one',
          type: 'other',
          name: 'One',
          aliases: ['Uno', '!!!'],
          links: ['https://ok.example/'],
        },
        { id: 'two', type: 'person', name: 'Uno', aliases: [] },
      ],
    );
    assert.deepEqual(problems(text), [
      'unknown-type@persona',
      'empty-alias@""',
      'empty-alias@~',
      'not-a-text@[x]',
      'alias-without-word@"!!!"',
      'bad-wikidata@7184',
      'bad-link@ftp://x.example/a',
      'bad-link@"command:workbench.action.quit"',
      'bad-link@"javascript:alert(1)"',
      'bad-coordinates@[91, 3]',
      'bad-match@loud',
      'unknown-field@colour',
      'duplicate-field@name',
      'shared-alias@Uno',
      'duplicate-id@one',
      'no-name@three',
      'empty-text@name',
    ]);
  });

  it('says when the file is another format or none', () => {
    assert.deepEqual(problems('entities:\n  a:\n    type: person\n    name: A b\n'), [
      'format@entities:',
    ]);
    assert.deepEqual(problems('format: archive-entities/2\nentities:\n'), [
      'format@format: archive-entities/2',
    ]);
    assert.deepEqual(problems('format: archive-entities/1\n'), [
      'no-entities@format: archive-entities/1',
    ]);
    assert.deepEqual(problems('just text\n'), ['not-a-map@just text']);
    assert.deepEqual(problems(''), []);
    assert.deepEqual(parseEntityFile('').entities, []);
  });
});

describe('parseEntityFile on hostile files', () => {
  function within(milliseconds: number, work: () => void) {
    const took = processorMilliseconds(work);
    assert.ok(took < milliseconds, `took ${Math.round(took)} ms`);
  }

  it('does not unfold anchors', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [index, letter] of [...'bcdefghij'].entries()) {
      const before = 'abcdefghij'[index];
      bomb.push(`${letter}: &${letter} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    const inside = `${head}  bomb:\n${bomb.map((line) => `    ${line}`).join('\n')}\n    type: person\n    name: Bomb\n    aliases: *j\n  good:\n    type: person\n    name: Good\n`;
    within(1000, () => {
      assert.deepEqual(ids(inside), ['bomb', 'good']);
      assert.ok(problems(inside).includes('anchor@*j'));
    });
    const outside = `${bomb.join('\n')}\n${head}  good: { type: person, name: Good, aliases: *j }\n`;
    within(1000, () =>
      assert.ok(problems(outside).some((problem) => problem.startsWith('anchor'))),
    );
  });

  it('keeps prototype names out', () => {
    const text = `${head}  __proto__:\n    type: person\n    name: Evil\n  constructor:\n    type: person\n    name: Evil\n  good:\n    __proto__: { polluted: true }\n    constructor: { prototype: { polluted: true } }\n    type: person\n    name: Good\n`;
    assert.deepEqual(ids(text), ['good']);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    const good = parseEntityFile(text).entities[0]!.entity;
    assert.equal(Object.getPrototypeOf(good), Object.prototype);
    assert.deepEqual(Object.keys(good), ['id', 'type', 'name', 'aliases']);
    assert.deepEqual(problems(text).sort(), [
      'bad-id@__proto__',
      'bad-id@constructor',
      'unknown-field@__proto__',
      'unknown-field@constructor',
    ]);
  });

  it('refuses custom tags', () => {
    const text = `${head}  a:\n    type: person\n    name: !!js/function "function () {}"\n  b:\n    type: person\n    name: !exec rm\n  c:\n    type: person\n    name: Good\n`;
    assert.deepEqual(ids(text), ['c']);
    assert.equal(
      parseEntityFile(text).problems.filter(({ code }) => code === 'custom-tag').length,
      2,
    );
  });

  it('strips right-to-left overrides and control characters, and says so', () => {
    const text = `${head}  a:\n    type: person\n    name: "Ad\u202emin"\n    aliases: ["A\\u0000b\\u0007c", "ze\u200bro"]\n`;
    const [record] = parseEntityFile(text).entities;
    assert.equal(record!.entity.name, 'Admin');
    assert.deepEqual(record!.entity.aliases, ['Abc', 'zero']);
    assert.equal(
      problems(text).filter((problem) => problem.startsWith('unsafe-character')).length,
      3,
    );
  });

  it('takes HTML, images, command links and regular-expression characters as text', () => {
    const evil = '<img src=https://evil.example/x.png> [x](command:y) ![i](https://evil.example/)';
    const text = `${head}  a:\n    type: person\n    name: "(a+)+$"\n    description: "${evil}"\n    aliases: [".*", "a|b", "\\\\b"]\n`;
    const [record] = parseEntityFile(text).entities;
    assert.equal(record!.entity.name, '(a+)+$');
    assert.equal(record!.entity.description, evil);
    assert.deepEqual(record!.entity.aliases, ['.*', 'a|b', '\\b']);
  });

  it('reads a 10 MB description in bounded time and keeps a bounded part', () => {
    const long = 'Lorem ipsum '.repeat(850_000);
    for (const field of [
      `description: ${long.trim()}`,
      `description: "${long}"`,
      `description: |\n      ${long}`,
      `description: >\n      ${long}`,
    ]) {
      const text = `${head}  a:\n    type: person\n    name: A b\n    ${field}\n  good:\n    type: person\n    name: Good\n`;
      within(2000, () => {
        const { entities, problems } = parseEntityFile(text);
        assert.equal(entities.at(-1)!.entity.id, 'good');
        assert.ok(
          problems.some(({ code }) => code === 'too-long' || code === 'too-large'),
          field.slice(0, 20),
        );
        for (const { entity } of entities) assert.ok((entity.description?.length ?? 0) <= 4000);
      });
    }
  });

  it('survives deep nesting', () => {
    const text = `${head}  deep: ${'['.repeat(200_000)}\n  good:\n    type: person\n    name: Good\n`;
    within(5000, () => {
      assert.deepEqual(ids(text), ['good']);
      assert.ok(parseEntityFile(text).problems.length > 0);
    });
  });

  it('reads a million aliases', () => {
    const records: string[] = [];
    for (let index = 0; index < 100_000; index++) {
      const aliases = Array.from({ length: 10 }, (_, number) => `Alias${number} Of${index}`);
      records.push(
        `  entity-${index}:\n    type: person\n    name: Name ${index}\n    aliases: [${aliases.join(', ')}]\n`,
      );
    }
    const one = `  all:\n    type: person\n    name: All\n    aliases:\n${Array.from({ length: 1_000_000 }, (_, number) => `      - Alias ${number}\n`).join('')}`;
    within(15_000, () => {
      const many = parseEntityFile(head + records.join(''));
      assert.equal(many.entities.length, 100_000);
      assert.deepEqual(many.problems, []);
      assert.equal(parseEntityFile(head + one).entities[0]!.aliasRanges.length, 1_000_000);
    });
  }).timeout(40_000);

  it('refuses a file beyond the limit with a clear message', () => {
    const [problem] = parseEntityFile(`${head}#${' '.repeat(40_000_000)}`).problems;
    assert.equal(problem!.code, 'too-large');
    assert.match(problem!.message, /40 MB/);
  });
});
