import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildGazetteer } from '../../../../scripts/build-gazetteer';
import type { Mention } from '../../../../src/core/entity/entity';
import { parseEntityFile } from '../../../../src/core/entity/entity-file';
import { findMentions } from '../../../../src/core/entity/find-mentions';
import { loadGazetteer } from '../../../../src/core/entity/gazetteer/gazetteer';
import { messageMentions } from '../../../../src/core/entity/message-mentions';
import { loadRecogniser } from '../../../../src/core/entity/recogniser/recogniser-data';
import { EntityRegistry } from '../../../../src/core/entity/registry';
import { parseFile } from '../../../../src/core/message/parse-file';
import { SourceText } from '../../../../src/core/text/source-text';
import { processorMilliseconds } from '../../processor-time';

const root = join(__dirname, '../../../..');
const gazetteer = loadGazetteer(buildGazetteer());
const bare = new EntityRegistry([], gazetteer);
const recogniser = loadRecogniser(
  JSON.parse(readFileSync(join(root, 'src/core/entity/recogniser/recogniser.json'), 'utf8')),
);

function registry(body: string): EntityRegistry {
  const file = parseEntityFile(`format: archive-entities/1\nentities:\n${body}`);
  assert.deepEqual(file.problems, []);
  return new EntityRegistry([{ uri: 'entities.yaml', file }], gazetteer);
}

function known(text: string, entities = bare): Mention[] {
  return findMentions(new SourceText(text), entities);
}

/** `text=id` of every mention, the likeliest entity. */
function ids(text: string, entities = bare): string[] {
  return known(text, entities).map((mention) => `${mention.text}=${mention.entities[0]?.id}`);
}

/** Every name that the issue wants on the first message, with its type. */
const expected: Record<string, Mention['type']> = {
  NATO: 'organization',
  'Asia-Pacific': 'place',
  Russia: 'place',
  China: 'place',
  Beijing: 'place',
  BRUSSELS: 'place',
  'European Union': 'organization',
  EU: 'organization',
  Ukraine: 'place',
  Japan: 'place',
  'South Korea': 'place',
  Australia: 'place',
  'New Zealand': 'place',
  Kyiv: 'place',
  'Jens Stoltenberg': 'person',
  Georgia: 'place',
  Sweden: 'place',
  Finland: 'place',
  'Eastern Europe': 'place',
  Mariupol: 'place',
  Reuters: 'organization',
  Moscow: 'place',
  'Balkan Peninsula': 'place',
  'Belt and Road': 'other',
  'Arctic Ocean': 'place',
  'Korean Peninsula': 'place',
  Madrid: 'place',
};

function checkNames(text: string) {
  const source = new SourceText(text);
  const mentions = parseFile(source).messages.flatMap((message) =>
    messageMentions(source, message, bare, { recogniser }),
  );
  for (const [name, type] of Object.entries(expected)) {
    const places = mentions.filter((mention) => mention.text.replace(/\s+/g, ' ') === name);
    assert.ok(places.length > 0, `no mention of ${name}`);
    for (const place of places) assert.equal(place.type, type, name);
  }
  const stoltenberg = mentions.find((mention) => mention.text === 'Jens Stoltenberg')!;
  assert.equal(stoltenberg.source, 'recognised');
  assert.match(stoltenberg.role ?? '', /Secretary-General/);
  const georgia = mentions.find((mention) => mention.text === 'Georgia')!;
  assert.deepEqual(
    georgia.entities.map(({ id }) => id),
    ['georgia', 'georgia-us'],
  );
  const never =
    /^(?:April|Tuesday|Wednesday|Foreign|Top|Targeting|In|Salon|Pipermail|Mailman|MHonArc|The|Leaders)\b/;
  for (const mention of mentions) assert.doesNotMatch(mention.text, never);
  let end = 0;
  for (const mention of mentions) {
    assert.ok(mention.start >= end);
    assert.equal(mention.text, source.text.slice(mention.start, mention.end));
    end = mention.end;
  }
  const url = text.indexOf('https://');
  assert.ok(!mentions.some(({ start }) => start > url && start < text.indexOf('\n', url)));
  return mentions;
}

describe('findMentions on a first message without an entity file', () => {
  it('finds every name of our own report', () => {
    const text = readFileSync(join(root, 'test/fixtures/entities/alliance-report.txt'), 'utf8');
    const mentions = checkNames(text);
    const texts = mentions.map((mention) => mention.text);
    assert.ok(texts.includes('South\nKorea'));
    assert.equal(mentions.find(({ text: name }) => name === 'Stoltenberg')?.type, 'person');
    assert.ok(texts.includes('U.S.'));
    assert.ok(!texts.includes('Asia') && !texts.includes('Pacific'));
  });

  it('finds every name of the seed', function () {
    const seeds = join(root, '../shared/seeds');
    if (!existsSync(seeds)) {
      console.log('    skipped: ../shared/seeds is not there');
      this.skip();
    }
    for (const name of readdirSync(seeds)) checkNames(readFileSync(join(seeds, name), 'utf8'));
  });
});

describe('findMentions', () => {
  it('prefers entity files to the gazetteer and both to recognised names', () => {
    const own = registry(
      '  our-nato:\n    type: other\n    name: NATO\n  stoltenberg:\n    type: person\n    name: Jens Stoltenberg\n',
    );
    const text = 'NATO Secretary-General Jens Stoltenberg went to Paris.';
    const mentions = findMentions(new SourceText(text), own, { recogniser });
    assert.deepEqual(
      mentions.map((mention) => [mention.text, mention.type, mention.source]),
      [
        ['NATO', 'other', 'file'],
        ['Jens Stoltenberg', 'person', 'file'],
        ['Paris', 'place', 'gazetteer'],
      ],
    );
    assert.deepEqual(
      mentions[0]!.entities.map(({ id }) => id),
      ['our-nato', 'nato'],
    );
  });

  it('knows a surname after the full name, in the same message only', () => {
    const own = registry(
      '  jens:\n    type: person\n    name: Jens Stoltenberg\n  camilla:\n    type: person\n    name: Camilla Stoltenberg\n',
    );
    const text =
      'Stoltenberg came. Jens Stoltenberg spoke. Stoltenberg left; Camilla Stoltenberg stayed. Stoltenberg slept.';
    assert.deepEqual(ids(text, own), [
      'Jens Stoltenberg=jens',
      'Stoltenberg=jens',
      'Camilla Stoltenberg=camilla',
      'Stoltenberg=camilla',
    ]);
    assert.deepEqual(
      known(text, own)
        .at(-1)!
        .entities.map(({ id }) => id),
      ['camilla', 'jens'],
    );
    const half = { start: text.indexOf('Stoltenberg left'), end: text.length };
    assert.equal(findMentions(new SourceText(text), own, { range: half }).length, 2);
  });

  it('ranks an ambiguous name by what is named nearby and keeps both', () => {
    assert.deepEqual(ids('Georgia, Armenia and Azerbaijan met.')[0], 'Georgia=georgia');
    assert.equal(ids('Alabama, Florida, Georgia and Tennessee voted.')[2], 'Georgia=georgia-us');
    assert.equal(ids('in Atlanta, Georgia, on Monday')[1], 'Georgia=georgia-us');
    assert.equal(known('Georgia')[0]!.entities.length, 2);
    assert.equal(ids('He lives in Birmingham, Alabama')[0], 'Birmingham=birmingham-us');
    assert.equal(ids('He lives in Birmingham, England')[0], 'Birmingham=birmingham');
    assert.equal(ids('WASHINGTON (Reuters) - The')[0], 'WASHINGTON=washington-dc');
    assert.equal(ids('in Seattle, Washington, and')[1], 'Washington=washington');
  });

  it('lets an annotation decide, also where no name was found', () => {
    const source = new SourceText('Georgia and the country again');
    const mentions = findMentions(source, bare, {
      annotations: [
        { start: 0, end: 7, entity: 'georgia-us' },
        { start: 12, end: 23, entity: 'georgia' },
        { start: 24, end: 29, entity: 'nobody' },
      ],
    });
    assert.deepEqual(
      mentions.map(({ text, entities }) => [text, entities.map(({ id }) => id)]),
      [
        ['Georgia', ['georgia-us']],
        ['the country', ['georgia']],
      ],
    );
  });

  it('takes a city that is a common word only beside its country or state', () => {
    assert.deepEqual(ids('Nice to meet you. Reading is fun. Split it. Orange juice.'), []);
    assert.deepEqual(ids('NICE, France - In Reading, England, and Split, Croatia'), [
      'NICE=nice',
      'France=france',
      'Reading=reading',
      'England=england',
      'Split=split',
      'Croatia=croatia',
    ]);
    assert.deepEqual(ids('Nice, Sweden'), ['Sweden=sweden']);
    assert.deepEqual(ids('SACRAMENTO, Calif. and Talladega, Ala., but Miss. Smith'), [
      'SACRAMENTO=sacramento',
      'Calif.=california',
      'Talladega=talladega',
      'Ala.=alabama',
    ]);
  });

  it('leaves addresses and everyday words in capitals alone', () => {
    assert.deepEqual(
      ids('see https://x.org/Ukraine/NATO and www.Russia.example/China, info@Kyiv.example'),
      [],
    );
    assert.deepEqual(ids('TELL US WHO CAN AID IT'), []);
    assert.deepEqual(ids('The US and the WHO'), [
      'US=united-states',
      'WHO=world-health-organization',
    ]);
    assert.deepEqual(ids('Ask @NATO'), ['NATO=nato']);
  });

  it('takes a longer recognised name before a gazetteer name inside it', () => {
    const text = 'The University of Georgia said so. Mr. Charlotte Wells of Charlotte agreed.';
    const found = findMentions(new SourceText(text), bare, { recogniser }).map(
      ({ text: name, type }) => `${name}=${type}`,
    );
    assert.ok(found.includes('University of Georgia=organization'), found.join());
    assert.ok(!found.includes('Georgia=place'), found.join());
  });

  it("takes a place's name for the person after the full name", () => {
    const text = 'They met Sondra London of Jacksonville on Friday. London said no in London.';
    const found = findMentions(new SourceText(text), bare, { recogniser })
      .map(({ text: name, type }) => `${name}=${type}`)
      .filter((each) => each.includes('London'));
    assert.deepEqual(found, ['Sondra London=person', 'London=person', 'London=place']);
  });

  it('stays linear on hostile texts', () => {
    const texts = [
      'Georgia, '.repeat(20_000),
      '://'.repeat(50_000),
      'a@'.repeat(50_000),
      'NATO-'.repeat(20_000),
      'A'.repeat(300_000),
    ];
    assert.ok(processorMilliseconds(() => texts.map((text) => known(text))) < 10_000);
  });
});
