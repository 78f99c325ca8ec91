import assert from 'node:assert/strict';
import { entityPlaceAt, fieldsOf } from '../../../../../src/core/entity/file/entity-place';

function at(marked: string) {
  const lines = marked.split('\n');
  const line = lines.findIndex((it) => it.includes('¦'));
  const character = lines[line]!.indexOf('¦');
  const texts = lines.map((it) => it.replace('¦', ''));
  const lineAt = (index: number) => texts[index]!;
  const place = entityPlaceAt(lineAt, line, character);
  const fields = place?.entity && [...fieldsOf(lineAt, texts.length, place.entity).keys()].join();
  const owner = place && 'owner' in place ? place.owner : '';
  const field = place && 'field' in place ? place.field : '';
  return (
    place &&
    [place.writes, owner, field, place.entity?.text ?? '', place.text, fields ?? ''].join('|')
  );
}

describe('entityPlaceAt', () => {
  it('tells keys, ids, fields and values apart', () => {
    assert.equal(at('form¦'), 'key|file|||form|');
    assert.equal(at('format: ¦'), 'value|file|format|||');
    assert.equal(at('entities:\n  na¦'), 'id|||na|na|');
    assert.equal(at('entities:\n  nato:\n    ty¦'), 'key|entity||nato|ty|');
    assert.equal(at('entities:\n  nato:\n    name: N\n    ¦'), 'key|entity||nato||name');
    assert.equal(at('entities:\n  nato:\n    type: ¦'), 'value|entity|type|nato||type');
    assert.equal(at('entities:\n  nato: { type: ¦ }'), 'value|entity|type|nato||type');
    assert.equal(at('entities:\n  nato: { name: N, ¦ }'), 'key|entity||nato||name');
    assert.equal(
      at('entities:\n  nato:\n    match: { caseSensitive: ¦'),
      'value|match|caseSensitive|nato||match',
    );
    assert.equal(at('entities:\n  nato:\n    match:\n      c¦'), 'key|match||nato|c|match');
    assert.equal(
      at('entities:\n  nato:\n    aliases: [a, b¦]'),
      'value|entity|aliases|nato|b|aliases',
    );
    assert.equal(
      at('entities:\n  nato:\n    aliases:\n      - b¦'),
      'value|entity|aliases|nato|b|aliases',
    );
  });

  it('knows the names that are ignored', () => {
    assert.equal(at('x-ignore:\n  - Top¦'), 'ignored name||||Top|');
    assert.equal(at('x-ignore: [Top, ¦'), 'ignored name|||||');
    assert.equal(at('x-ignore:\n  - name: Top\n    ¦'), 'key|ignored||||');
    assert.equal(at('x-ignore:\n  - name: Top\n    in: a¦'), 'value|ignored|in||a|');
  });

  it('answers nothing where the format has nothing to say', () => {
    assert.equal(at('entities:\n  nato:\n    notes: |\n      ty¦'), undefined);
    assert.equal(at('entities:\n  nato:\n    x-own:\n      a: ¦'), undefined);
    assert.equal(at('x-own:\n  a¦'), undefined);
    assert.equal(at('entities: ¦'), undefined);
    assert.equal(at('# ¦'), undefined);
  });
});
