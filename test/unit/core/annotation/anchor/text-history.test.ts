import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchTokens } from '../../../../../src/core/annotation/anchor/anchored-diff';
import { TextHistory } from '../../../../../src/core/annotation/anchor/text-history';
import { SourceText } from '../../../../../src/core/text/source-text';

const first = 'The council met in Velmora on Tuesday and spoke about grain and diesel.';
const second = 'The delegates applauded, and a second round is planned for the autumn.';
const third = 'Norline carried 4,200 passengers in March, says its director Paul Anders.';
const original = `${first}\n\n${second}\n\n${third}\n`;

function follow(quote: string, now: string, old = original) {
  const start = old.indexOf(quote);
  const source = new SourceText(now);
  const finding = new TextHistory(old, source).follow({ start, end: start + quote.length });
  return finding && { ...finding, texts: finding.places.map(({ range }) => source.slice(range)) };
}

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe('TextHistory', () => {
  it('keeps every untouched quote exactly, also among copies of its words', () => {
    const now = `The council is back.\n\n${first} The council met.\n\n${second}\n\n${third}\n`;
    const found = follow('The council met in', now)!;
    assert.equal(found.verdict, 'placed');
    assert.equal(found.places[0]!.range.start, now.indexOf(first));
  });

  it('follows an edited quote and gives its present text', () => {
    const now = original.replace('spoke about grain', 'also spoke abuot grain');
    const found = follow('met in Velmora on Tuesday and spoke about grain', now)!;
    assert.equal(found.verdict, 'placed');
    assert.deepEqual(found.texts, ['met in Velmora on Tuesday and also spoke abuot grain']);
  });

  it('has nothing for a deleted quote, though its words occur elsewhere', () => {
    assert.equal(follow('delegates', original.replace(second, 'Some delegates left.')), undefined);
    assert.equal(follow(second, `${first}\n\n${third}\n`), undefined);
  });

  it('leaves an exchanged number to a person', () => {
    const found = follow('carried 4,200 passengers', original.replace('4,200', '4,300'))!;
    assert.equal(found.verdict, 'ambiguous');
    assert.deepEqual(found.texts, ['carried 4,300 passengers']);
  });

  it('does not decide which of two copies is the old one', () => {
    const now = `${first}\n\n${second}\n\n${second}\n\n${third}\n`;
    const found = follow('a second round', now)!;
    assert.equal(found.verdict, 'ambiguous');
    assert.equal(found.places.length, 2);
    const edited = now.replace(second, second.replace('planned', 'plannd'));
    assert.equal(follow('The delegates applauded', edited)!.verdict, 'ambiguous');
  });

  it('does not decide between a passage and its copy in the next sentence', () => {
    const old = original.replace(first, `It rained again. ${first} That was all.`);
    const now = old.replace(first, `${first} It rained again. It rained again. ${first}`);
    assert.equal(follow('Velmora on Tuesday', now, old)!.verdict, 'ambiguous');
  });

  it('does not decide between sentences that were all alike, when their names changed', () => {
    const alike = (places: string[]) =>
      places.map((place) => `They agreed to meet again in ${place} soon. `).join('');
    const old = `${first} ${alike(['Arleth', 'Tarnik', 'Halden'])}${second}`;
    const now = `${first} ${alike(['Tarnik', 'Sarmin', 'Polvani'])}${second}`;
    const start = old.lastIndexOf('They agreed to meet', old.indexOf('Tarnik'));
    const range = { start, end: start + 'They agreed to meet'.length };
    assert.equal(new TextHistory(old, new SourceText(now)).follow(range)!.verdict, 'ambiguous');
  });

  it('does not take a word for the one repeated right beside it', () => {
    const now = original.replace('second round', 'a second second round');
    assert.equal(follow('second', now)!.verdict, 'ambiguous');
  });

  it('does not place a passage on its rest where a part of it was moved away', () => {
    const quote = `${second}\n\nNorline carried 4,200 passengers`;
    const now = `Norline carried 4,200 passengers.\n\n${first}\n\n${second}\n\nThat says its director Paul Anders.\n`;
    assert.equal(follow(quote, now)!.verdict, 'ambiguous');
  });

  it('takes no like paragraph for the own one, however the paragraphs are put in order', () => {
    const said = 'She remembers the statue as costly: we came quietly, and the report was full.';
    const inTown = (town: string) =>
      `Critics call it narrow. Officials announced it in ${town}. ${said} Nobody knew who paid.`;
    const [own, like] = [inTown('Halden'), inTown('Corvale')];
    for (const order of [
      [own, like, first, second],
      [own, first, like, second],
      [own, first, second, third, like],
    ])
      for (const paragraphs of permutations(order)) {
        const now = paragraphs.join('\n\n');
        const found = follow(said, now, order.join('\n\n'));
        if (found?.verdict !== 'placed') continue;
        assert.equal(found.places[0]!.range.start, now.indexOf(own) + own.indexOf(said), now);
      }
  });

  it('does not decide between an edited copy and what little is left of the original', () => {
    const old = [
      '«Ми не знали про залізницю», — сказали перевізники з міста Одеса. У листі йдеться про те, що лікарі взимку обговорили млин біля річки і ціни не змінилися. Музиканти перевірили нову дорогу, але музика лунала до ранку. Наприкінці місяця близько 481 людей прийшли побачити старий міст. За 726 днів перевізники обговорили лікарню.',
      'Мешканці залишили лікарню, але поїзд уже пішов. На світанку близько 691 людей прийшли побачити шкільний архів.',
      '_______________________________________________\nArchive mailing list',
    ].join('\n\n');
    const now = [
      '«Ми не знали про залізницю», — сказали перевізники з міста Одеса. У\nлисті йдеться про те, що лікарі взимку обговорили млин біля річки і\nне змінилися. Музиканти перевірили нову дорогу, але музика лунала до\nранку. Наприкінці місяця близько 481 людей прийшли побачити старий\nміст. За 726 днів перевізники лікарню.',
      'Мешканці залишили лікарню, поїзд уже пішов. На світанку близько 691\nлюдей прийшли побачити шкільний архів.',
      '«Ми не знали про залізницю», — сказали перевізники з Одеса. У листі\nйдеться про те, що лікарі взимку обговорили млин біля річки і ціни\nне змінилися. Музиканти перевірили нову дорогу, але музика лунала до\nранку. Наприкінці місяця близько 481 людей прийшли побачити старий\nміст. ',
      'Мешканці залишили лікарню, поїзд уже пішов. На світанку близько 691\nлюдей прийшли побачити шкільний архів.',
      '_______________________________________________ Archive mailing list',
    ].join('\n\n');
    const quote = old.slice(old.indexOf('міст. За'), old.indexOf(' поїзд уже'));
    assert.equal(follow(quote, now, old)?.verdict, 'ambiguous');
  });

  it('takes a negation that was put in with a slip for one', () => {
    const old = `${first}\n\nFor nine years the committee was gradual, and it is rejected now.\n`;
    const now = old.replace('was gradual', 'was snot gradual').replace('and it', 'adn it');
    const found = follow('the committee was gradual, and it is rejected', now, old)!;
    assert.equal(found.verdict, 'ambiguous');
  });

  it('sees an exchanged name of which the quote holds only the first word', () => {
    const old = `${first} When the strike closed, Peter Lindqvist criticised the market and left.\n`;
    const now = old.replace('Peter Lindqvist', 'Aylin Demir');
    assert.equal(follow('When the strike closed, Peter', now, old)?.verdict, 'ambiguous');
  });

  it('does not decide between far copies of a long passage, of which neither stands as before', () => {
    const block = Array.from(
      { length: 30 },
      (_, line) =>
        `> Member ${line * 7} of the list, from town ${line * 11}, pays ${line * 13} crowns.`,
    ).join('\n>\n');
    const old = `${first}\n\n${block}\n\n${second}\n`;
    const quote = '105 of the list, from town 165';
    const behind = `${first}\n\n${block}\n\n${third}\n\n${block}\n\nThe list ends here.\n`;
    assert.equal(follow(quote, behind, old)?.verdict, 'ambiguous');
    const apart = `${first}\n\n${block}\n\n${second}\n\n${third}\n\n${block}\n`;
    const found = follow(quote, apart, old)!;
    assert.equal(found.verdict, 'placed');
    assert.equal(found.places[0]!.range.start, apart.indexOf(quote));
  });

  it('does not take a copy for the passage that was edited at its own place', () => {
    const paragraph = `${second} ${third} Nobody spoke about the harvest.`;
    const note = 'The letters, kept in a box under the stairs, mention the list only once.';
    const old = `${first}\n\n${note}\n\n${paragraph}\n\n${note}\n`;
    const edited = paragraph
      .replace('delegates applauded', 'guests left')
      .replace('a second round', 'a new round')
      .replace('for the autumn', 'this autumn')
      .replace('its director', 'their')
      .replace('in March', 'in the long March')
      .replace('spoke about', 'discussed');
    const now = `${first}\n\n${paragraph}\n\n${note}\n\n${edited}\n\n${note}\n`;
    assert.equal(follow('Norline carried 4,200 passengers', now, old)?.verdict, 'ambiguous');
  });

  it('does not take a sentence of the same make for one that was rewritten with its neighbours', () => {
    const old = `${first}\n\n${second} There is still hope that the bridge can be saved without a long harbour. ${third}\n`;
    const now = `${first}\n\nA school was opened in Ostrava. There is still hope that the licence can be saved without a clumsy clinic. Many left early.\n`;
    const found = follow('There is still hope that the bridge can be saved without a', now, old);
    assert.notEqual(found?.verdict, 'placed');
    const beside = now.replace('Many left early.', third);
    assert.equal(follow('There is still hope that the', beside, old)?.verdict, 'placed');
  });

  it('does not decide which of two like sentences is left when what followed them went too', () => {
    const old = `${first} ${second}\n\n${second} Nobody was surprised by it.\n\n${third}\n`;
    const now = `${first}\n\n${second}\n\n${third}\n`;
    assert.equal(follow('a second round is planned', now, old)?.verdict, 'ambiguous');
  });

  describe('of two like paragraphs, one behind the other', () => {
    const twice = `${first}\n\n${second} ${third}\n\n${second} ${third}\n\nThe end of it all came late.\n`;
    const quote = 'a second round is planned';

    const verdicts = (now: string) => {
      const history = new TextHistory(twice, new SourceText(now));
      return [twice.indexOf(quote), twice.lastIndexOf(quote)].map(
        (start) => history.follow({ start, end: start + quote.length })?.verdict,
      );
    };

    it('does not decide which is left when that was edited, too', () => {
      const now = twice.replace(`${second} ${third}\n\n`, '').replace('applauded', 'aplauded');
      for (const left of [now, now.replace('planned', 'plannd')]) {
        assert.ok(verdicts(left).includes('ambiguous'));
        assert.ok(!verdicts(left).includes('placed'));
      }
    });

    it('does not decide which was moved away', () => {
      const moved = `${second} ${third}\n\n`;
      assert.ok(!verdicts(moved + twice.replace(moved, '')).includes('placed'));
    });

    it('keeps its place while both stand where they stood, though something was edited', () => {
      const now = twice.replace('grain and diesel', 'grain').replace('came late', 'came too late');
      const found = follow(quote, now, twice)!;
      assert.equal(found.verdict, 'placed');
      assert.equal(found.places[0]!.range.start, now.indexOf(quote));
    });
  });

  it('tells a text with passages put in from one with single words changed', () => {
    const hasMoved = (now: string) => new TextHistory(original, new SourceText(now)).hasMoved;
    assert.equal(
      hasMoved(original.replace('met', 'talked').replace('is planned', 'follows')),
      false,
    );
    assert.equal(hasMoved(`${second}\n\n${first}\n\n${third}\n`), true);
    assert.equal(
      hasMoved(`${original}\nNobody knows when the harvest will be brought in there.\n`),
      true,
    );
  });

  it('takes nothing for a moved passage of which there are two in either text', () => {
    const history = (old: string, now: string) => {
      const at = (text: string) => ({
        start: text.indexOf(second),
        end: text.indexOf(second) + second.length,
      });
      return new TextHistory(old, new SourceText(now)).mayBeAnother(at(old), at(now));
    };
    const nearly = second.replace('planned', 'expected');
    assert.equal(history(original, `${second}\n\n${first}\n\n${third}\n`), false);
    assert.equal(history(original, `${second}\n\n${first}\n\n${nearly} ${third}\n`), true);
    assert.equal(history(`${original}\n${nearly}\n`, `${second}\n\n${first}\n\n${third}`), true);
  });
});

describe('matchTokens', () => {
  it('gives equal tokens in rising order, and all of what was not touched', () => {
    const tokens = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 300 });
    fc.assert(
      fc.property(tokens, tokens, tokens, (head, changed, tail) => {
        const old = Int32Array.from([...head, ...tail]);
        const now = Int32Array.from([...head, ...changed, ...tail]);
        const matches = matchTokens(old, now);
        let last = -1;
        matches.forEach((match, index) => {
          if (match === -1) return;
          assert.equal(now[match], old[index]);
          assert.ok(match > last);
          last = match;
        });
        assert.ok(matches.every((match) => match !== -1));
      }),
    );
  });
});
