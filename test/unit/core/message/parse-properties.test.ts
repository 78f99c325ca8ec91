import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Message } from '../../../../src/core/message/message';
import { outlineOf, type OutlineNode } from '../../../../src/core/message/outline';
import { parseFile } from '../../../../src/core/message/parse-file';
import { anyFile } from './any-file';
import { decodeText } from '../../../../src/core/text/decode';
import { SourceText } from '../../../../src/core/text/source-text';
import type { TextRange } from '../../../../src/core/text/text-range';
import { processorMilliseconds } from '../../processor-time';

function assertInside(range: TextRange, outer: TextRange, what: string): void {
  assert.ok(range.start <= range.end, `${what}: ${range.start} > ${range.end}`);
  assert.ok(outer.start <= range.start && range.end <= outer.end, `${what} outside`);
}

function assertTiled(source: SourceText, message: Message): void {
  let at = message.start;
  for (const part of message.parts) {
    assert.ok(
      part.start >= at && part.end > part.start,
      `${part.kind} at ${part.start} after ${at}`,
    );
    assert.equal(source.text.slice(at, part.start).trim(), '', 'only white space between parts');
    at = part.end;
  }
  assert.equal(source.text.slice(at, message.end).trim(), '', 'nothing is lost at the end');
}

function assertNested(nodes: readonly OutlineNode[], outer: TextRange): void {
  let at = outer.start;
  for (const node of nodes) {
    assert.notEqual(node.name, '');
    assertInside(node.range, { start: at, end: outer.end }, node.name);
    assertInside(node.selectionRange, node.range, `selection of ${node.name}`);
    assertNested(node.children, node.range);
    at = node.range.end;
  }
}

function assertSound(source: SourceText, name = 'a.txt'): void {
  const parsed = parseFile(source, name);
  for (const message of parsed.messages) {
    if (parsed.kind === 'extracted' || parsed.kind === 'plain') assertTiled(source, message);
    for (const dateline of [...message.datelines, ...message.quotedDatelines])
      assertInside(dateline, message, 'dateline');
  }
  assertNested(outlineOf(source, parsed), { start: 0, end: source.length });
}

describe('parseFile', () => {
  it('never throws, tiles the text, and nests its outline, whatever the lines', () => {
    fc.assert(
      fc.property(anyFile, (text) => assertSound(new SourceText(text))),
      { numRuns: 1500 },
    );
  });

  it('never throws on any bytes, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.eml', 'a.mbox', 'a.html'),
        (bytes, name) => assertSound(new SourceText(decodeText(bytes).text), name),
      ),
      { numRuns: 500 },
    );
  });

  it('gives LF and CRLF copies the same messages', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const parsed = parseFile(new SourceText(text), 'a.txt');
        assert.deepEqual(parseFile(new SourceText(text.replaceAll('\n', '\r\n')), 'a.txt'), parsed);
      }),
    );
  });

  const size = 10_000_000;
  for (const [what, text] of Object.entries({
    '>': '>'.repeat(size),
    'lines of >': '>\n'.repeat(size / 2),
    spaces: ' '.repeat(size),
    dashes: '-'.repeat(size),
    'lines of dashes': '--- \n'.repeat(size / 20),
    'rules apart': '-----\n\n'.repeat(size / 70),
    'rules under each other': '-----\n'.repeat(size / 60),
    'marks of signatures': '-- \n\n'.repeat(size / 50),
    brackets: '['.repeat(size),
    'pairs of brackets': '[]('.repeat(size / 3),
    'one line of words': 'word '.repeat(size / 5),
    addresses: 'http://'.repeat(size / 7),
  })) {
    it(`reads ${Math.round(text.length / 1e6)} MB of ${what} in linear time`, function () {
      this.timeout(30_000);
      const source = new SourceText(text);
      const half = new SourceText(text.slice(0, text.length / 2));
      const timeOf = (one: SourceText) =>
        processorMilliseconds(() => outlineOf(one, parseFile(one, 'a.txt')));
      timeOf(half);
      const [small, large] = [timeOf(half), timeOf(source)];
      // Twice the text may cost three times as much: memory is not free.
      assert.ok(
        large < 1000 || large < 3 * small,
        `${small.toFixed()} ms, then ${large.toFixed()} ms`,
      );
    });
  }
});
