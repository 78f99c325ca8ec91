import assert from 'node:assert/strict';
import { buildGazetteer } from '../../../../../scripts/build-gazetteer';
import { loadGazetteer } from '../../../../../src/core/entity/gazetteer/gazetteer';
import { EntityRegistry } from '../../../../../src/core/entity/registry';

describe('gazetteer', () => {
  const data = buildGazetteer();
  const gazetteer = loadGazetteer(JSON.parse(JSON.stringify(data)));
  const registry = new EntityRegistry([], gazetteer);
  const types = (name: string) => registry.candidates(name).map(({ type }) => type);

  it('stays under 400 kB', () => {
    assert.ok(Buffer.byteLength(JSON.stringify(data)) < 400_000);
  });

  it('refuses what is no gazetteer', () => {
    for (const wrong of [null, 1, {}, [], { format: 2 }])
      assert.throws(() => loadGazetteer(wrong), TypeError);
  });

  it('has every country and at least 4,000 cities and 400 organizations', () => {
    const countries = gazetteer.entities.filter(
      ({ facts }) => facts?.countryCode && !facts.country,
    );
    assert.equal(countries.length, 250);
    assert.equal(new Set(countries.map(({ facts }) => facts!.countryCode)).size, 250);
    assert.ok(gazetteer.entities.filter(({ coordinates }) => coordinates).length >= 4000);
    assert.ok(gazetteer.entities.filter(({ type }) => type === 'organization').length >= 400);
  });

  it('has a unique, valid id for every entity', () => {
    const ids = gazetteer.entities.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('has a sentence for everything, and coordinates within the Earth', () => {
    for (const { name, description, coordinates } of gazetteer.entities) {
      assert.match(description ?? '', /^.{5,150}\.$/, name);
      if (coordinates)
        assert.ok(Math.abs(coordinates[0]) <= 90 && Math.abs(coordinates[1]) <= 180, name);
    }
  });

  it('states facts', () => {
    assert.deepEqual(registry.get('ukraine')?.facts, {
      countryCode: 'UA',
      region: 'Eastern Europe',
      capital: 'Kyiv',
      demonym: 'Ukrainian',
    });
    const kyiv = registry.get('kyiv');
    assert.equal(kyiv?.description, 'Capital of Ukraine.');
    assert.deepEqual(kyiv?.coordinates?.map(Math.round), [50, 31]);
    assert.equal(registry.get('banjul')?.facts?.country, 'Gambia');
    assert.equal(registry.get('new-york')?.facts?.region, 'New York State');
    assert.equal(
      registry.get('jerusalem')?.description,
      'City that Israel and the Palestinians claim as their capital.',
    );
  });

  it('knows historic and other names, and names that CLDR words otherwise', () => {
    for (const [alias, id] of [
      ['Kiev', 'kyiv'],
      ['Burma', 'myanmar'],
      ['Türkiye', 'turkey'],
      ['USSR', 'soviet-union'],
      ['U.S.', 'united-states'],
      ['UK', 'united-kingdom'],
      ['U.N.', 'united-nations'],
      ['EU', 'european-union'],
      ['Ivory Coast', 'ivory-coast'],
      ["Côte d'Ivoire", 'ivory-coast'],
      ['Bosnia', 'bosnia-and-herzegovina'],
      ['Hong Kong', 'hong-kong'],
      ['Bombay', 'mumbai'],
      ['Sao Paulo', 'sao-paulo'],
      ['Saigon', 'ho-chi-minh-city'],
      ['Holland', 'netherlands'],
      ['Czechia', 'czech-republic'],
    ] as const)
      assert.ok(
        registry.candidates(alias).some((entity) => entity.id === id),
        `${alias} is ${id}`,
      );
  });

  it('offers both of an ambiguous name', () => {
    assert.deepEqual(
      registry.candidates('Georgia').map(({ id }) => id),
      ['georgia', 'georgia-us'],
    );
    assert.deepEqual(new Set(types('Georgia')), new Set(['place']));
  });

  it('finds a city that is a common word only beside its country or state', () => {
    const contexts = new Map(
      [...registry.aliases()]
        .filter(({ context }) => context)
        .map(({ alias, context }) => [alias, context]),
    );
    for (const word of [
      'Reading',
      'Nice',
      'Split',
      'Orange',
      'Mobile',
      'Victoria',
      'Batman',
      'Sale',
      'Queens',
    ])
      assert.equal(contexts.get(word), 'before-parent', word);
    assert.equal(contexts.get('Calif.'), 'after-comma');
    for (const city of ['Paris', 'Oxford', 'Boston', 'Madrid', 'Kyiv', 'Seoul'])
      assert.ok(
        [...registry.aliases()].some(({ alias, context }) => alias === city && !context),
        city,
      );
    for (const word of ['Of', 'The', 'March', 'April', 'Tuesday', 'Foreign', 'Top', 'Targeting'])
      assert.ok(
        ![...registry.aliases()].some(({ alias, context }) => alias === word && !context),
        word,
      );
  });

  it('has the places that news is about', () => {
    const names =
      "Frankfurt,Cologne,Geneva,The Hague,Quebec City,Rostov-on-Don,Kramatorsk,Zaporizhzhia,Bakhmut,Bucha,Kherson,Avdiivka,Khan Younis,Rafah,Jenin,Gaza Strip,West Bank,Raqqa,Fallujah,Basra,Mazar-i-Sharif,Kandahar,Misrata,Hodeidah,Sanaa,Timbuktu,Marrakech,Ciudad Juarez,Acapulco,Srebrenica,Grozny,Tiraspol,Urumqi,Lhasa,Xi'an,Panmunjom,Davos,Banjul,Freetown,Banda Aceh,Crimea,Donbas,Nagorno-Karabakh,Xinjiang,Kashmir,Taiwan Strait,Red Sea,Strait of Hormuz";
    const missing = names.split(',').filter((name) => registry.candidates(name).length === 0);
    assert.deepEqual(missing, []);
  });
});
