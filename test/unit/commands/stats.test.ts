import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementCommand } from '../../../src/commands/agreement';
import { annotateCommand } from '../../../src/commands/annotate';
import { UsageError } from '../../../src/commands/command';
import { statsCommand } from '../../../src/commands/stats';
import { runCommand, withFolder } from './run-command';

const name = 'message.txt';
const text = 'The minister said on Tuesday that talks will go on in the capital.\n';

async function annotated(folder: string): Promise<void> {
  for (const [by, quote] of [
    ['Anna', 'minister'],
    ['Ben', 'minister'],
    ['Anna', 'Tuesday'],
    ['Ben', 'capital'],
  ] as const)
    await runCommand(
      annotateCommand,
      folder,
      name,
      '--quote',
      quote,
      '--kind',
      'note',
      '--tag',
      by,
      '--by',
      by,
    );
}

describe('stats', () => {
  it('counts for people and programs, and goes on past a broken file', () =>
    withFolder({ [name]: text }, async (folder) => {
      await annotated(folder);
      writeFileSync(join(folder, 'bad.txt.ann.yaml'), Buffer.from([0xff]));
      const { out, error } = await runCommand(statsCommand, folder, '--json');
      const stats = JSON.parse(out) as Record<string, unknown>;
      assert.deepEqual(
        [stats['files'], stats['annotations'], stats['annotators']],
        [1, 4, { Anna: 2, Ben: 2 }],
      );
      assert.match(error, /bad\.txt\.ann\.yaml.*not valid UTF-8/);
      const plain = await runCommand(statsCommand, folder);
      assert.match(plain.out, /^1 files, 4 annotations, 0 replies\n\nkinds\n {6}4 {2}note\n/);
    }));
});

describe('agreement', () => {
  it('compares two annotators', () =>
    withFolder({ [name]: text }, async (folder) => {
      await annotated(folder);
      const { out } = await runCommand(agreementCommand, folder, '.', '--json');
      const [pair] = JSON.parse(out) as { annotators: string[]; spanF1: number; alpha: number }[];
      assert.deepEqual([pair!.annotators, pair!.spanF1], [['Anna', 'Ben'], 0.5]);
      assert.ok(pair!.alpha > 0 && pair!.alpha < 1);
      const plain = await runCommand(agreementCommand, folder, name);
      assert.match(
        plain.out,
        /^Anna and Ben: 1 texts, 2 and 2 annotations\n {2}same passage +F1 0\.500\n/,
      );
      await assert.rejects(runCommand(agreementCommand, folder), UsageError);
    }));
});
