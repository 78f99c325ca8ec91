import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mentionsCommand } from '../../../src/commands/mentions';
import { writeGazetteer } from '../../../scripts/build-gazetteer';

const root = join(__dirname, '../../..');

interface JsonMention {
  start: number;
  end: number;
  text: string;
  type: string;
  entity?: string;
  source: string;
}

describe('archive-annotator mentions', () => {
  let directory: string;
  before(() => {
    if (!existsSync(join(root, 'dist/gazetteer.json'))) writeGazetteer();
    directory = mkdtempSync(join(tmpdir(), 'mentions-'));
    writeFileSync(
      join(directory, 'one.txt'),
      '[List] 😀 News\n\nApril 6, 2022\n\n😀 NATO met the Elders of Ulm in Kyiv.\n',
    );
    writeFileSync(
      join(directory, 'entities.yaml'),
      'format: archive-entities/1\nentities:\n  elders:\n    type: organization\n    name: Elders of Ulm\n  broken id: {}\n',
    );
  });
  after(() => rmSync(directory, { recursive: true }));

  async function run(...args: string[]) {
    const output = { out: '', error: '' };
    const code = await mentionsCommand.run(args, {
      directory,
      out: (text) => (output.out += text),
      error: (text) => (output.error += text),
    });
    return { code, ...output };
  }

  it('knows the entities of the archive itself', async () => {
    for (const path of ['one.txt', '.']) {
      const { code, out, error } = await run('--json', path);
      assert.equal(code, 0);
      assert.match(error, /^entities\.yaml:6:3: error: An entity's id/);
      const [file] = JSON.parse(out) as { mentions: JsonMention[] }[];
      assert.ok(
        file!.mentions.some(({ entity }) => entity === 'elders'),
        path,
      );
    }
    const both = await run('--json', '--entities', 'entities.yaml', '.');
    assert.equal(both.error.match(/entities\.yaml:6:3/g)?.length, 1);
  });

  it('prints code points, types, entities and sources as JSON', async () => {
    const { code, out, error } = await run('--json', '--entities', 'entities.yaml', 'one.txt');
    assert.equal(code, 0);
    assert.match(error, /^entities\.yaml:6:3: error: An entity's id/);
    const [file] = JSON.parse(out) as { file: string; mentions: JsonMention[] }[];
    assert.equal(file!.file, 'one.txt');
    const points = [
      ...'[List] 😀 News\n\nApril 6, 2022\n\n😀 NATO met the Elders of Ulm in Kyiv.\n',
    ];
    for (const { start, end, text } of file!.mentions)
      assert.equal(points.slice(start, end).join(''), text);
    const summary = file!.mentions
      .filter(({ source }) => source !== 'recognised')
      .map(({ text, type, entity, source }) => [text, type, entity, source]);
    assert.deepEqual(summary, [
      ['NATO', 'organization', 'nato', 'gazetteer'],
      ['Elders of Ulm', 'organization', 'elders', 'file'],
      ['Kyiv', 'place', 'kyiv', 'gazetteer'],
    ]);
  });

  it('prints one line a mention for people', async () => {
    const { out } = await run('.');
    assert.match(out, /^one\.txt:5:4: organization "NATO" nato \(gazetteer\)$/m);
  });

  it('refuses wrong use', async () => {
    await assert.rejects(run('--json'), /needs a file/);
    await assert.rejects(run('nowhere.txt'), /no such file/);
  });
});
