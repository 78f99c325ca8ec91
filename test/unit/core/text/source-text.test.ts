import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { contentIdentity } from '../../../../src/core/text/hash';
import { SourceText } from '../../../../src/core/text/source-text';

/** Text rich in what breaks offsets: emoji, combining marks, ZWJ families, lone surrogates, line ends. */
const piece = fc.oneof(
  fc.constantFrom('👩‍👩‍👧', '🇺🇦', 'é', 'Й', '\u{1F600}', '\ud83d', '\udc00', 'ß', '한', 'ी'),
  fc.constantFrom('\r\n', '\n', '\r', '\t', '\u00a0', '\ufeff', '\u2028', ' '),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('SourceText', () => {
  it('drops one BOM and turns every line end into LF', () => {
    assert.equal(new SourceText('\ufeffa\r\nb\rc\nd\r\r\n').text, 'a\nb\nc\nd\n\n');
  });

  it('counts code points as the string iterator does', () => {
    fc.assert(
      fc.property(anyText, (decoded) => {
        const source = new SourceText(decoded);
        assert.equal(source.codePointLength, [...source.text].length);
        for (let offset = 0; offset <= source.length; offset++) {
          const before = source.text.slice(0, offset);
          const split =
            /[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(source.text.slice(offset));
          assert.equal(source.toCodePoint(offset), [...before].length - (split ? 1 : 0));
        }
      }),
    );
  });

  it('round-trips code points, UTF-16 units and positions', () => {
    fc.assert(
      fc.property(anyText, (decoded) => {
        const source = new SourceText(decoded);
        for (let point = 0; point <= source.codePointLength; point++) {
          assert.equal(source.toCodePoint(source.toUtf16(point)), point);
        }
        for (let offset = 0; offset <= source.length; offset++) {
          assert.equal(source.offsetAt(source.positionAt(offset)), offset);
        }
      }),
    );
  });

  it('finds the lines of a large text in steps', () => {
    const text = Array.from({ length: 120_000 }, (_, line) => 'x'.repeat(line % 3)).join('\n');
    const [source, plain] = [new SourceText(text), new SourceText(text)];
    let steps = 0;
    for (const finding = source.findLines(); !finding.next().done;) steps++;
    assert.equal(steps, 2);
    assert.equal(source.lineCount, 120_000);
    assert.deepEqual(
      [0, 7, 50_000, 119_999].map((line) => source.lineRange(line)),
      [0, 7, 50_000, 119_999].map((line) => plain.lineRange(line)),
    );
    assert.deepEqual(plain.lineRange(7), { start: 13, end: 14 });
  });

  it('gives LF, CRLF and CR copies the same text and offsets', () => {
    fc.assert(
      fc.property(anyText, (decoded) => {
        const lf = new SourceText(decoded).text;
        if (lf.startsWith('\ufeff')) return;
        for (const end of ['\r\n', '\r']) {
          assert.equal(new SourceText(lf.replaceAll('\n', end)).text, lf);
          assert.equal(new SourceText('\ufeff' + lf.replaceAll('\n', end)).text, lf);
        }
      }),
    );
  });

  it('widens a range to whole grapheme clusters and no further', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (decoded, one, other) => {
        const source = new SourceText(decoded);
        const [start, end] = [one % (source.length + 1), other % (source.length + 1)].sort(
          (a, b) => a - b,
        ) as [number, number];
        const boundaries = [...segmenter.segment(source.text)].map((segment) => segment.index);
        boundaries.push(source.length);
        const expectedStart = boundaries.filter((boundary) => boundary <= start).at(-1)!;
        const expectedEnd = start === end ? expectedStart : boundaries.find((b) => b >= end)!;
        assert.deepEqual(source.widenToGraphemes({ start, end }), {
          start: expectedStart,
          end: expectedEnd,
        });
      }),
    );
  });

  it('hashes as sha256sum and git hash-object do', () => {
    const source = new SourceText('Привіт, світ 👋\r\nзовсім\r\n');
    const identity = contentIdentity(source);
    assert.equal(identity.sha256, createHash('sha256').update(source.text).digest('hex'));
    const git = execFileSync('git', ['hash-object', '--stdin'], { input: source.text });
    assert.equal(identity.blob, git.toString().trim());
  });
});
