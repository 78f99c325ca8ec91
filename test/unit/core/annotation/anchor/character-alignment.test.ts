import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignCharacters } from '../../../../../src/core/annotation/anchor/character-alignment';
import { unitsOf } from '../../../../../src/core/annotation/anchor/token-table';

function align(one: string, other: string) {
  const first = { codes: unitsOf(`<<${one}>`), start: 2, end: 2 + one.length };
  const second = { codes: unitsOf(`>${other}<`), start: 1, end: 1 + other.length };
  const offsets = new Int32Array(first.codes.length + 1).fill(-1);
  const kept = new Uint8Array(first.codes.length).fill(9);
  const isDone = alignCharacters(first, second, offsets, kept);
  return {
    isDone,
    offsets: Array.from(offsets.subarray(2, first.end), (offset) => offset - 1),
    kept: Array.from(kept.subarray(2, first.end)),
    outside: [...offsets.subarray(0, 2), ...offsets.subarray(first.end)],
  };
}

/** The same by the whole table of distances (Wagner and Fischer 1974). */
function alignByTable(one: string, other: string): { offsets: number[]; kept: number[] } {
  const table = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row++) {
    const above = table[row - 1]!;
    const cells = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
      cells.push(Math.min(replaced, above[column]! + 1, cells[column - 1]! + 1));
    }
    table.push(cells);
  }
  const offsets: number[] = [];
  const kept: number[] = [];
  let column = other.length;
  for (let row = one.length; row > 0;) {
    const value = table[row]![column]!;
    const isEqual = column > 0 && one[row - 1] === other[column - 1];
    const isPaired = column > 0 && value === table[row - 1]![column - 1]! + (isEqual ? 0 : 1);
    if (isPaired || value === table[row - 1]![column]! + 1) {
      if (isPaired) column--;
      offsets.unshift(column);
      kept.unshift(isPaired && isEqual ? 1 : 0);
      row--;
    } else column--;
  }
  return { offsets, kept };
}

describe('alignCharacters', () => {
  it('pairs the units of a word and of its mistyped form', () => {
    const { offsets, kept } = align('abuot', 'about');
    assert.deepEqual(kept, [1, 1, 0, 0, 1]);
    assert.deepEqual(offsets, [0, 1, 2, 3, 4]);
  });

  it('gives what the whole table of distances gives, over several blocks of rows too', () => {
    const text = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'я'), maxLength });
    fc.assert(
      fc.property(text(100), text(100), text(100), (head, one, other) => {
        const { offsets, kept, outside } = align(head + one, head + other);
        assert.deepEqual({ offsets, kept }, alignByTable(head + one, head + other));
        assert.deepEqual(outside, [-1, -1, -1, -1]);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves longer stretches alone', () => {
    const { isDone, kept } = align('a'.repeat(401), 'a');
    assert.equal(isDone, false);
    assert.ok(kept.every((value) => value === 9));
    assert.equal(align('a'.repeat(400), 'b'.repeat(400)).isDone, true);
  });
});
