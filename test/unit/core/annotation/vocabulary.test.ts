import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { readSidecar } from '../../../../src/core/annotation/read-sidecar';
import { applyEdits } from '../../../../src/core/annotation/text-edit';
import {
  hasTerm,
  parseVocabulary,
  renameTerm,
  renameTermIn,
  unknownTerms,
} from '../../../../src/core/annotation/vocabulary';
import { createSidecar } from '../../../../src/core/annotation/write-sidecar';

const text = `# shared by all
format: archive-vocabulary/1
types:
  speech: { description: Something said, color: blue }
tags:
  date:            # about times
  date/truncated:
    color: "#ff8800"
  "yes":
`;
const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../../schemas/vocabulary.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

const annotation: Annotation = {
  id: '01KAV7M2Q8T4Z6R1C3X5B7N9DE',
  kind: 'document',
  target: [],
  type: 'speech',
  tags: ['date/truncated', 'place'],
};

describe('vocabulary', () => {
  it('reads terms with descriptions, colours and places', () => {
    const { types, tags, problems } = parseVocabulary(text);
    assert.deepEqual(problems, []);
    assert.deepEqual([...tags.keys()], ['date', 'date/truncated', 'yes']);
    const { range, ...speech } = types.get('speech')!;
    assert.deepEqual(speech, { name: 'speech', description: 'Something said', color: 'blue' });
    assert.equal(text.slice(range.start, range.end), 'speech');
    assert.equal(tags.get('date/truncated')!.color, '#ff8800');
  });

  it('reports what is wrong at its place, as the schema does, and reads the rest', () => {
    const cases: [string, string, string][] = [
      ['color: blue', 'color: mauve', 'invalid-color@'],
      ['date/truncated:', 'date//truncated:', 'invalid-term@'],
      ['description: Something said', 'description: [1]', 'invalid-description@'],
      ['vocabulary/1', 'vocabulary/9', 'unknown-format@archive-vocabulary/9'],
      ['  "yes":', '  "yes": 3', 'invalid-term@3'],
    ];
    assert.ok(validate(parse(text)));
    for (const [from, to, expected] of cases) {
      const broken = text.replace(from, to);
      const { problems, tags } = parseVocabulary(broken);
      const found = problems.map(
        ({ code, range }) => `${code}@${broken.slice(range.start, range.end)}`,
      );
      assert.ok(found.length === 1 && found[0]!.startsWith(expected), found.join());
      assert.ok(tags.has('date'));
      assert.equal(validate(parse(broken)), false, to);
    }
    assert.equal(
      parseVocabulary('tags: [a]\nformat: archive-vocabulary/1').problems[0]!.code,
      'invalid-vocabulary',
    );
    assert.equal(parseVocabulary('"').problems[0]!.code, 'yaml-syntax');
  });

  it('finds terms that are not in it', () => {
    const source = { name: 'a.txt', sha256: '0a'.repeat(32), blob: '1b'.repeat(20) };
    const { records } = readSidecar(createSidecar(source, [annotation]));
    const found = unknownTerms(records, parseVocabulary(text)).map(
      ({ code, message }) => `${code} ${message}`,
    );
    assert.deepEqual(found, ['unknown-tag The tag “place” is not in the vocabulary.']);
    assert.deepEqual(unknownTerms(records, parseVocabulary('format: archive-vocabulary/1')), []);
    const { tags } = parseVocabulary(text.replace('  date:            # about times\n', ''));
    assert.ok(hasTerm(tags, 'date') && hasTerm(tags, 'date/truncated') && !hasTerm(tags, 'dat'));
  });

  it('renames a term with the narrower ones, in its file and in annotations', () => {
    const renamed = applyEdits(text, renameTerm(text, 'tags', 'date', 'time: of day'));
    assert.equal(
      renamed,
      text
        .replace('  date: ', '  "time: of day": ')
        .replace('date/truncated', '"time: of day/truncated"'),
    );
    assert.deepEqual(renameTermIn(annotation, 'tags', 'date', 'time')!.tags, [
      'time/truncated',
      'place',
    ]);
    assert.deepEqual(renameTermIn({ ...annotation, tags: ['a', 'b'] }, 'tags', 'a', 'b')!.tags, [
      'b',
    ]);
    assert.equal(renameTermIn(annotation, 'types', 'speech', 'talk')!.type, 'talk');
    assert.equal(renameTermIn(annotation, 'tags', 'dat', 'x'), undefined);
    assert.throws(() => renameTerm(text, 'tags', 'date', 'a//b'), RangeError);
  });
});
