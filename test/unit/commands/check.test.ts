import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotateCommand } from '../../../src/commands/annotate';
import { checkCommand } from '../../../src/commands/check';
import { UsageError } from '../../../src/commands/command';
import { runCommand, withFolder } from './run-command';

const name = 'message.txt';
const sidecarName = 'message.txt.ann.yaml';
const text = `Ministers of nine countries meet again in the north

OSLO -- The minister 😀 said, after a long meeting with all the others, on Tuesday that talks will go on.
`;
const entities = `format: archive-entities/1
entities:
  oslo:
    type: place
    name: Oslo
`;

async function annotated(folder: string): Promise<void> {
  const args = [name, '--quote', 'OSLO', '--kind', 'entity', '--entity', 'oslo', '--by', 'A'];
  await runCommand(annotateCommand, folder, ...args);
  await runCommand(
    annotateCommand,
    folder,
    name,
    '--quote',
    'on Tuesday',
    '--kind',
    'note',
    '--by',
    'A',
  );
}

interface Printed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly code: string;
}

async function check(
  folder: string,
  ...args: string[]
): Promise<{ code: number; found: string[] }> {
  const { code, out } = await runCommand(checkCommand, folder, ...args, '--json');
  const problems = JSON.parse(out) as Printed[];
  return {
    code,
    found: problems.map(
      ({ file, line, column, code: what }) => `${file}:${line}:${column} ${what}`,
    ),
  };
}

describe('check', () => {
  it('is content with a sound archive', () =>
    withFolder({ [name]: text, 'entities.yaml': entities }, async (folder) => {
      await annotated(folder);
      assert.deepEqual(await check(folder), { code: 0, found: [] });
      assert.deepEqual(await check(folder, name), { code: 0, found: [] });
      const plain = await runCommand(checkCommand, folder);
      assert.deepEqual(plain, { code: 0, out: '', error: 'No problems.\n' });
    }));

  it('reports what is wrong between entity files', () =>
    withFolder(
      { [name]: text, 'entities.yaml': entities, 'more.entities.yaml': entities },
      async (folder) => {
        const { code, found } = await check(folder);
        assert.equal(code, 1);
        assert.deepEqual(found, ['more.entities.yaml:3:3 duplicate-id']);
        assert.deepEqual(await check(folder, 'entities.yaml'), { code: 0, found: [] });
      },
    ));

  it('reports changed sources and what became of the annotations', () =>
    withFolder({ [name]: text }, async (folder) => {
      await annotated(folder);
      writeFileSync(join(folder, name), text.replace(' on Tuesday', ''));
      const { code, found } = await check(folder);
      assert.equal(code, 1);
      assert.deepEqual(found, [
        `${sidecarName}:1:1 source-changed`,
        `${sidecarName}:18:1 orphaned`,
      ]);
      rmSync(join(folder, name));
      assert.deepEqual((await check(folder)).found, [`${sidecarName}:1:1 missing-source-file`]);
    }));

  it('reports wrong records, unknown entities and broken entity files at their places', () =>
    withFolder({ [name]: text, 'entities.yaml': entities }, async (folder) => {
      await annotated(folder);
      const path = join(folder, sidecarName);
      const sidecar = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        sidecar.replace('entity: oslo', 'entity: bergen\n    status: 😀x').replaceAll('\n', '\r\n'),
      );
      assert.deepEqual((await check(folder)).found, [
        `${sidecarName}:16:13 invalid-status`,
        `${sidecarName}:15:13 dangling-entity`,
      ]);
      writeFileSync(path, sidecar.replace('entity: oslo', 'entity: bergen'));
      assert.deepEqual((await check(folder)).found, [`${sidecarName}:15:13 dangling-entity`]);
      writeFileSync(join(folder, 'entities.yaml'), entities.replace('type: place', 'type: town'));
      const { found } = await check(folder);
      assert.ok(
        found.some((line) => line.startsWith('entities.yaml:4:')),
        found.join(),
      );
    }));

  it('reports terms that are not in the vocabulary, and a broken vocabulary', () =>
    withFolder({ [name]: text }, async (folder) => {
      const args = [name, '--quote', 'OSLO', '--kind', 'note', '--tag', 'place', '--by', 'A'];
      await runCommand(annotateCommand, folder, ...args);
      const vocabulary =
        'format: archive-vocabulary/1\ntags:\n  date: { color: mauve }\n  person:\n';
      writeFileSync(join(folder, 'vocabulary.yaml'), vocabulary);
      assert.deepEqual((await check(folder)).found, [
        'vocabulary.yaml:3:18 invalid-color',
        `${sidecarName}:7:1 unknown-tag`,
      ]);
    }));

  it('reports relations whose ends are in no sidecar of their source', () =>
    withFolder({ [name]: text }, async (folder) => {
      await annotated(folder);
      const path = join(folder, sidecarName);
      const common = readFileSync(path, 'utf8');
      const [, from] = /id: (\S{26})/.exec(common)!;
      const to = '01KAV7M2Q8T4Z6R1C3X5B7N9DE';
      const own = common
        .slice(0, common.indexOf('annotations:'))
        .concat(`annotations:\n  - id: ${to}\n    kind: document\n    note: other\n`);
      const relation = `  - id: ${to.replace('E', 'F')}\n    kind: relation\n    from: ${from}\n    to: ${to}\n`;
      writeFileSync(path, common.replace('annotations:\n', `annotations:\n${relation}`));
      assert.deepEqual((await check(folder)).found, [`${sidecarName}:7:1 dangling-relation`]);
      writeFileSync(join(folder, `${name}.ben.ann.yaml`), own);
      assert.deepEqual((await check(folder)).found, []);
    }));

  it('reports files that cannot be read at all', () =>
    withFolder({ [sidecarName]: '' }, async (folder) => {
      writeFileSync(join(folder, sidecarName), Buffer.from([0x66, 0xff, 0xfe]));
      const { code, found } = await check(folder);
      assert.equal(code, 1);
      assert.ok(found.includes(`${sidecarName}:1:1 unreadable-file`));
    }));

  it('prints lines for people and a SARIF log for code hosts', () =>
    withFolder({ [name]: text }, async (folder) => {
      await annotated(folder);
      const path = join(folder, sidecarName);
      writeFileSync(path, readFileSync(path, 'utf8').replace('kind: note', 'kind: "😀"'));
      const plain = await runCommand(checkCommand, folder);
      assert.match(
        plain.out,
        /^message\.txt\.ann\.yaml:19:11: error: The kind must be one of .* \(invalid-kind\)\n$/,
      );
      assert.equal(plain.error, '1 problem.\n');
      const { out, code } = await runCommand(checkCommand, folder, '--format', 'sarif');
      assert.equal(code, 1);
      const log = JSON.parse(out) as {
        version: string;
        runs: { columnKind: string; results: unknown[] }[];
      };
      assert.equal(log.version, '2.1.0');
      assert.equal(log.runs[0]!.columnKind, 'unicodeCodePoints');
      assert.deepEqual(log.runs[0]!.results, [
        {
          ruleId: 'invalid-kind',
          ruleIndex: 0,
          level: 'error',
          message: {
            text: 'The kind must be one of entity, note, highlight, question, correction, relation, document.',
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'message.txt.ann.yaml' },
                region: { startLine: 19, startColumn: 11, endLine: 19, endColumn: 14 },
              },
            },
          ],
        },
      ]);
    }));

  it('refuses an unknown format', () =>
    withFolder({}, async (folder) => {
      await assert.rejects(runCommand(checkCommand, folder, '--format', 'xml'), UsageError);
    }));
});
