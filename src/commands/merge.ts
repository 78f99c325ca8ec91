import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mergeInOneText } from '../core/annotation/merge-in-one-text';
import { SidecarRefusal } from '../core/annotation/sidecar-refusal';
import { exitCode, UsageError, type Command } from './command';
import { replaceFile } from '../node/replace-file';
import { textFromGit } from '../node/text-from-git';

/**
 * Merges sidecars as git's merge driver: see `src/core/annotation/merge-driver.ts`, and the commands of
 * the editor that install and remove it.
 */
export const mergeCommand: Command = {
  name: 'merge',
  summary: 'Merge two versions of a sidecar (git merge driver)',
  usage: 'BASE OURS THEIRS [PATH]',
  async run(args, host) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [base, ours, theirs, path, ...more] = positionals;
    if (base === undefined || ours === undefined || theirs === undefined || more.length > 0)
      throw new UsageError('merge needs three files and at most the path of the merged one');
    const target = resolve(host.directory, ours);
    const [oldText, ourText, theirText] = await Promise.all(
      [base, ours, theirs].map((path) => readFile(resolve(host.directory, path), 'utf8')),
    );
    try {
      const folder = dirname(resolve(host.directory, path ?? ours));
      const { text, conflicts } = await mergeInOneText([oldText!, ourText!, theirText!], (source) =>
        textFromGit(join(folder, basename(source.name)), source),
      );
      await replaceFile(target, text);
      for (const { id, message } of conflicts) host.error(`${id ?? 'the file'}: ${message}\n`);
      return conflicts.length === 0 ? exitCode.well : exitCode.problems;
    } catch (error) {
      if (!(error instanceof SidecarRefusal)) throw error;
      // Git takes our file for the result: both versions must be in it.
      await replaceFile(target, withMarkers(ourText!, theirText!));
      host.error(`${error.message}\n`);
      return exitCode.problems;
    }
  },
};

function withMarkers(ours: string, theirs: string): string {
  const closed = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
  return `<<<<<<< ours\n${closed(ours)}=======\n${closed(theirs)}>>>>>>> theirs\n`;
}
