import assert from 'node:assert/strict';
import fc from 'fast-check';
import { knownTerms } from '../../../../src/core/annotation/known-terms';
import { joinNoteTags, retagged, splitNoteTags } from '../../../../src/core/annotation/note-tags';
import { parseVocabulary } from '../../../../src/core/annotation/vocabulary';

describe('note tags', () => {
  it('takes the tags at the end of a note', () => {
    assert.deepEqual(splitNoteTags('The year is lost. #date #date/truncated '), {
      note: 'The year is lost.',
      tags: ['date', 'date/truncated'],
    });
    assert.deepEqual(splitNoteTags('#größe'), { note: '', tags: ['größe'] });
  });

  it('leaves issue numbers, headings, addresses and words inside the note', () => {
    for (const note of ['see #12', '# Heading', 'C#', 'a #tag inside', 'x#y', 'end #a/', 'end #']) {
      assert.deepEqual(splitNoteTags(note), { note, tags: [] });
    }
  });

  it('reads back what it writes', () => {
    const tag = fc.constantFrom('date', 'date/truncated', 'a-b', 'Ärger', 'x1');
    fc.assert(
      fc.property(
        fc.constantFrom('', 'A note.', 'two\nlines'),
        fc.uniqueArray(tag),
        (note, tags) => {
          assert.deepEqual(splitNoteTags(joinNoteTags(note, tags)), { note, tags });
        },
      ),
    );
  });

  it('keeps tags that cannot be typed as words', () => {
    assert.equal(joinNoteTags('n', ['foreign policy', 'date']), 'n #date');
    assert.deepEqual(retagged(['foreign policy', 'date'], ['place']), ['foreign policy', 'place']);
  });
});

describe('knownTerms', () => {
  it('offers the vocabulary first, then what is in use, the most used first', () => {
    const vocabulary = parseVocabulary(
      'format: archive-vocabulary/1\ntags:\n  date: { description: Times }\n  place:\n',
    );
    const about = (tags: string[]) => ({ id: 'x', kind: 'document' as const, target: [], tags });
    const known = knownTerms('tags', vocabulary, [about(['place', 'own']), about(['place', 'z'])]);
    assert.deepEqual(
      known.map(({ name, uses, inVocabulary }) => [name, uses, inVocabulary]),
      [
        ['place', 2, true],
        ['date', 0, true],
        ['own', 1, false],
        ['z', 1, false],
      ],
    );
    assert.equal(known[1]!.description, 'Times');
  });
});
