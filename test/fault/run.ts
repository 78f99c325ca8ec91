/**
 * Fault tests: random schedules of everything that may happen to an archive.
 *
 *   npm run test:fault -- --schedules 10000 --seed 1 [--first 0]
 *
 * No annotation may be lost, none may stand at a wrong place, no file may be half. The last line is
 * `N passed, N failed`. A failed schedule is run again with `--first N --schedules 1`.
 */
import { parseArgs } from 'node:util';
import { runSchedules } from './schedules';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
  },
});

async function main(): Promise<void> {
  const count = Number(values.schedules);
  const begin = Date.now();
  let failed = 0;
  const { figures, failures, skipped } = await runSchedules(
    Number(values.first),
    count,
    Number(values.seed),
    (done, result) => {
      for (const { schedule, steps, message } of result.failures.slice(failed))
        console.log(`schedule ${schedule} (${steps.join(', ')}):\n  ${message}`);
      failed = result.failures.length;
      if (done % 50 === 0) console.log(`${done} schedules, ${failed} failed`);
    },
  );
  for (const sentence of skipped) console.log(`skipped: ${sentence}`);
  for (const [what, number] of [...figures].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(number).padStart(9)}  ${what}`);
  console.log(`${Math.round((Date.now() - begin) / 1000)} s`);
  console.log(`${count - failures.length} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

void main();
