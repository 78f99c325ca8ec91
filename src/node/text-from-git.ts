import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import type { SidecarSource } from '../core/annotation/annotation';
import { decodeText } from '../core/text/decode';
import { contentIdentity } from '../core/text/hash';
import { SourceText } from '../core/text/source-text';

/** Versions of a file that are looked at, newest first. */
const mostVersions = 500;
const mostBytes = 256_000_000;

/**
 * The settings of a cloned repository are not trusted: nothing that they name is run, and nothing is
 * fetched over the network.
 */
const safeSettings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'log.showSignature=false',
  'diff.external=',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting]);
const safeEnvironment = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_LITERAL_PATHSPECS: '1',
};

/**
 * The canonical text that a sidecar was written against: the object `blob`, or else a version in the
 * file's history, whose text has the recorded `sha256`. `undefined` when git does not have it, or
 * there is no git.
 *
 * @param path absolute path of the source
 * @param program git's executable
 */
export async function textFromGit(
  path: string,
  { blob, sha256 }: SidecarSource,
  program = 'git',
): Promise<string | undefined> {
  const folder = dirname(path);
  const objects = new Set(/^[0-9a-f]{40,64}$/.test(blob) ? [blob] : []);
  for (let isHistoryRead = false; ; isHistoryRead = true) {
    for (const object of objects) {
      const bytes = await git(program, folder, ['cat-file', 'blob', object]);
      if (!bytes) continue;
      const source = new SourceText(decodeText(bytes).text);
      if (contentIdentity(source).sha256 === sha256) return source.text;
    }
    if (isHistoryRead) return undefined;
    objects.clear();
    for (const object of await versions(program, folder, basename(path)))
      if (object !== blob) objects.add(object);
  }
}

/** Object ids of the versions of a file, newest first, followed through renames. */
async function versions(program: string, folder: string, name: string): Promise<string[]> {
  const log = await git(program, folder, [
    'log',
    '--follow',
    `--max-count=${mostVersions}`,
    '--format=',
    '--raw',
    '--no-abbrev',
    '--no-ext-diff',
    '--no-textconv',
    '-z',
    '--',
    name,
  ]);
  if (!log) return [];
  // :<old mode> <new mode> <old object> <new object> <status>
  const change = /:\d+ \d+ ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) [A-Z]\d*\0/g;
  return [...decodeText(log).text.matchAll(change)]
    .flatMap(([, before, after]) => [after!, before!])
    .filter((object) => !/^0+$/.test(object));
}

/** Standard output of a git command, `undefined` when it fails. */
function git(
  program: string,
  folder: string,
  args: readonly string[],
): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    execFile(
      program,
      ['--no-pager', ...safeSettings, ...args],
      {
        cwd: folder,
        env: { ...process.env, ...safeEnvironment },
        encoding: 'buffer',
        maxBuffer: mostBytes,
        windowsHide: true,
      },
      (error, output) => resolve(error ? undefined : output),
    );
  });
}
