import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { annotateCommand } from '../../../src/commands/annotate';
import { checkCommand } from '../../../src/commands/check';
import { UsageError } from '../../../src/commands/command';
import { readSidecar } from '../../../src/core/annotation/read-sidecar';
import { runCommand, withFolder } from './run-command';

const text = `Ministers meet in Oslo

OSLO -- The minister said on Tuesday that "talks will go on" 😀 in Oslo.

The minister then left.
`;
const name = 'message.txt';
const sidecarName = 'message.txt.ann.yaml';

const annotate = (folder: string, ...args: string[]) =>
  runCommand(annotateCommand, folder, name, '--by', 'Anna Reader', ...args);

describe('annotate', () => {
  it('writes the sidecar as the format says and prints the record', () =>
    withFolder({ [name]: text }, async (folder) => {
      const args = [
        '--quote',
        'talks will go on',
        '--kind',
        'note',
        '--note',
        'first\nsecond\n',
        '--tag',
        'a',
        '--tag',
        'b',
      ];
      const result = await annotate(folder, ...args);
      assert.equal(result.code, 0);
      const written = readFileSync(join(folder, sidecarName), 'utf8');
      const blob = execFileSync('git', ['hash-object', name], {
        cwd: folder,
        encoding: 'utf8',
      }).trim();
      const [annotation] = readSidecar(written).records.map((record) => record.annotation!);
      const start = text.indexOf('talks');
      assert.equal(
        written,
        `format: archive-annotations/1
source:
  name: message.txt
  sha256: ${readSidecar(written).source!.sha256}
  blob: ${blob}
annotations:
  - id: ${annotation!.id}
    kind: note
    target:
      quote: talks will go on
      before: ${JSON.stringify(text.slice(start - 32, start))}
      after: ${JSON.stringify([...text.slice(start + 16)].slice(0, 32).join(''))}
      start: ${start}
      end: ${start + 16}
    note: |
      first
      second
    tags: [a, b]
    by: Anna Reader
    created: ${annotation!.created}
`,
      );
      assert.equal(result.out, written.slice(written.indexOf('  - id')).replace(/^ {2}/gm, ''));
    }));

  it('counts in code points and prints JSON', () =>
    withFolder({ [name]: text.replaceAll('\n', '\r\n') }, async (folder) => {
      const result = await annotate(
        folder,
        '--quote',
        'The minister then',
        '--kind',
        'highlight',
        '--json',
      );
      const record = JSON.parse(result.out) as { target: { start: number; end: number } };
      const start = [...text].join('').indexOf('The minister then') - 1;
      assert.deepEqual([record.target.start, record.target.end], [start, start + 17]);
    }));

  it('asks which of several places is meant', () =>
    withFolder({ [name]: text }, async (folder) => {
      const ask = annotate(folder, '--quote', 'minister', '--kind', 'note');
      await assert.rejects(ask, (error: Error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, /1 {2}line 3 {2}…[^…]*The minister said/);
        assert.match(error.message, /2 {2}line 5/);
        return true;
      });
      const args = ['--quote', 'minister', '--kind', 'note', '--occurrence'];
      await assert.rejects(annotate(folder, ...args, '3'), UsageError);
      const { out } = await annotate(folder, ...args, '2', '--json');
      const record = JSON.parse(out) as { target: { start: number } };
      assert.equal(record.target.start, text.lastIndexOf('minister') - 1);
    }));

  it('refuses wrong use without writing', () =>
    withFolder({ [name]: text }, async (folder) => {
      await assert.rejects(annotate(folder, '--quote', 'talks'), UsageError);
      await assert.rejects(annotate(folder, '--quote', 'talks', '--kind', 'remark'), UsageError);
      await assert.rejects(annotate(folder, '--kind', 'note'), UsageError);
      await assert.rejects(
        annotate(folder, '--quote', 'talks', '--kind', 'entity'),
        /needs `entity`/,
      );
      await assert.rejects(
        annotate(folder, '--quote', 'no such words', '--kind', 'note'),
        /not in the file/,
      );
      await assert.rejects(
        runCommand(annotateCommand, folder, 'other.txt', '--kind', 'document'),
        UsageError,
      );
      assert.deepEqual(readdirSync(folder), [name]);
    }));

  it('leaves a broken sidecar as it is', () =>
    withFolder({ [name]: text, [sidecarName]: 'format: "open\n' }, async (folder) => {
      await assert.rejects(
        annotate(folder, '--quote', 'talks', '--kind', 'note'),
        /not valid YAML/,
      );
      assert.equal(readFileSync(join(folder, sidecarName), 'utf8'), 'format: "open\n');
      assert.equal(readdirSync(folder).length, 2);
    }));

  it('anchors the other annotations anew when the source was edited', () =>
    withFolder({ [name]: text }, async (folder) => {
      await annotate(folder, '--quote', 'talks will go on', '--kind', 'note');
      writeFileSync(join(folder, name), `A new first line.\n${text}`);
      await annotate(folder, '--quote', 'then left', '--kind', 'note');
      const check = await runCommand(checkCommand, folder, name);
      assert.deepEqual([check.code, check.out], [0, '']);
    }));

  it('keeps permissions, and does not follow links', () =>
    withFolder({ [name]: text, 'real.yaml': '' }, async (folder) => {
      await annotate(folder, '--quote', 'talks', '--kind', 'note');
      chmodSync(join(folder, sidecarName), 0o640);
      await annotate(folder, '--quote', 'Tuesday', '--kind', 'note');
      assert.equal(statSync(join(folder, sidecarName)).mode & 0o777, 0o640);
      rmSync(join(folder, sidecarName));
      symlinkSync('real.yaml', join(folder, sidecarName));
      await assert.rejects(annotate(folder, '--quote', 'talks', '--kind', 'note'), /is a link/);
      assert.equal(readFileSync(join(folder, 'real.yaml'), 'utf8'), '');
    }));

  it('loses nothing when several write at once', () =>
    withFolder({ [name]: text }, async (folder) => {
      const words = ['Ministers', 'Tuesday', 'talks', 'then', 'OSLO', 'said'];
      await Promise.all(words.map((word) => annotate(folder, '--quote', word, '--kind', 'note')));
      const { records } = readSidecar(readFileSync(join(folder, sidecarName), 'utf8'));
      const quotes = records.map(({ annotation }) => annotation!.target[0]!.quote);
      assert.deepEqual(quotes.sort(), [...words].sort());
      assert.deepEqual(readdirSync(folder).sort(), [name, sidecarName]);
    }));

  it('takes over a lock that a killed program left', () =>
    withFolder({ [name]: text, [`.${sidecarName}.lock`]: '999999999' }, async (folder) => {
      assert.equal((await annotate(folder, '--quote', 'talks', '--kind', 'note')).code, 0);
      assert.equal(parse(readFileSync(join(folder, sidecarName), 'utf8')).annotations.length, 1);
    }));
});
