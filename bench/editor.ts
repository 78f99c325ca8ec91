import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oldestVersion } from '../scripts/vscode/project';
import { bundleSuites } from '../test/host/bundle-suites';
import { runInHost } from '../test/host/host-run';
import { median, type Benchmark, type BenchmarkRow } from './row';

const runs = 3;

/** Figures of `test/host/bench`, which runs inside a real extension host; medians over fresh hosts. */
export const benchmark: Benchmark = {
  title: `In the extension host of VS Code ${oldestVersion}`,
  async rows() {
    const tests = await bundleSuites('host/bench', 'node');
    const measured: BenchmarkRow[][] = [];
    for (let run = 0; run < runs; run++) {
      const file = join(tmpdir(), `archive-annotator-bench-${process.pid}.json`);
      const env = { ARCHIVE_ANNOTATOR_BENCH: file };
      const { failed } = await runInHost({ version: oldestVersion, tests, env });
      if (failed) throw new Error('the measurement in the extension host failed');
      measured.push(JSON.parse(await readFile(file, 'utf8')));
      await rm(file);
    }
    return measured[0]!.map((first, index) => {
      const all = measured.map((rows) => rows[index]!);
      return {
        ...first,
        value: median(all.map(({ value }) => value)),
        ...(first.peerValue === undefined
          ? {}
          : { peerValue: median(all.map(({ peerValue }) => peerValue!)) }),
      };
    });
  },
};
