import assert from 'node:assert/strict';
import { mergeInOneText } from '../../../../src/core/annotation/merge-in-one-text';
import { newAnnotation } from '../../../../src/core/annotation/new-annotation';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import { createSidecar } from '../../../../src/core/annotation/write-sidecar';
import { contentIdentity } from '../../../../src/core/text/hash';
import { SourceText } from '../../../../src/core/text/source-text';

const oldText = 'The ferry left at noon.\n\nThe ferry came back at night.\n';
const newText = `The ferry was late.\n\n${oldText}`;
const identity = (text: string) => ({ name: 'a.txt', ...contentIdentity(new SourceText(text)) });

function note(text: string, start: number, end: number) {
  const source = new SourceText(text);
  return newAnnotation({ source, kind: 'note', ranges: [{ start, end }], note: 'which?' });
}

describe('mergeInOneText', () => {
  const second = oldText.indexOf('The ferry came');
  const known = note(oldText, 0, 9);
  const ours = note(oldText, second, second + 9);
  const base = createSidecar(identity(oldText), [known]);
  const ourText = createSidecar(identity(oldText), [known, ours]);
  const theirs = note(newText, 0, 9);
  const moved = { ...known, target: note(newText, 21, 30).target };
  const theirText = createSidecar(identity(newText), [moved, theirs]);
  const texts = [oldText, newText];
  const find = ({ sha256 }: { sha256: string }) =>
    Promise.resolve(texts.find((text) => identity(text).sha256 === sha256));

  it('counts all offsets in the text that the merged file names', async () => {
    for (const [one, other] of [
      [ourText, theirText],
      [theirText, ourText],
    ] as const) {
      const { text, conflicts } = await mergeInOneText([base, one, other], find);
      assert.deepEqual(conflicts, []);
      const { source, records } = readSidecar(text);
      assert.deepEqual(source, identity(newText));
      assert.deepEqual(
        records.map(({ annotation }) => [annotation?.id, annotation?.target[0]?.start]),
        [
          [theirs.id, 0],
          [known.id, 21],
          [ours.id, 21 + second],
        ],
      );
    }
  });

  it('takes nothing for changed that was only carried over', async () => {
    const removed = createSidecar(identity(newText), [theirs]);
    const { text } = await mergeInOneText([base, ourText, removed], find);
    const ids = readSidecar(text).records.map(({ annotation }) => annotation?.id);
    assert.deepEqual(ids, [theirs.id, ours.id]);
  });

  it('keeps every record when a text is not known', async () => {
    const { text } = await mergeInOneText([base, ourText, theirText], () =>
      Promise.resolve(undefined),
    );
    assert.equal(readSidecar(text).records.length, 3);
  });
});
