import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EntityType } from '../../../../../src/core/entity/entity';
import {
  recogniseNames,
  type RecognisedName,
} from '../../../../../src/core/entity/recogniser/recognise-names';
import { model } from './recogniser-model';
import { processorMilliseconds } from '../../../processor-time';

const nothing = { typeOf: (): undefined => undefined };
const places = {
  typeOf: (name: string): EntityType | undefined =>
    /^(?:Brussels|Norway|Oslo|Kyiv|Ukraine|Geneva|England|Texas)$/.test(name) ? 'place' : undefined,
};

const recognise = (text: string, known = nothing as typeof places): RecognisedName[] =>
  recogniseNames(text, known, model);

/** "type: name" of everything recognised, with white space folded. */
function found(text: string, known?: typeof places): string[] {
  return recognise(text, known).map(
    ({ start, end, type }) => `${type}: ${text.slice(start, end).replace(/\s+/g, ' ')}`,
  );
}

function shown(text: string, known?: typeof places): string[] {
  return found(text, known).filter((name) => !name.startsWith('unknown'));
}

describe('recogniseNames', () => {
  it('takes what follows a title for a person and keeps the title as role and evidence', () => {
    const text = 'crime," NATO Secretary-General Jens Stoltenberg told reporters on Tuesday';
    const name = recognise(text).find(({ type }) => type === 'person');
    assert.equal(text.slice(name!.start, name!.end), 'Jens Stoltenberg');
    assert.equal(name!.role, 'NATO Secretary-General');
    assert.equal(name!.evidence, 'NATO Secretary-General Jens Stoltenberg');
  });

  const rules: [rule: string, text: string, names: string[]][] = [
    [
      'an honorific',
      'The report was written by Mr. Quillfeather in May.',
      ['person: Quillfeather'],
    ],
    [
      'a role before the name',
      'He spoke with spokeswoman Irina Volkonskaya about it.',
      ['person: Irina Volkonskaya'],
    ],
    [
      'a role behind the name',
      'Tom Haverford, a spokesman for the firm, said so.',
      ['person: Tom Haverford'],
    ],
    ['a verb of saying', '"We lost," said Marta Lindqvist yesterday.', ['person: Marta Lindqvist']],
    ['initials', 'The letter to J. R. Blackwood was never sent.', ['person: J. R. Blackwood']],
    [
      'a particle in the name',
      'The chairman, Pieter van der Meer, resigned.',
      ['person: Pieter van der Meer'],
    ],
    [
      'the last word of a body',
      'She works for the Ministry of Fisheries in town.',
      ['organization: Ministry of Fisheries'],
    ],
    [
      'a company form',
      'He bought shares of Brightwell Instruments Inc. last year.',
      ['organization: Brightwell Instruments Inc.'],
    ],
    ['a university', 'He studied at the University of Oslo.', ['organization: University of Oslo']],
    [
      'the last word of a place',
      'They live near Harrow County in a hut.',
      ['place: Harrow County'],
    ],
    ['the first word of a place', 'They climbed Mount Tarvik in June.', ['place: Mount Tarvik']],
  ];
  for (const [rule, text, names] of rules) {
    it(`knows a name by ${rule}`, () => assert.deepEqual(shown(text, places), names));
  }

  it('keeps a role that stands behind the name', () => {
    const roles = [
      ['Tom Haverford, a spokesman for the ministry, said so.', 'spokesman for the ministry'],
      [
        'Tom Haverford, director of the Harrow Institute, left.',
        'director of the Harrow Institute',
      ],
      [
        'Tom Haverford, the former foreign minister of Norway, left.',
        'former foreign minister of Norway',
      ],
      ['Tom Haverford, said the minister, had left.', undefined],
      ['Tom Haverford, who was a lawyer, had left.', undefined],
    ] as const;
    for (const [text, role] of roles) {
      const [name] = recognise(text, places);
      assert.equal(text.slice(name!.start, name!.end), 'Tom Haverford');
      assert.equal(name!.role, role);
    }
  });

  it('reads on in quoted lines, but joins no name over their signs', () => {
    const text =
      '> He said that the old\n> Harrow County was gone and met Marta\n> Oslo, Norway, was far.';
    assert.deepEqual(shown(text, places), [
      'place: Harrow County',
      'person: Marta',
      'place: Oslo',
      'place: Norway',
    ]);
  });

  it('is much surer in other languages', () => {
    const text =
      'Der Verband der Lehrer hat am Abend die Versammlung der Eltern in der Stadt besucht und die Sitzung beendet.';
    assert.deepEqual(found(text), []);
  });

  it('takes identifiers and single letters for no persons', () => {
    const text = 'Then AdapterRegistry said no, and Q wrote to C about McAllister.';
    assert.deepEqual(
      shown(text).filter((name) => /Adapter|: .$/.test(name)),
      [],
    );
  });

  it('takes two joined names for no third one', () => {
    assert.deepEqual(shown('They spoke of Norway-Ukraine ties.', places), []);
  });

  it('asks the gazetteer, and lets a longer name outrank what it knows', () => {
    assert.deepEqual(shown('It was held in Geneva, and later in Oslo.', places), [
      'place: Geneva',
      'place: Oslo',
    ]);
    assert.deepEqual(shown('It was set by the Bank of England on Monday.', places), [
      'organization: Bank of England',
    ]);
  });

  it('remembers a surname after the full name', () => {
    const text =
      'The minister, Astrid Kverneland, said so. Nobody asked. Later Kverneland left the room.';
    assert.deepEqual(shown(text), ['person: Astrid Kverneland', 'person: Kverneland']);
  });

  it('knows an acronym by the body that it stands behind', () => {
    const text =
      'He founded the Harrow Boat Society (HBS) in 1990. Nobody had heard of HBS. Later HBS left.';
    const names = shown(text).filter((name) => name.includes('H'));
    assert.deepEqual(names, [
      'organization: Harrow Boat Society',
      'organization: HBS',
      'organization: HBS',
      'organization: HBS',
    ]);
  });

  it('reads a name across a hard line break', () => {
    const text = 'A report that was sent yesterday by the lawyer Vladimir\nOrlovsky says so.';
    assert.deepEqual(shown(text), ['person: Vladimir Orlovsky']);
  });

  it('stops at a paragraph', () => {
    const text = 'A visit to Oslo\n\nMarta Lindqvist said no.';
    assert.deepEqual(shown(text, places), ['place: Oslo', 'person: Marta Lindqvist']);
  });

  it('shows no card on months, days, sentence starters and headline words', () => {
    const text = [
      'Top Foreign Officials Targeting Tax Cheats',
      '',
      'April 6, 2022',
      '',
      'Targeting the coast was wrong. Foreign ships left on Tuesday. Top aides agreed in April.',
      'However, Monday came. Why did nobody ask? Prices rose. Workers protested. March was cold.',
    ].join('\n');
    assert.deepEqual(shown(text), []);
  });

  it('leaves possessives and hyphen compounds outside', () => {
    assert.ok(
      shown("That was Ukraine's answer to a Kyiv-based group.", places).includes('place: Ukraine'),
    );
    assert.ok(
      shown("That was Ukraine's answer to a Kyiv-based group.", places).includes('place: Kyiv'),
    );
  });

  it('reads a line in capitals', () => {
    const text = 'TALKS IN BRUSSELS FAIL AGAIN\n\nThe talks failed.';
    const known = {
      typeOf: (name: string): EntityType | undefined => (name === 'Brussels' ? 'place' : undefined),
    };
    assert.deepEqual(shown(text, known), ['place: BRUSSELS']);
  });

  it('takes no names from header fields, addresses, paths and code', () => {
    const text = [
      'Message-ID: <Marta.Lindqvist@Mail.Example.Org>',
      'X-Mailer: Microsoft Outlook',
      'Content-Type: text/plain; charset=UTF-8',
      '',
      'See https://www.example.org/People/Marta_Lindqvist or /Users/Marta/Documents/Oslo.txt',
      'and call GetName() or NS_ERROR_Failure or marta@Example.org.',
    ].join('\n');
    assert.deepEqual(found(text, places), []);
  });

  it('keeps the sender and the subject', () => {
    const text = 'From: Marta Lindqvist\nSubject: the visit to Norway\n\nHello.';
    assert.deepEqual(shown(text, places), ['person: Marta Lindqvist', 'place: Norway']);
  });

  it('gives ordered ranges that do not overlap, for any text', () => {
    const words = fc.constantFrom(
      ...'Mr. Anna of the Bank NATO U.S. , . said " ( \n \n\n 14th de van O’Neill 😀 é́ -based Übung القاهرة 北京 \ud800'.split(
        ' ',
      ),
    );
    const texts = fc.oneof(
      fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const name of recognise(text, places)) {
          assert.ok(name.start >= end && name.end > name.start && name.end <= text.length);
          assert.match(text.slice(name.start, name.end), /^\S(?:[^]*\S)?$/u);
          assert.ok(name.evidence.length > 0);
          end = name.end;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('works in linear time on texts made of capitals', function () {
    this.timeout(60_000);
    const milliseconds = (text: string) => processorMilliseconds(() => recognise(text));
    for (const word of ['A', 'Anna ', 'NATO ', 'Ab\n', 'of The ', 'St.', "O'O'", 'a@', '"A" ']) {
      const small = 'x '.repeat(10) + word.repeat(30_000 / word.length);
      milliseconds(small);
      const once = Math.max(milliseconds(small), 5);
      const eight = milliseconds(small.repeat(8));
      assert.ok(eight < once * 8 * 4, `${JSON.stringify(word)}: ${once} ms, eightfold ${eight} ms`);
    }
    recognise('A'.repeat(10_000_000));
  });

  it('knows a firm by the first word of its full name', () => {
    const text =
      'Brightwell Instruments Inc. was sold on Monday. Later Brightwell said it had no comment.';
    assert.deepEqual(shown(text), [
      'organization: Brightwell Instruments Inc.',
      'organization: Brightwell',
    ]);
  });

  it('joins no name over a line that ends early, and none over columns', () => {
    const text =
      'Tom Haverford\nUniversity of Oslo            Phone: 555-0143\nThese are the last lines of a longer letter to all of you.';
    const names = shown(text, places);
    assert.ok(names.includes('organization: University of Oslo'), names.join());
    assert.ok(!names.some((name) => /Haverford University|Oslo +Phone/.test(name)), names.join());
  });
});
