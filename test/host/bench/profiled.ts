import { Session, type Profiler } from 'node:inspector';

/**
 * How long functions of one name, and all that they called, ran in this process while `work` did, in
 * milliseconds; by sampling, so only sums over many calls are true.
 */
export async function millisecondsIn(name: string, work: () => Promise<void>): Promise<number> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 100 });
  session.post('Profiler.start');
  await work();
  const profile = await new Promise<Profiler.Profile>((resolve, reject) => {
    session.post('Profiler.stop', (error, result) => {
      if (error) reject(error);
      else resolve(result.profile);
    });
  });
  session.disconnect();
  return timeUnder(profile, name);
}

function timeUnder({ nodes, samples, timeDeltas }: Profiler.Profile, name: string): number {
  const inside = new Set<number>();
  // Parents come before their children.
  for (const { id, callFrame, children } of nodes) {
    if (callFrame.functionName === name) inside.add(id);
    if (inside.has(id)) for (const child of children ?? []) inside.add(child);
  }
  let microseconds = 0;
  samples?.forEach((id, index) => {
    if (inside.has(id)) microseconds += timeDeltas?.[index] ?? 0;
  });
  return microseconds / 1000;
}
