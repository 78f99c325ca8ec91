import assert from 'node:assert/strict';
import { buildGazetteer } from '../../../../../scripts/build-gazetteer';
import { findMentions } from '../../../../../src/core/entity/find-mentions';
import { loadGazetteer } from '../../../../../src/core/entity/gazetteer/gazetteer';
import { EntityRegistry } from '../../../../../src/core/entity/registry';
import { SourceText } from '../../../../../src/core/text/source-text';
import { model } from '../recogniser/recogniser-model';

const registry = new EntityRegistry([], loadGazetteer(buildGazetteer()));

/** "Russian=russia" of every demonym; several candidates joined by "+". */
function demonyms(text: string): string[] {
  return findMentions(new SourceText(text), registry, { recogniser: model })
    .filter(({ demonym }) => demonym)
    .map(({ text: written, entities }) => `${written}=${entities.map(({ id }) => id).join('+')}`);
}

describe('demonyms', () => {
  const countries: [text: string, found: string[]][] = [
    ['criticizing the Russian military in the east', ['Russian=russia']],
    ['Chinese cyberattacks against members', ['Chinese=china']],
    ['the first time a Japanese minister attends', ['Japanese=japan']],
    ['Thousands of Ukrainians fled.', ['Ukrainians=ukraine']],
    ['Several Russians were killed.', ['Russians=russia']],
    ['A Russian was arrested.', ['Russian=russia']],
    ['Then the French said no.', ['French=france']],
    ['It met Russian and Chinese officials.', ['Russian=russia', 'Chinese=china']],
    ['German, French and Italian banks', ['German=germany', 'French=france', 'Italian=italy']],
    ['in Russian hands', ['Russian=russia']],
    ['his French wife', ['French=france']],
    ['RUSSIAN TROOPS ADVANCE', ['RUSSIAN=russia']],
    ['Brazilian, Canadian, Syrian.', ['Brazilian=brazil', 'Canadian=canada', 'Syrian=syria']],
    ['a Korean company', ['Korean=south-korea+north-korea']],
    ['the South Korean army', ['South Korean=south-korea']],
    ['Scottish voters and Welsh voters', ['Scottish=scotland', 'Welsh=wales']],
    ['Northern Irish parties', ['Northern Irish=northern-ireland']],
    ['many European cities', ['European=europe']],
    ['Latin American debt', ['Latin American=latin-america']],
    ['the French-led mission', ['French=france']],
    ['a\nRussian\nsubmarine', ['Russian=russia']],
  ];
  for (const [text, found] of countries) {
    it(`link to their country in "${text.replace(/\s+/g, ' ')}"`, () =>
      assert.deepEqual(demonyms(text), found));
  }

  const silent = [
    'The letter was written in Russian.',
    'She speaks French and German.',
    'He speaks fluent Chinese, and reads Russian.',
    'the Korean translation of the book',
    'Is there a French version?',
    'Russian speakers in Riga',
    'the Russian-language press',
    'a French-speaking canton',
    'translated from the Russian by hand',
    'It is Greek to me.',
    'Sorry for my English.',
    'They prefer American English there.',
    'Polish the surface first.',
    'the East German border',
    'the North Vietnamese army',
    'African Americans voted.',
    'on the Indian reservation',
  ];
  for (const text of silent) {
    it(`say nothing false in "${text}"`, () => {
      const wrong = demonyms(text).filter((each) => !/^American/.test(each));
      assert.deepEqual(wrong, []);
    });
  }

  it('are no places in which others lie', () => {
    const text = 'While in Reading, British officials met.';
    const found = findMentions(new SourceText(text), registry).map(({ text: name }) => name);
    assert.deepEqual(found, ['British']);
  });

  it('give way to a longer recognised name', () => {
    const text = 'He flew with British Airways and joined the Russian Academy of Fisheries.';
    assert.deepEqual(
      demonyms(text).filter((each) => each.startsWith('Russian')),
      [],
    );
  });

  it('are never a name of their own', () => {
    const text = 'They said that European and Americans and Kurdish and English came.';
    const found = findMentions(new SourceText(text), registry, { recogniser: model });
    assert.ok(
      found.every(({ source }) => source === 'gazetteer'),
      JSON.stringify(found),
    );
  });
});
