import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findConflicts } from '../../src/core/annotation/conflict-markers';
import { mergeInOneText } from '../../src/core/annotation/merge-in-one-text';
import { mergeConflicted } from '../../src/core/annotation/merge-sidecars';
import { textFromGit } from '../../src/node/text-from-git';
import { Broken, sourceName, type Archive } from './archive';
import { mergedExpectations, type ExpectedRecords } from './expected-records';
import { annotate, change, editSource, type Step } from './steps';

const sidecarName = `${sourceName}.ann.yaml`;
const identity = ['-c', 'user.name=b', '-c', 'user.email=b@example.org'];
const settings = ['-c', 'gc.auto=0', '-c', 'core.fsync=none', '-c', 'advice.detachedHead=false'];

function git(archive: Archive, ...args: string[]): string {
  return execFileSync('git', [...identity, ...settings, ...args], {
    cwd: archive.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The same, for a command that may stop at a conflict. */
function tryGit(archive: Archive, ...args: string[]): void {
  const environment = { ...process.env, GIT_EDITOR: 'true' };
  spawnSync('git', [...identity, ...settings, ...args], {
    cwd: archive.folder,
    stdio: 'ignore',
    env: environment,
  });
}

/** @param driver command line of the merge driver, or undefined to let git merge lines */
export function startRepository(archive: Archive, driver: string | undefined): void {
  archive.hasMergeDriver = driver !== undefined;
  git(archive, 'init', '--quiet', '--initial-branch=main', '--template=');
  // A source is never merged by lines: which of its versions stands there is then always known.
  const attributes = ['*.txt -text -merge', ...(driver ? ['*.ann.yaml merge=sidecars'] : [])];
  writeFileSync(join(archive.folder, '.gitattributes'), `${attributes.join('\n')}\n`);
  const style = archive.random.pick(['merge', 'diff3']);
  const merging = driver ? `[merge "sidecars"]\n\tdriver = ${JSON.stringify(driver)}\n` : '';
  const config = join(archive.folder, '.git', 'config');
  const conflictStyle = `[merge]\n\tconflictStyle = ${style}\n`;
  writeFileSync(config, `${readFileSync(config, 'utf8')}${conflictStyle}${merging}`);
  commit(archive);
}

function commit(archive: Archive): void {
  git(archive, 'add', '--all');
  tryGit(archive, 'commit', '--quiet', '--message', 'state');
}

/** Some work of one person on one branch. */
async function work(archive: Archive, mayEditSource: boolean, ...more: Parameters<Step>[1][]) {
  for (let count = archive.random.between(1, 3); count > 0; count--) {
    const step = mayEditSource && archive.random.chance(0.4) ? editSource : change;
    await step(archive, more[0]!);
    // What is found by searching only is judged before the next change writes it down.
    await archive.check();
  }
  commit(archive);
}

/** An older state of everything, and back again: `git checkout HEAD~1; git checkout main`. */
export const checkout: Step = async (archive, writers) => {
  commit(archive);
  const { expected } = archive;
  const before = git(archive, 'rev-parse', 'HEAD').trim();
  await work(archive, true, writers);
  const later = archive.expected;
  // Nothing is committed when the work was done and undone.
  if (git(archive, 'rev-parse', 'HEAD').trim() === before) return;
  archive.count('git: checkout');
  git(archive, 'checkout', '--quiet', before);
  archive.sourceWasChanged();
  archive.expected = expected;
  await archive.check().catch((error: unknown) => {
    if (!(error instanceof Broken && error.kind === 'lost')) throw error;
    throw new Broken('lost', `after checkout: ${error.message}`);
  });
  git(archive, 'checkout', '--quiet', 'main');
  archive.sourceWasChanged();
  archive.expected = later;
};

/** Only the source goes back to an older state, the sidecar stays: `git checkout HEAD~1 -- source`. */
export const checkoutSource: Step = async (archive, writers) => {
  commit(archive);
  await editSource(archive, writers);
  await archive.check();
  await annotate(archive, writers);
  commit(archive);
  archive.count('git: source checked out alone');
  tryGit(archive, 'checkout', '--quiet', 'HEAD~1', '--', sourceName);
  archive.sourceWasChanged();
};

/** Two branches with work on both, brought together by merge, rebase, cherry-pick or stash. */
export const merge: Step = async (archive, writers) => {
  const { random } = archive;
  const how = random.pick(['merge', 'rebase', 'cherry-pick', 'stash']);
  commit(archive);
  const base = archive.expected;
  const start = git(archive, 'rev-parse', 'HEAD').trim();
  // The topic's source goes on, or main's, or both.
  const [editsMain, editsTopic] = random.pick([
    [true, false],
    [false, true],
    [true, true],
  ]);
  // What every commit of theirs leaves; git takes them over one after the other.
  const theirs: ExpectedRecords[] = [];
  if (how === 'stash') {
    await change(archive, writers);
    await archive.check();
    if (editsTopic) await editSource(archive, writers);
    theirs.push(archive.expected);
    tryGit(archive, 'stash', '--quiet');
  } else {
    git(archive, 'checkout', '--quiet', '-b', 'topic');
    do {
      await work(archive, editsTopic!, writers);
      theirs.push(archive.expected);
    } while (how === 'rebase' && theirs.length < 2 && random.chance(0.5));
    git(archive, 'checkout', '--quiet', 'main');
  }
  archive.sourceWasChanged();
  archive.expected = base;
  await work(archive, editsMain!, writers);
  const ours = archive.expected;
  archive.count(`git: ${how}`);
  if (how === 'merge') tryGit(archive, 'merge', '--quiet', '--no-edit', 'topic');
  if (how === 'cherry-pick') tryGit(archive, 'cherry-pick', `${start}..topic`);
  if (how === 'stash') tryGit(archive, 'stash', 'pop', '--quiet');
  if (how === 'rebase') {
    git(archive, 'checkout', '--quiet', 'topic');
    tryGit(archive, 'rebase', '--quiet', 'main');
  }
  const sawConflict = await settle(archive, how);
  // Of several commits one may stop at a conflict and another be merged by lines.
  const byLines = !archive.hasMergeDriver && (theirs.length > 1 || !sawConflict);
  archive.expected = ours;
  for (const [index, one] of theirs.entries()) {
    const parent = index === 0 ? base : theirs[index - 1]!;
    archive.expected = mergedExpectations(parent, archive.expected, one, byLines);
  }
  if (how === 'rebase') {
    git(archive, 'checkout', '--quiet', '-B', 'main');
  }
  if (how === 'stash') tryGit(archive, 'stash', 'drop', '--quiet');
  else tryGit(archive, 'branch', '--quiet', '-D', 'topic');
  archive.sourceWasChanged();
};

/**
 * Ends what stopped at conflicts, as a person would with *Merge Sidecars*.
 *
 * @returns whether there was one in the sidecar
 */
async function settle(archive: Archive, how: string): Promise<boolean> {
  let sawConflict = false;
  for (let round = 0; round < 10; round++) {
    const unmerged = git(archive, 'ls-files', '--unmerged', '-z').split('\0').filter(Boolean);
    const isSource = unmerged.some((entry) => entry.endsWith(`\t${sourceName}`));
    const isSidecar = unmerged.some((entry) => entry.endsWith(`\t${sidecarName}`));
    if (isSource) {
      archive.count('git: conflict in the source');
      const side = archive.random.pick(['--ours', '--theirs']);
      git(archive, 'checkout', side, '--', sourceName);
    }
    if (isSidecar) await resolveSidecar(archive);
    sawConflict ||= isSidecar;
    if (isSource || isSidecar) git(archive, 'add', '--all');
    const folder = join(archive.folder, '.git');
    const isRebase = existsSync(join(folder, 'rebase-merge'));
    const isPicking = existsSync(join(folder, 'CHERRY_PICK_HEAD'));
    const isPickList = existsSync(join(folder, 'sequencer'));
    const isWhole = how === 'merge' || how === 'stash';
    if (isWhole) commit(archive);
    if (isWhole || (!isRebase && !isPicking && !isPickList)) return sawConflict;
    const nothing = git(archive, 'diff', '--cached', '--name-only').trim() === '';
    const verb = nothing ? '--skip' : '--continue';
    tryGit(archive, how, verb);
  }
  throw new Error(`${how} did not come to an end`);
}

async function resolveSidecar(archive: Archive): Promise<void> {
  const text = archive.sidecar;
  const hasMarkers = findConflicts(text).length > 0;
  archive.count(hasMarkers ? 'git: conflict markers' : 'git: conflict kept in x-conflict');
  if (!hasMarkers) return;
  const stage = (number: number): string | undefined => {
    try {
      return git(archive, 'show', `:${number}:${sidecarName}`);
    } catch {
      return undefined;
    }
  };
  const [base = '', ours, theirs] = [1, 2, 3].map(stage);
  const fromStages = ours !== undefined && theirs !== undefined;
  const merged = fromStages
    ? await mergeInOneText([base, ours, theirs], (source) =>
        textFromGit(archive.sourcePath, source),
      )
    : mergeConflicted(text);
  writeFileSync(archive.sidecarPath, merged.text);
}
