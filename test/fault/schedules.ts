import { mkdirSync, mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../../bench/reanchor/random';
import { Archive, type Figures } from './archive';
import { fullDisk, mountSmallDisk, readOnly, readOnlyFolder, type SmallDisk } from './disk-steps';
import { checkout, checkoutSource, merge, startRepository } from './git-steps';
import * as steps from './steps';
import type { Step } from './steps';
import { Writers } from './writers';
import { buildProgram } from './build-program';

/** A schedule that broke something. */
export interface Failure {
  readonly schedule: number;
  /** What happened until then. */
  readonly steps: readonly string[];
  readonly message: string;
}

export interface Result {
  readonly figures: Figures;
  readonly failures: readonly Failure[];
  /** What this machine does not allow, as sentences. */
  readonly skipped: readonly string[];
}

const everywhere: readonly [string, Step, weight: number][] = [
  ['change', steps.change, 5],
  ['annotate', steps.annotate, 2],
  ['edit source', steps.editSource, 4],
  ['flip line ends', steps.flipLineEnds, 1],
  ['delete source', steps.deleteSource, 1],
  ['kill', steps.kill, 4],
  ['together', steps.together, 1],
  ['edit sidecar by hand', steps.editSidecarByHand, 1],
];
const inGit: readonly [string, Step, weight: number][] = [
  ['checkout', checkout, 2],
  ['checkout source', checkoutSource, 1],
  ['merge', merge, 3],
];

/**
 * Runs random schedules one after the other; the same seed gives the same schedules, but for the moments
 * in which programs are killed.
 *
 * @param report is called after every schedule
 */
export async function runSchedules(
  first: number,
  count: number,
  seed: number,
  report: (done: number, result: Result) => void = () => undefined,
): Promise<Result> {
  const memory = '/dev/shm';
  const root = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'faults-'));
  const disk = mountSmallDisk(join(root, 'disk'));
  const skipped = disk ? [] : ['full disk: mounting a small tmpfs needs root'];
  const result: Result = { figures: new Map(), failures: [], skipped };
  const writers = await Writers.start(root);
  const driver = await buildDriver(root);
  try {
    for (let index = first; index < first + count; index++) {
      const random = new Random(seed * 1_000_003 + index);
      const failure = await runSchedule(index, random, { root, disk, writers, driver, result });
      if (failure) (result.failures as Failure[]).push(failure);
      report(index - first + 1, result);
    }
  } finally {
    await writers.stop();
    disk?.remove();
    rmSync(root, { recursive: true, force: true });
  }
  return result;
}

interface Place {
  readonly root: string;
  readonly disk: SmallDisk | undefined;
  readonly writers: Writers;
  /** Command line of the merge driver. */
  readonly driver: string;
  readonly result: Result;
}

async function runSchedule(
  schedule: number,
  random: Random,
  { root, disk, writers, driver, result }: Place,
): Promise<Failure | undefined> {
  const isOnDisk = disk !== undefined && random.chance(0.2);
  const hasHistory = !isOnDisk && random.chance(0.6);
  const folder = join(isOnDisk ? disk.folder : root, `schedule-${schedule}`);
  mkdirSync(folder);
  const names: string[] = [];
  try {
    const archive = new Archive(folder, hasHistory, random, result.figures);
    await steps.annotate(archive, writers);
    if (hasHistory) startRepository(archive, random.chance(0.6) ? driver : undefined);
    const possible = choices(hasHistory, isOnDisk, disk);
    for (let count = random.between(4, 10); count > 0; count--) {
      const [name, step] = random.pick(possible);
      names.push(name);
      await step(archive, writers);
      await archive.check();
      archive.count('steps');
    }
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { schedule, steps: names, message };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function choices(hasHistory: boolean, isOnDisk: boolean, disk: SmallDisk | undefined) {
  const full: typeof everywhere = [
    ['full disk', fullDisk, 5],
    ['read-only', readOnly(disk!), 3],
  ];
  // Root may write anywhere.
  const closed: typeof everywhere =
    process.getuid?.() === 0 ? [] : [['read-only', readOnlyFolder, 2]];
  const all = [...everywhere, ...(hasHistory ? inGit : []), ...(isOnDisk ? full : closed)];
  return all.flatMap(([name, step, weight]) =>
    Array.from({ length: weight }, (): [string, Step] => [name, step]),
  );
}

/** The command line's merge driver as a program, as git is told to start it. */
async function buildDriver(root: string): Promise<string> {
  const program = await buildProgram('merge-driver', root);
  return `'${process.execPath}' '${program}' %O %A %B %P`;
}
