import assert from 'node:assert/strict';
import { anchorAnnotations } from '../../../../../src/core/annotation/anchor/anchor-annotations';
import type { Annotation } from '../../../../../src/core/annotation/annotation';
import { createSelector } from '../../../../../src/core/annotation/selector';
import { contentIdentity } from '../../../../../src/core/text/hash';
import { SourceText } from '../../../../../src/core/text/source-text';

const original = `Ministers meet in the harbour town

The foreign ministers of eleven states met in the harbour town of Velmora on Tuesday. They spoke about grain, fish and the price of diesel.

"We will not leave this room without a result," said Irena Kovalenko, who chairs the council. The delegates applauded.

The ferry company Norline carried 4,200 passengers in March. Its director, Paul Anders, expects more in summer.

A second round of talks is planned for the autumn. The place is not yet known.
`;

function annotate(text: string, quote: string, occurrence = 0): Annotation {
  const source = new SourceText(text);
  let start = -1;
  for (let count = 0; count <= occurrence; count++) start = source.text.indexOf(quote, start + 1);
  assert.notEqual(start, -1, `"${quote}" is not in the text`);
  const target = [createSelector(source, { start, end: start + quote.length })];
  return { id: '01KAV7M2Q8T4Z6R1C3X5B7N9DE', kind: 'note', target };
}

/** Anchors one quote of the original in an edited text: its state and the text it is placed on. */
function anchor(quote: string, edited: string, text = original, occurrence = 0) {
  const recorded = { name: 'a.txt', ...contentIdentity(new SourceText(text)) };
  const source = new SourceText(edited);
  const [anchored] = anchorAnnotations([annotate(text, quote, occurrence)], source, { recorded });
  const { state, ranges, candidates } = anchored!;
  return { state, texts: ranges.map((range) => source.slice(range)), ranges, candidates };
}

describe('anchorAnnotations without the old text', () => {
  it('trusts the offsets of an unchanged text', () => {
    assert.deepEqual(anchor('Paul Anders', original).texts, ['Paul Anders']);
  });

  it('does not trust offsets that do not hold the quote', () => {
    const source = new SourceText(original);
    const annotation = annotate(original, 'Paul Anders');
    const [selector] = annotation.target;
    const shifted = { ...annotation, target: [{ ...selector!, start: 3, end: 14 }] };
    const recorded = { name: 'a.txt', ...contentIdentity(source) };
    const [anchored] = anchorAnnotations([shifted], source, { recorded });
    assert.equal(anchored!.state, 'exact');
    assert.equal(source.slice(anchored!.ranges[0]!), 'Paul Anders');
  });

  it('follows a shift', () => {
    const edited = `A new line on top.\n\n${original}`;
    assert.deepEqual(anchor('Paul Anders', edited).texts, ['Paul Anders']);
  });

  it('finds a re-wrapped passage with other quotation marks, spaces and forms', () => {
    const edited = original
      .replace('"We will not', '“We\u00a0will\nnot')
      .replace('a result,"', 'a re\u00adsult,”')
      .replace('Irena Kovalenko', 'Irena\nKovalenko');
    const found = anchor('"We will not leave this room without a result," said', edited);
    assert.equal(found.state, 'exact');
    assert.deepEqual(found.texts, [
      '“We\u00a0will\nnot leave this room without a re\u00adsult,” said',
    ]);
  });

  it('finds a passage with typing errors and words more and less', () => {
    const edited = original.replace(
      'eleven states met in the harbour',
      'eleven states have met in harbuor',
    );
    const found = anchor('ministers of eleven states met in the harbour town of Velmora', edited);
    assert.equal(found.state, 'edited');
    assert.deepEqual(found.texts, [
      'ministers of eleven states have met in harbuor town of Velmora',
    ]);
  });

  it('never takes another name, number or negation for the same statement', () => {
    for (const [quote, from, to] of [
      ['Its director, Paul Anders, expects more in summer', 'Paul Anders', 'Maria Lund'],
      ['carried 4,200 passengers in March', '4,200', '4,300'],
      ['carried 4,200 passengers in March', 'March', 'April'],
      ['The place is not yet known', 'not yet', 'now'],
      ['ministers of eleven states met in the harbour town', 'eleven', 'twelve'],
    ] as const) {
      const found = anchor(quote, original.replace(from, to));
      assert.equal(found.state, 'ambiguous', `${from} to ${to}`);
      assert.equal(found.texts.length, 0);
    }
  });

  it('reports a deleted passage as gone though its words occur elsewhere', () => {
    const edited = original.replace('A second round of talks is planned for the autumn. ', '');
    assert.equal(anchor('A second round of talks is planned', edited).state, 'orphaned');
    const twice = `${original}\nThe delegates left early on Friday, before the storm.`;
    const gone = twice.replace(' The delegates applauded.', '');
    assert.equal(anchor('delegates', gone, twice).state, 'orphaned');
  });

  it('asks when two copies read the same', () => {
    const paragraph = original.split('\n\n')[1]!;
    const edited = original.replace('A second round', `${paragraph}\n\nA second round`);
    const found = anchor('about grain, fish', edited);
    assert.equal(found.state, 'ambiguous');
    assert.equal(found.candidates!.length, 2);
  });

  it('prefers the edited original in its context to an unchanged copy elsewhere', () => {
    const paragraph = original.split('\n\n')[1]!;
    const edited = original
      .replace('grain, fish and the price', 'grain and fish and the pirce')
      .replace('A second round', `${paragraph}\n\nA second round`);
    const found = anchor('about grain, fish and the price', edited);
    assert.deepEqual(found.texts, ['about grain and fish and the pirce']);
  });

  it('follows a moved paragraph', () => {
    const parts = original.trimEnd().split('\n\n');
    const edited = [parts[0], parts[3], parts[1], parts[2], parts[4]].join('\n\n');
    const found = anchor('Its director, Paul Anders, expects more', edited);
    assert.deepEqual(found.texts, ['Its director, Paul Anders, expects more']);
    assert.deepEqual(anchor(parts[3]!, edited).texts, [parts[3]]);
  });
});

describe('anchorAnnotations and what nobody can tell', () => {
  const paragraphs = original.trimEnd().split('\n\n');
  const [, , spoken] = paragraphs as [string, string, string];

  it('asks when the paragraph of a passage was repeated right beside it', () => {
    const edited = original.replace(spoken, `${spoken}\n\n${spoken}`);
    for (const quote of ['Irena Kovalenko', spoken])
      assert.equal(anchor(quote, edited).state, 'ambiguous', quote);
  });

  it('asks when one of the two copies was edited', () => {
    const edited = original.replace(spoken, `${spoken}\n\n${spoken.replace('chairs', 'heads')}`);
    assert.equal(anchor('leave this room', edited).state, 'ambiguous');
  });

  it('ends a passage before what was put in behind it, though that ends the same', () => {
    const quote = 'Its director, Paul Anders, expects more in summer.';
    const edited = original.replace(quote, `${quote} Its owner expects less in summer.`);
    assert.deepEqual(anchor(quote, edited).texts, [quote]);
  });

  it('takes swapped letters of a name for a slip, and another vowel for another name', () => {
    const quote = 'said Irena Kovalenko, who chairs the council';
    const state = (name: string) => anchor(quote, original.replace('Kovalenko', name)).state;
    assert.equal(state('Kovalneko'), 'edited');
    assert.equal(state('Kovalenka'), 'ambiguous');
    assert.equal(state('Kavalenko'), 'ambiguous');
  });

  it('tells a copy elsewhere from a passage that its neighbours hold in its place', () => {
    const place = (edited: string) => {
      const source = new SourceText(edited);
      const quotes = ['Ministers meet', 'harbour town of Velmora', 'Paul Anders'];
      const annotations = quotes.map((quote) => annotate(original, quote));
      const recorded = { name: 'a.txt', ...contentIdentity(new SourceText(original)) };
      return anchorAnnotations(annotations, source, { recorded })[1]!;
    };
    const copy = original.split('\n\n')[1]!;
    const slip = original.replace('delegates', 'delgates');
    const found = place(`${slip}\nOld news, told once more.\n\n${copy}\n`);
    assert.notEqual(found.state, 'ambiguous');
    assert.equal(found.ranges[0]!.start, original.indexOf('harbour town of Velmora'));
  });

  it('asks where the passage is said twice', () => {
    assert.equal(
      anchor('council', original.replace('council', 'council council')).state,
      'ambiguous',
    );
  });

  it('keeps the rest of a passage whose last sentence was cut out', () => {
    const [kept, cut] = ['Norline carried 4,200 passengers in March.', 'Its director, Paul Anders'];
    const edited = original.replace(/ Its director[^\n]*/, ' ');
    const found = anchor(`${kept} ${cut}`, edited);
    assert.equal(found.state, 'edited');
    assert.deepEqual(found.texts, [kept]);
  });

  it('leaves an open decision to a person while the text is the same', () => {
    const source = new SourceText(original);
    const recorded = { name: 'a.txt', ...contentIdentity(source) };
    for (const state of ['ambiguous', 'orphaned'] as const) {
      const open = { ...annotate(original, 'Paul Anders'), state };
      const [anchored] = anchorAnnotations([open], source, { recorded });
      assert.equal(anchored!.state, state);
      assert.deepEqual(anchored!.ranges, []);
      const [range] = anchored!.candidates![0]!.ranges;
      assert.equal(source.slice(range!), 'Paul Anders');
    }
  });
});

describe('anchorAnnotations with the old text', () => {
  const [first, , spoken] = original.trimEnd().split('\n\n') as [string, string, string];

  function follow(quote: string, edited: string, text = original, occurrence = 0) {
    const source = new SourceText(edited);
    const recorded = { name: 'a.txt', ...contentIdentity(new SourceText(text)) };
    const context = { recorded, oldText: text };
    return anchorAnnotations([annotate(text, quote, occurrence)], source, context)[0]!;
  }

  it('tells copies apart that stood side by side before', () => {
    const text = original.replace(spoken, `${spoken}\n\n${spoken}`);
    const edited = text.replace('Ministers meet', 'Ministers met');
    const { state, ranges } = follow('Irena Kovalenko', edited, text, 1);
    assert.equal(state, 'exact');
    assert.equal(ranges[0]!.start, edited.lastIndexOf('Irena Kovalenko'));
  });

  it('does not take the rest of a rewritten sentence for the passage', () => {
    const edited = original.replace(
      'The ferry company Norline carried 4,200 passengers in March.',
      'Nobody at the harbour would say how much was lost last winter, or in March.',
    );
    assert.notEqual(follow('in March', edited).state, 'exact');
  });

  it('asks when a paragraph was repeated and the old one rewritten in part', () => {
    const rewritten = spoken.replace('The delegates applauded.', 'Then everybody left.');
    const edited = original.replace(spoken, `${spoken}\n\n${rewritten}`);
    assert.equal(follow('Irena Kovalenko', edited).state, 'ambiguous');
  });

  it('offers a copy in new text anywhere when the passage itself was edited', () => {
    const quote = 'The delegates applauded';
    const edited = `${first}\n\n${spoken}\n\n${original
      .slice(first.length + 2)
      .replace(quote, 'The delegate applauded')}`;
    const { state, candidates } = follow(quote, edited);
    assert.equal(state, 'ambiguous');
    assert.equal(candidates?.length, 2);
  });
});
