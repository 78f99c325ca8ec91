import assert from 'node:assert/strict';
import { parseEntityFile } from '../../../src/core/entity/entity-file';
import { EntityRegistry } from '../../../src/core/entity/registry';
import type { TextRange } from '../../../src/core/text/text-range';
import { parseFile } from '../../../src/core/message/parse-file';
import { paragraphsAround } from '../../../src/core/text/paragraphs-around';
import { SourceText } from '../../../src/core/text/source-text';
import { Abandoned, DocumentMentions } from '../../../src/host/document-mentions';

const file = parseEntityFile(
  [
    'format: archive-entities/1',
    'entities:',
    '  ottoline-marsh: { type: person, name: Ottoline Marsh }',
    '  harbour-institute: { type: organization, name: Harbour Institute }',
    '',
  ].join('\n'),
);
const registry = new EntityRegistry([{ uri: 'entities.yaml', file }]);

function mentionsOf(paragraphs: number): { text: string; mentions: DocumentMentions } {
  const body = Array.from(
    { length: paragraphs },
    (_, number) =>
      `The ${number}th sitting opened when Ottoline Marsh met the Harbour Institute. Marsh left.\n\n`,
  );
  const text = `[Salon] Sittings\n\nMarch 18, 2024\n\n${body.join('')}`;
  const source = new SourceText(text);
  const parsed = parseFile(source, 'sittings.txt');
  assert.equal(parsed.messages.length, 1);
  const knowledge = { registry, recogniser: undefined, uri: 'file:///sittings.txt' };
  return { text, mentions: new DocumentMentions(1, knowledge, { source, parsed }, []) };
}

const named = (text: string, mentions: readonly TextRange[]) =>
  mentions.map(({ start, end }) => `${start} ${text.slice(start, end)}`);

describe('DocumentMentions', () => {
  it('finds the names around a place of a long message before those of all of it', async () => {
    const { text, mentions } = mentionsOf(4000);
    const offset = text.indexOf('Harbour', 200_000);
    const [near, all] = [mentions.near(offset), mentions.all()];
    let isAllFound = false;
    void all.then(() => (isAllFound = true));
    const around = await near;
    assert.equal(isAllFound, false);
    assert.equal(around.isWhole, false);
    assert.ok(around.mentions.some(({ start, end }) => start === offset && end === offset + 17));
    const { start, end } = paragraphsAround(text, { start: 0, end: text.length }, offset);
    const within = (await all).filter((each) => each.start >= start && each.end <= end);
    assert.deepEqual(named(text, around.mentions), named(text, within));
    const later = await mentions.near(offset);
    assert.equal(later.isWhole, true);
    assert.equal(later.mentions.length, 4000 * 3);
  });

  it('searches the message while it answers for the place', async () => {
    const { text, mentions } = mentionsOf(3000);
    await mentions.near(text.indexOf('Harbour', 100_000));
    mentions.abandon();
    // The search that `near` began is the one that is waited for here, and it is given up.
    await assert.rejects(mentions.all(), Abandoned);
  });

  it('finds those of a short message at once', async () => {
    const { text, mentions } = mentionsOf(10);
    const { mentions: found, isWhole } = await mentions.near(text.indexOf('Marsh'));
    assert.equal(isWhole, true);
    assert.equal(found.length, 30);
  });
});
