import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MentionMatcher, type MatcherAlias } from '../../../../src/core/entity/matcher';
import { processorMilliseconds } from '../../processor-time';

/** What is found, as text. */
function found(names: readonly (string | MatcherAlias)[], text: string): string[] {
  const matcher = new MentionMatcher(
    names.map((name, payload) => (typeof name === 'string' ? { alias: name, payload } : name)),
  );
  return matcher.find(text).map(({ start, end }) => text.slice(start, end));
}

describe('MentionMatcher', () => {
  it('prefers the longest of names that overlap, the first of equally long ones', () => {
    const names = ['the institute', 'Institute for Coasts', 'for Coasts of the North'];
    assert.deepEqual(found(names, 'The Institute for Coasts met.'), ['Institute for Coasts']);
    assert.deepEqual(found(names, 'The Institute for Coasts of the North met.'), [
      'The Institute',
      'for Coasts of the North',
    ]);
    assert.deepEqual(found(['One Two', 'Two Six'], 'One Two Six'), ['One Two']);
  });

  it('finds the longest of names that begin together', () => {
    const names = ['York', 'New York', 'New York Times', 'Times Square'];
    assert.deepEqual(found(names, 'The New York Times Square of New York, York.'), [
      'New York Times',
      'New York',
      'York',
    ]);
  });

  it('finds whole words only, in every script', () => {
    assert.deepEqual(found(['Niger', 'Mali'], 'Nigeria, Nigerien, Somali, Niger; Mali!'), [
      'Niger',
      'Mali',
    ]);
    assert.deepEqual(found(['Рим', 'Ελλάδα'], 'Римский Рим, Ελλάδας (Ελλάδα)'), ['Рим', 'Ελλάδα']);
    assert.deepEqual(found(['インド'], 'インドネシアとインドと'), ['インド']);
    assert.deepEqual(found(['中国', '乌克兰'], '北约称中国与乌克兰的关系'), ['中国', '乌克兰']);
    assert.deepEqual(found(['NATO'], '米国はNATO加盟国'), ['NATO']);
    assert.deepEqual(found(['ไทย', 'กรุงเทพ'], 'ประเทศไทยมีกรุงเทพเป็นเมืองหลวง'), ['ไทย', 'กรุงเทพ']);
    assert.deepEqual(found(['한국', '우크라이나'], '우크라이나의 전쟁과 한국은, 남한국경'), [
      '우크라이나',
      '한국',
    ]);
    assert.deepEqual(found(['روسيا', 'أوكرانيا'], 'روسيا وأوكرانيا وروسيا، بروسيا'), [
      'روسيا',
      'أوكرانيا',
      'روسيا',
      'روسيا',
    ]);
    assert.deepEqual(found(['𝔑𝔞𝔱𝔬', '🎉'], 'x 🎉 y'), []);
    assert.deepEqual(found(['NATO'], '🎉NATO🎉 “NATO”'), ['NATO', 'NATO']);
  });

  it('finds names across a line break, quote marks and any blanks, but not across an empty line', () => {
    const names = ['Balkan Peninsula', 'Asia-Pacific'];
    assert.deepEqual(found(names, 'Balkan\nPeninsula'), ['Balkan\nPeninsula']);
    assert.deepEqual(found(names, '> the Balkan  \n> > Peninsula'), ['Balkan  \n> > Peninsula']);
    assert.deepEqual(found(names, 'Balkan\u00a0Peninsula, Balkan \t Peninsula'), [
      'Balkan\u00a0Peninsula',
      'Balkan \t Peninsula',
    ]);
    assert.deepEqual(found(names, 'the Asia-\nPacific'), ['Asia-\nPacific']);
    assert.deepEqual(found(names, 'Balkan\n\nPeninsula, Balkan\n> \n> Peninsula'), []);
    assert.deepEqual(found(names, 'Balkan, Peninsula; BalkanPeninsula; Asia Pacific'), []);
  });

  it('takes possessives and apostrophes as what they are', () => {
    assert.deepEqual(
      found(
        ['Ukraine', 'United States', 'Xi', 'Sana'],
        "Ukraine's, Ukraine’s, the United States' Xi'an, Sana'a, Xi'll",
      ),
      ['Ukraine', 'Ukraine', 'United States', 'Xi'],
    );
    assert.deepEqual(
      found(
        ["Côte d'Ivoire", 'Brien', 'Alan Turing', 'Onu'],
        'Côte d’Ivoire, O’Brien, d’Alan Turing, dell’Onu',
      ),
      ['Côte d’Ivoire', 'Alan Turing', 'Onu'],
    );
    assert.deepEqual(found(["McDonald's", 'McDonald'], "McDonald’s, McDonald's food, McDonald"), [
      'McDonald’s',
      "McDonald's",
      'McDonald',
    ]);
    assert.deepEqual(found(['Ankara'], "Ankara'da, Ankara'nın"), ['Ankara', 'Ankara']);
  });

  it('knows hyphen compounds', () => {
    const names = [
      'Asia',
      'Russia',
      'China',
      'U.S.',
      'NATO',
      'Kyiv',
      'Saxony',
      'Boeing',
      'Stratford',
      'Avon',
      'Russian',
    ];
    assert.deepEqual(found(names, 'the Asia-Pacific'), []);
    assert.deepEqual(found([...names, 'Asia-Pacific'], 'the Asia-Pacific'), ['Asia-Pacific']);
    assert.deepEqual(found(names, 'the Russia-China alliance'), ['Russia', 'China']);
    assert.deepEqual(found(names, 'the Russia–China–Asia axis'), ['Russia', 'China', 'Asia']);
    assert.deepEqual(
      found(names, 'U.S.-led, non-NATO, Non-NATO, pro-Russian, Kyiv-based, U.S.-Led'),
      ['U.S.', 'NATO', 'NATO', 'Russian', 'Kyiv', 'U.S.'],
    );
    assert.deepEqual(
      found(names, 'Saxony-Anhalt, Boeing-737, Stratford-upon-Avon, China-Foo-Russia'),
      [],
    );
    assert.deepEqual(found(names, 'to NATO -- and Russia-- or --China—Kyiv'), [
      'NATO',
      'Russia',
      'China',
      'Kyiv',
    ]);
    assert.deepEqual(found(names, '> the Russia-\n> China alliance, Asia-\n> Pacific'), [
      'Russia',
      'China',
    ]);
  });

  it('knows full stops, ampersands, underscores and addresses', () => {
    assert.deepEqual(found(['U.S.', 'US', 'U.N', 'S', 'U'], 'U.S. and US; U.S.A; the U.N.'), [
      'U.S.',
      'US',
      'U.N',
    ]);
    assert.deepEqual(found(['AT', 'AT&T', 'R'], 'AT&T, AT, R&D'), ['AT&T', 'AT']);
    assert.deepEqual(found(['Yahoo', 'Mecca'], 'Yahoo.com, in_Mecca_crane, _Mecca_, Mecca@x.org'), [
      'Mecca',
    ]);
    assert.deepEqual(
      found(
        ['.NET', 'Acme Inc', 'Acme Inc.', 'C++', 'D.C.'],
        'ASP.NET, .NET, Acme Inc. (C++) D.C., Acme Inc',
      ),
      ['.NET', 'Acme Inc.', 'C++', 'D.C.', 'Acme Inc'],
    );
  });

  it('requires the capitals of a name and allows capitals throughout', () => {
    const names = ['Brussels', 'Belt and Road', 'NATO', 'the alliance', 'iPhone', 'al-Qaeda'];
    assert.deepEqual(found(names, 'BRUSSELS Brussels brussels BRussels'), ['BRUSSELS', 'Brussels']);
    assert.deepEqual(found(names, 'Belt And Road, BELT AND ROAD, belt and road'), [
      'Belt And Road',
      'BELT AND ROAD',
    ]);
    assert.deepEqual(found(names, 'NATO Nato nato'), ['NATO']);
    assert.deepEqual(found(names, 'The alliance, the Alliance, THE ALLIANCE'), [
      'The alliance',
      'the Alliance',
      'THE ALLIANCE',
    ]);
    assert.deepEqual(found(names, 'iPhone IPHONE iphone, Al-Qaeda AL-QAEDA'), [
      'iPhone',
      'IPHONE',
      'Al-Qaeda',
      'AL-QAEDA',
    ]);
    assert.deepEqual(
      found([{ alias: 'Brussels', caseSensitive: true, payload: 0 }], 'BRUSSELS Brussels'),
      ['Brussels'],
    );
    assert.deepEqual(
      found(
        [{ alias: 'Brussels', caseSensitive: false, payload: 0 }],
        'BRUSSELS brussels bruSSels',
      ),
      ['BRUSSELS', 'brussels', 'bruSSels'],
    );
    assert.deepEqual(found(['Türkiye', 'ÉCOLE'], 'TÜRKİYE TURKIYE türkiye ÉCOLE école'), [
      'TÜRKİYE',
      'ÉCOLE',
    ]);
  });

  it('folds diacritics when the alias has none, in either normal form', () => {
    assert.deepEqual(
      found(['Turkiye', 'Lodz', 'Sao Paulo'], 'Türkiye, Łódź, São Paulo, Sa\u0303o Paulo'),
      ['Türkiye', 'Łódź', 'São Paulo', 'Sa\u0303o Paulo'],
    );
    assert.deepEqual(
      found(['Müller', 'Ge\u0301ne\u0301ral'], 'Muller, Müller, Mu\u0308ller, Général'),
      ['Müller', 'Mu\u0308ller', 'Général'],
    );
    assert.deepEqual(found(['محمد'], 'مُحَمَّد'), ['مُحَمَّد']);
  });

  it('gives every payload of an ambiguous name once, in order', () => {
    const matcher = new MentionMatcher([
      { alias: 'Georgia', payload: 7 },
      { alias: 'GEORGIA', payload: 8 },
      { alias: 'Georgia', payload: 3 },
      { alias: 'Georgia', payload: 7 },
    ]);
    assert.deepEqual(
      matcher.find('Georgia GEORGIA').map(({ payloads }) => payloads),
      [
        [7, 3],
        [7, 8, 3],
      ],
    );
  });

  it('leaves out what is no word and takes regular-expression characters literally', () => {
    const matcher = new MentionMatcher(
      ['', '  ', '.*', '(', '🎉'].map((alias) => ({ alias, payload: 0 })),
    );
    assert.equal(matcher.size, 0);
    assert.deepEqual(matcher.find('.* ( 🎉 any'), []);
    assert.deepEqual(found(['a.*b', '[x]'], 'a.*b axxb a.xb [x] x'), ['a.*b', '[x]']);
  });

  it('finds only within a range and judges words by what stands around it', () => {
    const matcher = new MentionMatcher(
      ['NATO', 'New York'].map((alias, payload) => ({ alias, payload })),
    );
    const text = 'xNATO NATO New York NATOx';
    const at = (start: number, end: number) =>
      matcher.find(text, { start, end }).map((match) => text.slice(match.start, match.end));
    assert.deepEqual(at(1, text.length), ['NATO', 'New York']);
    assert.deepEqual(at(6, 10), ['NATO']);
    assert.deepEqual(at(7, 15), []);
    assert.deepEqual(at(11, 18), []);
    assert.deepEqual(at(20, 24), []);
  });
});

describe('MentionMatcher on hostile names and texts', () => {
  it('stays linear', () => {
    const deep = Array.from({ length: 64 }, (_, length) =>
      Array(length + 1)
        .fill('a')
        .join(' '),
    );
    const same = Array.from({ length: 100_000 }, (_, payload) => ({ alias: 'Same', payload }));
    const matcher = new MentionMatcher([
      ...deep.map((alias, payload) => ({ alias: `${alias} b`, payload })),
      ...same,
    ]);
    assert.ok(processorMilliseconds(() => matcher.find('a '.repeat(100_000))) < 3000);
    assert.ok(processorMilliseconds(() => matcher.find(`a${' '.repeat(500_000)}a`)) < 1000);
    assert.ok(processorMilliseconds(() => matcher.find(`a${'\u0301'.repeat(500_000)}a`)) < 1000);
    const [first] = matcher.find('Same '.repeat(2000));
    assert.equal(first!.payloads.length, 100);
    assert.ok(processorMilliseconds(() => matcher.find('Same '.repeat(2000))) < 3000);
    assert.ok(processorMilliseconds(() => matcher.find('Same-'.repeat(20_000))) < 5000);
  });

  it('holds a million aliases', () => {
    let matcher: MentionMatcher | undefined;
    const aliases = Array.from({ length: 1_000_000 }, (_, payload) => ({
      alias: `Name${payload % 70_000} Family${payload}`,
      payload,
    }));
    assert.ok(processorMilliseconds(() => (matcher = new MentionMatcher(aliases))) < 15_000);
    assert.deepEqual(matcher!.find('and Name69999 Family769999 said Name1 Family2'), [
      { start: 4, end: 26, payloads: [769_999] },
    ]);
  }).timeout(60_000);
});

/** The rules for one name again, as a regular expression; only for the property test's alphabet. */
function oracle(names: readonly string[], text: string): string[] {
  const prefix = '\\n[> \\u00a0]*';
  const gap = `(?:[ \\u00a0]+(?:${prefix})?|${prefix})`;
  const forms = (letter: string) => (letter === 'e' ? 'eé' : letter === 'E' ? 'EÉ' : letter);
  const pattern = (name: string, capitals: boolean) =>
    name.replace(/ |[^ ]/g, (piece, at: number) => {
      if (piece === ' ') return gap;
      const lower = piece === piece.toLowerCase();
      if (capitals) return `[${forms(piece).toUpperCase()}]`;
      const wordStart = at === 0 || name.charAt(at - 1) === ' ';
      return `[${forms(piece)}${lower && wordStart ? forms(piece).toUpperCase() : ''}]`;
    });
  const letter = '[A-Za-zéÉ0-9]';
  const candidates: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const name of names) {
      for (const capitals of [false, true]) {
        const body = new RegExp(`(?<!${letter})${pattern(name, capitals)}(?!${letter})`, 'y');
        body.lastIndex = start;
        const match = body.exec(text)?.[0];
        if (match && (!capitals || match.length > 1)) {
          candidates.push({ start, end: start + match.length });
        }
      }
    }
  }
  const longestFirst = candidates.sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const chosen: { start: number; end: number }[] = [];
  for (const candidate of longestFirst) {
    const overlaps = chosen.some(
      ({ start, end }) => start < candidate.end && candidate.start < end,
    );
    if (!overlaps) chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.start - b.start).map(({ start, end }) => `${start}-${end}`);
}

describe('MentionMatcher beside a brute-force oracle', () => {
  const word = fc
    .array(fc.constantFrom('a', 'a', 'A', 'e', 'é'), { minLength: 1, maxLength: 2 })
    .map((letters) => letters.join(''));
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const text = fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: word },
        { weight: 3, arbitrary: fc.constant(' ') },
        fc.constantFrom('\n', '  ', '\u00a0', '\n> ', ', ', '\n\n', '>'),
      ),
      { maxLength: 60, size: 'max' },
    )
    .map((pieces) => pieces.join(''));

  it('finds the same names at the same places', () => {
    let hits = 0;
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), text, (names, sample) => {
        const matcher = new MentionMatcher(names.map((alias, payload) => ({ alias, payload })));
        const actual = matcher.find(sample).map(({ start, end }) => `${start}-${end}`);
        hits += actual.length;
        assert.deepEqual(actual, oracle(names, sample));
      }),
      { numRuns: 2000 },
    );
    assert.ok(hits > 1000, `only ${hits} matches in the whole test`);
  });
});
