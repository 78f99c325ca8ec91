import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type Node } from 'yaml';
import { yamlPlaceAt } from '../../../../src/core/yaml/yaml-place';

/** The place at `¦`: parents (`-` for an item), what is written, its text and its range's text. */
function at(marked: string, distantRoot?: string) {
  const lines = marked.split('\n');
  const line = lines.findIndex((it) => it.includes('¦'));
  const character = lines[line]!.indexOf('¦');
  const text = lines.map((it) => it.replace('¦', ''));
  const place = yamlPlaceAt((index) => text[index]!, line, character, distantRoot);
  if (!place) return undefined;
  const { parents, writes, range } = place;
  const path = parents.map((key) => key?.text ?? '-').join('/');
  return `${path} ${writes} ${place.text}|${text[line]!.slice(range.start, range.end)}`;
}

describe('yamlPlaceAt', () => {
  it('finds keys and values, written or to be written', () => {
    assert.equal(at('a:\n  b: c¦'), 'a/b value c|c');
    assert.equal(at('a:\n  b: ¦'), 'a/b value |');
    assert.equal(at('a:\n  b:¦'), undefined);
    assert.equal(at('a:\n  b¦b: c'), 'a key bb|bb');
    assert.equal(at('a:\n  b¦'), 'a key b|b');
    assert.equal(at('a:\n  ¦'), 'a key |');
    assert.equal(at('a:\n  b:\n    c: 1\n  ¦'), 'a key |');
    assert.equal(at('a:\n  b:\n    c: 1\n    ¦\n'), 'a/b key |');
    assert.equal(at('a:\n\n  # note\n  "b c": "d ¦e" # f'), 'a/b c value d e|"d e"');
    assert.equal(at('a: "d¦'), 'a value d|"d');
  });

  it('finds items of lists, at the indent of their key or deeper', () => {
    assert.equal(at('a:\n  - b¦'), 'a/- value b|b');
    assert.equal(at('a:\n- ¦'), 'a/- value |');
    assert.equal(at('a:\n- b: 1\n  c: ¦2'), 'a/-/c value 2|2');
    assert.equal(at('a:\n- b: 1\n  ¦'), 'a/- key |');
    assert.equal(at('- - a: ¦b'), '-/-/a value b|b');
    assert.equal(at('x:\n  a:\n    - b\n    - c¦'), 'x/a/- value c|c');
  });

  it('finds its way in brackets and braces of one line', () => {
    assert.equal(at('a: [b, c¦]'), 'a/- value c|c');
    assert.equal(at('a: [¦]'), 'a/- value |');
    assert.equal(at('a: { b: ¦, c: 1 }'), 'a/b value |');
    assert.equal(at('a: { b: 1, ¦c: 1 }'), 'a key c|c');
    assert.equal(at('a: { b: { c: "x, ¦y" } }'), 'a/b/c value x, y|"x, y"');
    assert.equal(at('- { b: [1, { c: ¦'), '-/b/-/c value |');
    assert.equal(at('a: [b] ¦'), undefined);
  });

  it('answers nothing in comments and in texts of several lines', () => {
    assert.equal(at('a: b # c¦'), undefined);
    assert.equal(at('# c¦'), undefined);
    assert.equal(at('a: |\n  b:\n    c: ¦'), undefined);
    assert.equal(at('a: b\n  c¦'), undefined);
    assert.equal(at('- a\n  c: ¦'), undefined);
  });

  it('starts anew with each document and takes the root for granted when it is far', () => {
    assert.equal(at('a:\n---\n  b: ¦'), 'b value |');
    const many = '  x:\n    y: 1\n'.repeat(20_000);
    assert.equal(at(`a:\n${many}  b: ¦`, 'far'), 'far/b value |');
    assert.equal(at(`a:\n${many}  b: ¦`), 'b value |');
    assert.equal(at('a:\n  b: ¦', 'far'), 'a/b value |');
  });

  it('agrees with a YAML reader on every scalar of generated files', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const scalar = fc.oneof(word, fc.stringMatching(/^[ -~]{0,12}$/));
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
        fc.dictionary(word, tie('any'), { minKeys: 1, maxKeys: 3 }),
      ),
    })).any;
    const file = fc.dictionary(word, value, { minKeys: 1, maxKeys: 4 });
    fc.assert(
      fc.property(file, fc.boolean(), fc.boolean(), (data, indentSeq, flow) => {
        const text = flow
          ? Object.entries(data)
              .map(([key, it]) => flowLine(key, it))
              .join('')
          : stringify(data, { lineWidth: 0, indentSeq });
        check(text);
      }),
      { numRuns: 300 },
    );
  });
});

/** A top-level key whose value stands in brackets behind it. */
function flowLine(key: string, value: unknown): string {
  const flow = stringify([value], { lineWidth: 0, collectionStyle: 'flow' });
  return `${key}: ${flow.replaceAll(/\s*\n\s*/g, ' ').trim()}\n`;
}

function check(text: string): void {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lines = text.split('\n');
  const visit = (node: Node | null, path: string) => {
    if (isMap(node)) {
      for (const pair of node.items) visit(pair.value as Node, `${path}/${String(pair.key)}`);
    } else if (isSeq(node)) {
      for (const item of node.items) visit(item as Node, `${path}/-`);
    } else if (isScalar(node)) {
      const [start, end] = node.range!;
      const source = text.slice(start, end);
      if (source === '' || source.includes('\n') || /^[|>]/.test(source)) return;
      const { line: row, col } = counter.linePos(start);
      for (const character of [col - 1, col - 1 + source.length]) {
        const place = yamlPlaceAt((index) => lines[index]!, row - 1, character);
        const found = place && [
          place.parents.map((key) => `/${key?.text ?? '-'}`).join(''),
          lines[row - 1]!.slice(place.range.start, place.range.end),
        ];
        assert.deepEqual(found, [path, source], `${text}\nat ${row}:${character}`);
      }
    }
  };
  visit(document.contents as Node, '');
}
