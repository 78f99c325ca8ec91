import assert from 'node:assert/strict';
import { runSchedules } from '../../fault/schedules';

/** A few of the schedules of `npm run test:fault`. */
const count = 25;

describe('fault schedules', () => {
  it(`lose nothing, misplace nothing and leave no half file (${count} of them)`, async function () {
    this.timeout(600_000);
    const { failures, figures, skipped } = await runSchedules(0, count, 7);
    for (const sentence of skipped) console.log(`      skipped: ${sentence}`);
    assert.deepEqual(
      failures.map(
        ({ schedule, steps, message }) => `${schedule} (${steps.join(', ')}) ${message}`,
      ),
      [],
    );
    for (const what of ['killed while writing', 'two programs at once', 'places checked'])
      assert.ok((figures.get(what) ?? 0) > 0, what);
  });
});
