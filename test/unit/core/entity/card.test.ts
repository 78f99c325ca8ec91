import assert from 'node:assert/strict';
import { entityCard, longestLine, mostCardLines } from '../../../../src/core/entity/card';
import type { Entity, Mention } from '../../../../src/core/entity/entity';
import { processorMilliseconds } from '../../processor-time';

function mention(entities: Entity[], more: Partial<Mention> = {}): Mention {
  const [first] = entities;
  return {
    start: 0,
    end: 4,
    text: 'Name',
    type: first?.type ?? 'person',
    source: first ? 'gazetteer' : 'recognised',
    entities,
    ...more,
  };
}

const kyiv: Entity = {
  id: 'kyiv',
  type: 'place',
  name: 'Kyiv',
  aliases: ['Kiev'],
  description: 'Capital of Ukraine.',
  coordinates: [50.45, -30.52],
  wikidata: 'Q1899',
  facts: { countryCode: 'UA', country: 'Ukraine', population: 2_800_000 },
};

describe('entityCard', () => {
  it('says everything that is known of a place', () => {
    const card = entityCard({
      mention: mention([kyiv]),
      counts: { here: 7, total: 41, messages: 12 },
    });
    assert.deepEqual(card, {
      type: 'place',
      flag: '🇺🇦',
      name: 'Kyiv',
      source: 'gazetteer',
      lines: [
        { kind: 'description', text: 'Capital of Ukraine.' },
        { kind: 'place', text: 'about 2,800,000 inhabitants' },
        {
          kind: 'coordinates',
          text: '50.45° N, 30.52° W',
          links: [
            {
              text: 'Map',
              url: 'https://www.openstreetmap.org/?mlat=50.45&mlon=-30.52#map=8/50.45/-30.52',
            },
          ],
        },
        { kind: 'aliases', text: 'also called Kiev' },
        { kind: 'counts', text: '7 mentions here, 41 in 12 messages' },
        {
          kind: 'links',
          text: 'Wikidata · Wikipedia',
          links: [
            { text: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q1899' },
            {
              text: 'Wikipedia',
              url: 'https://www.wikidata.org/wiki/Special:GoToLinkedPage/enwiki/Q1899',
            },
          ],
        },
      ],
    });
  });

  it('says what a country is', () => {
    const country: Entity = {
      id: 'x',
      type: 'place',
      name: 'X',
      aliases: [],
      facts: { countryCode: 'XX', region: 'Eastern Europe', capital: 'Y', demonym: 'Xish' },
    };
    const [line] = entityCard({ mention: mention([country]) }).lines;
    assert.equal(line!.text, 'Eastern Europe · capital: Y · adjective: Xish');
  });

  it('says when a name stands nowhere else, and no evidence twice', () => {
    const alone = entityCard({
      mention: mention([], { text: 'Coastal\nOffice', evidence: 'Coastal Office' }),
      counts: { here: 2, total: 2, messages: 1 },
    });
    assert.deepEqual(alone.lines, [{ kind: 'counts', text: '2 mentions here, none elsewhere' }]);
  });

  it('shows the words of notes without their Markdown', () => {
    const notes =
      '## Lists\n- The **third** is `right`, see [here](https://x.example/a_b) and _there_; 2 * 3';
    const { lines } = entityCard({ mention: mention([{ ...kyiv, notes }]) });
    const note = lines.find(({ kind }) => kind === 'notes');
    assert.equal(note?.text, 'Lists The third is right, see here and there; 2 * 3');
  });

  it('says of a recognised name only what the text says', () => {
    const card = entityCard({
      mention: mention([], {
        text: 'Jens\nStoltenberg',
        role: 'NATO Secretary-General',
        evidence: 'NATO Secretary-General Jens Stoltenberg',
      }),
      counts: { here: 1 },
    });
    assert.equal(card.source, 'recognised');
    assert.equal(card.name, 'Jens Stoltenberg');
    assert.deepEqual(
      card.lines.map(({ text }) => text),
      [
        'NATO Secretary-General',
        'recognised from “NATO Secretary-General Jens Stoltenberg”',
        '1 mention here',
      ],
    );
    assert.deepEqual(entityCard({ mention: mention([], { type: 'unknown' }) }), {
      type: 'unknown',
      name: 'Name',
      source: 'recognised',
      lines: [],
    });
  });

  it('shows the newest annotations and what else the name may mean', () => {
    const georgia = (id: string, description: string): Entity => ({
      id,
      type: 'place',
      name: 'Georgia',
      aliases: [],
      description,
    });
    const card = entityCard({
      mention: mention([
        georgia('georgia', 'Country.'),
        georgia('georgia-us', 'State of the United States.'),
      ]),
      annotations: [
        { kind: 'note', note: 'old', by: 'A', created: '2024-01-01T00:00:00Z' },
        { kind: 'question', by: 'B', created: '2026-01-01T00:00:00Z' },
        { kind: 'note', note: 'mid\nline', created: '2025-01-01T00:00:00Z' },
      ],
    });
    assert.deepEqual(
      card.lines.map(({ text }) => text),
      [
        'Country.',
        'question — B, 2026-01-01',
        'mid line — 2025-01-01',
        'also: Georgia (State of the United States)',
      ],
    );
  });

  it('stays within twelve short, plain lines whatever the file holds', () => {
    const evil: Entity = {
      ...kyiv,
      name: 'Ad\u202emin\u0000\n',
      aliases: Array.from({ length: 1000 }, (_, index) => `alias ${index}`),
      description: 'x'.repeat(10_000_000),
      notes: '<img src=x onerror=alert(1)> [a](command:b)\n'.repeat(1000),
      links: [
        'command:evil',
        'javascript:alert(1)',
        'data:text/html,x',
        'https://ok.example/a',
        'not a link',
      ],
      wikidata: 'Q1](command:x)',
    };
    const input = {
      mention: mention([evil, ...Array<Entity>(100).fill(kyiv)]),
      counts: { here: 1, total: 2, messages: 2 },
      annotations: Array.from({ length: 1000 }, () => ({
        kind: 'note' as const,
        note: 'n'.repeat(1000),
      })),
    };
    assert.ok(processorMilliseconds(() => entityCard(input)) < 500);
    const card = entityCard(input);
    assert.ok(card.lines.length <= mostCardLines - 1);
    assert.equal(card.name, 'Admin');
    for (const { text, links = [] } of card.lines) {
      assert.ok(text.length <= longestLine && !/[\n\u0000-\u001f\u202e]/.test(text));
      for (const { url } of links) assert.match(url, /^https:\/\//);
    }
    assert.deepEqual(
      card.lines.flatMap(({ links = [] }) => links.map(({ text }) => text)),
      ['Map', 'ok.example'],
    );
  });
});
