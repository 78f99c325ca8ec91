import assert from 'node:assert/strict';
import { parseEntityFile } from '../../../../../src/core/entity/entity-file';
import { problemsBetweenFiles } from '../../../../../src/core/entity/file/between-files';
import { atOnce } from '../../../../../src/core/in-slices';

const files = [
  'entities:\n  one: { type: person, name: One, aliases: [Uno] }\n',
  'entities:\n  one: { type: person, name: One }\n  two: { type: person, name: Two, aliases: [Zwei, Uno] }\n',
].map((text, index) => ({ uri: `file:///${index}.yaml`, text, file: parseEntityFile(text) }));

describe('problemsBetweenFiles', () => {
  it('reports ids and names that two files have, in the later one', () => {
    const found = atOnce(problemsBetweenFiles(files, (uri) => uri.slice(8)));
    assert.deepEqual([...found.keys()], ['file:///1.yaml']);
    const { text } = files[1]!;
    const shown = found
      .get('file:///1.yaml')!
      .map(
        ({ code, message, range }) => `${code} ${text.slice(range.start, range.end)} ${message}`,
      );
    assert.deepEqual(shown, [
      'duplicate-id one The id "one" stands in 0.yaml too; that entry is used.',
      'shared-alias Uno "Uno" names both one in 0.yaml and two; an annotation decides where it matters.',
    ]);
  });

  it('says nothing of a single file', () => {
    assert.equal(atOnce(problemsBetweenFiles(files.slice(0, 1), String)).size, 0);
  });
});
