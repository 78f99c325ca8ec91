import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/core/in-slices';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';
import { MentionTable } from '../../../../src/core/entity/mention-table';
import { namesKey } from '../../../../src/core/entity/names-key';
import { EntityRegistry } from '../../../../src/core/entity/registry';
import {
  readStoredMentions,
  writeStoredMentions,
} from '../../../../src/core/entity/stored-mentions';

const id = fc.constantFrom('nato', 'eu', 'tide-office', 'a1');
const count = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(50)).map(([messages, more]) => ({
  mentions: messages + more,
  messages,
}));
const counted = fc.record(
  {
    changed: fc.nat(),
    size: fc.nat(),
    counts: fc.array(fc.tuple(id, count)).map((entries) => new Map(entries)),
  },
  { noNullPrototype: true },
);
const uri = fc.oneof(fc.webUrl(), fc.constantFrom('file:///a.txt', 'file:///__proto__', ''));
const files = fc.array(fc.tuple(uri, counted)).map((entries) => new Map(entries));

const write = (of: Parameters<typeof writeStoredMentions>[1]) =>
  atOnce(writeStoredMentions('key', of));
const read = (text: string, names = 'key') => atOnce(readStoredMentions(text, names));

describe('stored mentions', () => {
  it('are read as they were written', () => {
    fc.assert(fc.property(files, (all) => assert.deepEqual(read(write(all)), all)));
  });

  it('are of no use to another version, for other names, or when they are not whole', () => {
    const all = new Map([
      [
        'file:///a.txt',
        { changed: 1, size: 2, counts: new Map([['nato', { mentions: 3, messages: 1 }]]) },
      ],
    ]);
    const text = write(all);
    assert.ok(read(text));
    assert.equal(read(text, 'other'), undefined);
    assert.equal(read(text.replace('/2"', '/1"')), undefined);
    for (let length = 0; length < text.length; length++)
      assert.equal(read(text.slice(0, length)), undefined);
    for (const [from, to] of [
      ['nato', 'NATO'],
      [',0,3,1', ',1,3,1'],
      [',0,3,1', ',0,3'],
      [',0,3,1', ',0,1,3'],
      [',0,3,1', ',0,"3",1'],
      ['[', '{'],
    ]) {
      assert.equal(read(text.replace(from!, to!)), undefined, `${from} ${to}`);
    }
    fc.assert(
      fc.property(fc.string(), fc.nat(text.length), (noise, at) => {
        const broken = text.slice(0, at) + noise + text.slice(at);
        const found = read(broken);
        // Whatever it says then is of the right form.
        for (const { counts } of found?.values() ?? []) assert.ok(counts instanceof Map);
      }),
    );
  });
});

describe('MentionTable', () => {
  it('keeps sums and says which files mention an entity', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(counted))),
        (steps) => {
          const table = new MentionTable();
          for (const [file, entry] of steps) {
            if (entry) table.set(file, entry);
            else table.delete(file);
          }
          const sums = new Map<string, number>();
          for (const { counts } of table.files.values()) {
            for (const [of, { mentions }] of counts) sums.set(of, (sums.get(of) ?? 0) + mentions);
          }
          const found = [...table.sums].map(([of, { mentions }]) => [of, mentions] as const);
          assert.deepEqual(new Map(found), sums);
          for (const of of sums.keys()) {
            const total = [...table.mentioning(of)].reduce((sum, [, it]) => sum + it.mentions, 0);
            assert.equal(total, sums.get(of));
          }
          assert.deepEqual([...table.mentioning('nobody')], []);
        },
      ),
    );
  });
});

describe('namesKey', () => {
  const key = (text: string, uri = 'file:///e.yaml') =>
    atOnce(namesKey(new EntityRegistry([{ uri, file: parseEntityFile(text) }])));
  const text = 'entities:\n  one: { type: person, name: One, aliases: [Uno] }\n';

  it('changes with everything that decides what is found', () => {
    const changed = [
      text.replace('Uno', 'Ein'),
      text.replace('one:', 'two:'),
      text.replace('Uno]', 'Uno], match: { caseSensitive: true }'),
      `${text}x-ignore: [Uno]\n`,
    ];
    assert.equal(key(text), key(`# comment\n${text}`));
    assert.equal(new Set([text, ...changed].map((it) => key(it))).size, changed.length + 1);
  });
});
