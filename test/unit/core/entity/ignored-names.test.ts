import assert from 'node:assert/strict';
import type { Mention } from '../../../../src/core/entity/entity';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';
import { messageMentions } from '../../../../src/core/entity/message-mentions';
import { EntityRegistry } from '../../../../src/core/entity/registry';
import { parseFile } from '../../../../src/core/message/parse-file';
import { SourceText } from '../../../../src/core/text/source-text';

const file = (ignored: string) =>
  [
    'format: archive-entities/1',
    'entities:',
    '  tide:',
    '    type: organization',
    '    name: Tide',
    '  sea:',
    '    type: place',
    '    name: North  Sea',
    ignored,
  ].join('\n');

function names(ignored: string, uri?: string, annotations: { entity: string }[] = []): string[] {
  const source = new SourceText('[L] Subject\n\nThe Tide rose over the North\nSea, said Tide.\n');
  const registry = new EntityRegistry([
    { uri: 'file:///archive/entities.yaml', file: parseEntityFile(file(ignored)) },
  ]);
  const start = source.text.indexOf('Tide');
  const [message] = parseFile(source, 'a.txt').messages;
  return messageMentions(source, message!, registry, {
    ...(uri ? { uri } : {}),
    annotations: annotations.map(({ entity }) => ({ start, end: start + 4, entity })),
  }).map((mention: Mention) => mention.text.replace(/\s+/g, ' '));
}

describe('x-ignore of an entity file', () => {
  it('takes names out everywhere, across line breaks', () => {
    assert.deepEqual(names(''), ['Tide', 'North Sea', 'Tide']);
    assert.deepEqual(names('x-ignore: [Tide]'), ['North Sea']);
    assert.deepEqual(names('x-ignore:\n  - North Sea\n'), ['Tide', 'Tide']);
  });

  it('takes names out of one file, or of one message', () => {
    const here = 'x-ignore:\n  - name: Tide\n    in: letters/a b.txt\n';
    assert.deepEqual(names(here, 'file:///archive/letters/a%20b.txt'), ['North Sea']);
    assert.deepEqual(names(here, 'file:///archive/letters/c.txt').length, 3);
    assert.deepEqual(names(here, 'file:///elsewhere/a.txt').length, 3);
    assert.deepEqual(names(here).length, 3);
    const message = here + '    message: m1@x.example\n';
    assert.deepEqual(names(message, 'file:///archive/letters/a%20b.txt').length, 3);
  });

  it('leaves what an annotation says', () => {
    assert.deepEqual(names('x-ignore: [Tide]', undefined, [{ entity: 'tide' }]), [
      'Tide',
      'North Sea',
    ]);
  });

  it('says nothing where it is no list of names', () => {
    for (const wrong of ['x-ignore: Tide', 'x-ignore: {a: b}', 'x-ignore: [[Tide], {in: x}]'])
      assert.equal(names(wrong).length, 3, wrong);
  });
});
