import assert from 'node:assert/strict';
import { recogniseNames } from '../../../../../src/core/entity/recogniser/recognise-names';
import { model } from './recogniser-model';

const nothing = { typeOf: (): undefined => undefined };

/** "type: name" of everything recognised. */
function found(text: string): string[] {
  return recogniseNames(text, nothing, model).map(
    ({ start, end, type }) => `${type}: ${text.slice(start, end).replace(/\s+/g, ' ')}`,
  );
}

const nameless: [what: string, text: string][] = [
  [
    'a traceback',
    'Traceback (most recent call last):\n  File "lib/Boat.py", line 12, in innerWidget\n    raise Harbour(self)\n',
  ],
  [
    'assignments and calls',
    'result = Widget.attach(Harbour, Lantern)\nboatList <- makeBoat(Harbour)\n',
  ],
  ['classes', 'class LanternKeeper(Harbour):\n    def lightUp(self, Brightness):\n'],
  ['a statement', 'int Lantern = Harbour.size();\nreturn Lantern;\n'],
  ['tags of a page', 'Then <BR> and </FONT> follow, <A HREF="Boats">here</A> it ends.'],
  ['words of a text browser', '[INLINE] The boats left. [IMAGE] Nobody saw it. [LINK]'],
  [
    'an address in disguise',
    'Write to Boats-team at lists.example.org or to Lantern at example.org today.',
  ],
  [
    'identifiers in prose',
    'Then deferToHarbour calls IBoatFactory and LanternKeeperFactory again.',
  ],
  [
    'base64',
    'TWFydGEgTGluZHF2aXN0/09zbG8+Rmlyc3QgTGllbnQ0aW5nQm9hdHMK\nQW5kIGFub3RoZXIgbGluZSBvZiBpdCwgd2l0aCBPc2xvIDQy+/==\n',
  ],
  ['quoted-printable', 'The boat =C3=A9tait there, and =A1This was not.'],
  [
    'a sentence that begins with a participle',
    'Personally, he was glad. Skipped parts are missing. Rebooting helped. Reading helps.',
  ],
  ['shouted words', 'this is SIMPLE, it really is simple and that is a FEATURE, a feature.'],
  ['numbered names of bugs', 'It was fixed in PR#17294 and in Bug#12.'],
];

describe('mail of technical lists', () => {
  for (const [what, text] of nameless)
    it(`has no names in ${what}`, () => assert.deepEqual(found(text), []));

  const code = 'int Lantern = open(Harbour);\nif (Lantern == 0) {\n  close(Harbour);\n}\n\n';

  it('has no places and bodies among its acronyms', () => {
    const text = `${code}The GUI in the UI sends XYML over QZP to the server. I opened an issue for this PR in QZP.`;
    assert.deepEqual(
      found(text).filter((name) => /^(?:place|organization)/.test(name)),
      [],
    );
  });

  it('takes codes of states for places only behind a comma', () => {
    const places = (text: string) => found(text).filter((name) => name.startsWith('place'));
    assert.deepEqual(places('The masks in MA should not be lost, and the sum in MA is wrong.'), []);
    assert.ok(!places(`${code}A comment on the GitHub PR in the GitHub PR list.`).length);
  });

  it('takes parts of programs for no bodies', () => {
    const text = `${code}The Widget Kernel and the Standard Tool Library are in the Harbour Format.`;
    assert.deepEqual(
      found(text).filter((name) => /^(?:place|organization)/.test(name)),
      [],
    );
  });

  it('still has its people', () => {
    const text = `Hi Marta,\n\n${code}Thanks for the patch, it was reviewed by Tom Haverford.\n\nCheers,\nIrina\n`;
    const names = found(text);
    for (const name of ['Marta', 'Tom Haverford', 'Irina'])
      assert.ok(names.includes(`person: ${name}`), `${name} in ${names.join()}`);
  });

  it('keeps the names of those who are quoted', () => {
    const text =
      '>>>>> "AL" == Astrid Lindholm <lindholm@example.org> writes:\n\n    AL> The boat is late, really.\n';
    assert.ok(found(text).includes('person: Astrid Lindholm'), found(text).join());
  });

  it('takes no compound with a small second part for a person', () => {
    const text = 'The HTML-capable program of Boats-devel was sent to Lantern-help by Jean-claude.';
    assert.deepEqual(
      found(text).filter((name) => /HTML|devel|help/.test(name)),
      [],
    );
  });

  it('keeps prose with brackets, semicolons and an equals sign', () => {
    const text =
      'Marta Lindqvist (who left in 1997; she was 40) met Tom Haverford; he said that E = mc2 was known to Astrid Kverneland.';
    assert.deepEqual(found(text), [
      'person: Marta Lindqvist',
      'person: Tom Haverford',
      'person: Astrid Kverneland',
    ]);
  });
});
