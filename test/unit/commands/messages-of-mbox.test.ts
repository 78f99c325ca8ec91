import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { annotateCommand } from '../../../src/commands/annotate';
import { checkCommand } from '../../../src/commands/check';
import { reanchorCommand } from '../../../src/commands/reanchor';
import { runCommand, withFolder } from './run-command';

function mail(number: number, body: string): string {
  return [
    `From a@lake.example  Thu Nov  ${number} 11:19:12 2001`,
    'From: A <a@lake.example>',
    `Subject: Ferry ${number}`,
    `Message-ID: <${number}@lake.example>`,
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${body}\n\n`,
  ].join('\n');
}

describe('annotations of the messages of an mbox', () => {
  const caf = mail(1, 'The caf=C3=A9 on the pier is open.');

  it('are made, checked and anchored again as the mbox grows', () =>
    withFolder({ 'lake.mbox': caf + mail(2, 'Nothing.') }, async (folder) => {
      const path = join(folder, 'lake.mbox');
      const said = ['--message', '<1@lake.example>', '--quote', 'café on the pier'];
      const options = ['--kind', 'note', '--by', 'Anna', '--json'];
      const made = await runCommand(annotateCommand, folder, 'lake.mbox', ...said, ...options);
      assert.equal(made.code, 0, made.error);
      const record = JSON.parse(made.out);
      assert.equal(record.target.message, '1@lake.example');

      await writeFile(path, mail(8, 'More.') + caf + mail(2, 'Nothing.') + mail(3, 'More.'));
      const check = await runCommand(checkCommand, folder, '--format', 'json');
      const codes = JSON.parse(check.out).map(({ code }: { code: string }) => code);
      assert.deepEqual(codes, ['source-changed'], 'the annotation stands where it stood');

      const again = await runCommand(reanchorCommand, folder, '--write', '--json');
      const [result] = JSON.parse(again.out);
      assert.equal(result.state, 'exact');
      assert.equal(result.message, '1@lake.example');
      assert.equal(result.start, record.target.start);
      const sidecar = parse(await readFile(`${path}.ann.yaml`, 'utf8'));
      assert.deepEqual(sidecar.annotations[0].target, record.target);
      assert.equal((await runCommand(checkCommand, folder)).code, 0);

      await writeFile(path, mail(2, 'The café on the pier is open.'));
      const gone = await runCommand(reanchorCommand, folder, '--json');
      assert.equal(JSON.parse(gone.out)[0].state, 'orphaned');
    }));

  it('are refused for a message that is not there', () =>
    withFolder({ 'lake.mbox': caf }, async (folder) => {
      const said = ['--message', '7@lake.example', '--quote', 'One', '--kind', 'note'];
      await assert.rejects(
        runCommand(annotateCommand, folder, 'lake.mbox', ...said),
        /no message 7@lake.example/,
      );
    }));
});
