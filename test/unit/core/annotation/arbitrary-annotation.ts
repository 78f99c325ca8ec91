import fc from 'fast-check';
import type {
  Annotation,
  Selector,
  SidecarSource,
} from '../../../../src/core/annotation/annotation';
import { interpretRecord } from '../../../../src/core/annotation/validate-annotation';

/** Generated annotations whose texts hold everything that YAML readers trip over. */

const awkward = [
  '',
  ' ',
  'a',
  'yes',
  'No',
  'null',
  '~',
  'true',
  '1e3',
  '0o7',
  '0x1F',
  '1_000',
  '12:30:45',
  '2022-04-06',
  '2022-04-06T08:00:00Z',
  '.inf',
  '.5',
  '-1',
  '+1',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a:',
  'a #b',
  '#a',
  '# a',
  '[a]',
  '{a}',
  'a, b',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  "'a'",
  '"a"',
  '%a',
  '@a',
  '`a',
  '---',
  '...',
  '<<',
  'a\n',
  'a\nb',
  'a\nb\n',
  '\na',
  ' a\nb',
  'a \nb',
  'a\n\nb\n',
  'a\n\n',
  '\ta\nb',
  'a\n\tb',
  'a\n  b',
  'a\r\nb',
  'a\rb',
  '\u0085',
  'a\u2028b',
  '\u00a0a',
  'a\u00a0',
  'a\u00a0b',
  '\ufeff',
  '😀',
  '👨‍👩‍👧',
  'é',
  '\ud800',
  'a\udc00b',
  '\0',
  '\x1b[31m',
  '\u202eabc',
  'Jens Stoltenberg',
  'crime," NATO ',
  '  two  ',
  'a\tb',
  '\u3000',
  '=',
  '0',
  '007',
  'key: |',
  'note: |\n  x',
  '\\',
  '\\n',
  '"',
  'x\n# y\n- z\n',
  '\u200d',
  '１２',
];

export const anyText = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...awkward), { maxLength: 4 }).map((parts) => parts.join(' ')),
  fc
    .array(fc.constantFrom('a', 'word', 'Ω', '', ' b', '- c', '# d', 'e:'), { maxLength: 5 })
    .map((lines) => lines.join('\n')),
);
const someText = anyText.filter((text) => text !== '');

export const ulids = fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const times = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

export const selectors: fc.Arbitrary<Selector> = fc
  .record(
    {
      quote: someText,
      current: someText,
      before: anyText,
      after: anyText,
      start: fc.nat(100_000),
      message: someText,
    },
    { requiredKeys: ['quote', 'before', 'after', 'start'] },
  )
  .map((selector) => ({
    ...selector,
    end: selector.start + [...(selector.current ?? selector.quote)].length,
  }));

const attributeNames = fc
  .oneof(fc.constantFrom('page', 'speaker-role', 'x y', '1', 'yes'), someText)
  .filter(
    (name) => name.length <= 256 && !['__proto__', 'constructor', 'prototype'].includes(name),
  );
const attributes = fc.dictionary(
  attributeNames,
  fc.oneof(
    anyText,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  ),
  { minKeys: 1, maxKeys: 4, noNullPrototype: true },
);

const optional = {
  type: someText,
  note: anyText,
  tags: fc.array(someText, { minLength: 1, maxLength: 3 }),
  attributes,
  status: fc.constantFrom('suggested' as const, 'confirmed' as const, 'rejected' as const),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  by: someText,
  created: times,
  modified: times,
  replies: fc.array(
    fc.record({ by: someText, created: times, note: anyText }, { noNullPrototype: true }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  state: fc.constantFrom(
    'moved' as const,
    'edited' as const,
    'ambiguous' as const,
    'orphaned' as const,
  ),
};

/** Valid annotations of the kinds that stand alone. */
export const annotations: fc.Arbitrary<Annotation> = fc
  .record(
    {
      id: ulids,
      kind: fc.constantFrom(
        'entity' as const,
        'note' as const,
        'highlight' as const,
        'question' as const,
        'document' as const,
      ),
      target: fc.array(selectors, { minLength: 1, maxLength: 3 }),
      entity: fc.constantFrom('nato', 'jens-stoltenberg', 'g7', '1984'),
      ...optional,
    },
    { requiredKeys: ['id', 'kind', 'target', 'entity'] },
  )
  .map((annotation) =>
    annotation.kind === 'document' ? { ...annotation, target: [] } : { ...annotation },
  )
  .filter((annotation) => {
    const value = {
      ...annotation,
      target: annotation.target.length > 0 ? annotation.target : undefined,
    };
    return interpretRecord(value).issues.every((issue) => issue.severity !== 'error');
  });

export const annotationLists = fc.uniqueArray(annotations, {
  selector: ({ id }) => id,
  maxLength: 6,
});

export const sources: fc.Arbitrary<SidecarSource> = fc
  .record({
    name: fc.constantFrom('a.txt', 'Nachricht – 1.txt', '007', 'x: y.txt', '#1.eml', '😀.txt'),
    sha256: fc.oneof(fc.stringMatching(/^[0-9a-f]{64}$/), fc.stringMatching(/^[0-9]{62}e[0-9]$/)),
    blob: fc.stringMatching(/^[0-9a-f]{40}$/),
  })
  .map((source) => ({ ...source }));
