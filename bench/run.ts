/**
 * Measures everything and writes `bench/results.md` and `bench/results.json`:
 *
 *   npm run bench [-- --only mail,match]
 *
 * Every module of this folder that exports `benchmark` (see `row.ts`) takes part. With `--only` the rows of the
 * named modules replace theirs in the results, the others stay.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem, type as system, release } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, runProgram } from '../scripts/vscode/project';
import { report } from './report';
import { row, type Benchmark, type BenchmarkRow } from './row';

export interface Results {
  /** What the figures were measured on. */
  readonly machine: string;
  /** Name of the module, heading and rows. */
  readonly groups: readonly BenchmarkGroup[];
}

export interface BenchmarkGroup {
  readonly module: string;
  readonly title: string;
  readonly rows: readonly BenchmarkRow[];
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });

async function main(): Promise<void> {
  await runProgram(process.execPath, ['esbuild.mjs', '--production'], { cwd: projectRoot });
  const only = values.only?.split(',');
  const earlier = only ? await readResults() : [];
  const groups: BenchmarkGroup[] = [];
  for (const file of (await readdir(__dirname)).filter((name) => name.endsWith('.ts')).sort()) {
    const module = file.replace(/\.ts$/, '');
    if (module === 'run') continue;
    const { benchmark } = (await import(join(__dirname, file))) as { benchmark?: Benchmark };
    if (!benchmark) continue;
    const kept = earlier.find((group) => group.module === module);
    if (only && !only.includes(module)) {
      if (kept) groups.push(kept);
      continue;
    }
    console.log(`${benchmark.title} …`);
    const rows = (await benchmark.rows()).map(row);
    if (rows.length) groups.push({ module, title: benchmark.title, rows });
  }
  const text = report({ machine: await machine(), groups });
  await writeFile(join(__dirname, 'results.md'), text);
  const flat = groups.flatMap(({ module, title, rows }) =>
    rows.map((fields) => ({ module, group: title, ...fields })),
  );
  await writeFile(join(__dirname, 'results.json'), `${JSON.stringify(flat, null, 2)}\n`);
  console.log(text);
}

type StoredRow = BenchmarkRow & { module: string; group: string };

async function readResults(): Promise<BenchmarkGroup[]> {
  const text = await readFile(join(__dirname, 'results.json'), 'utf8').catch(() => '[]');
  const groups = new Map<string, { module: string; title: string; rows: BenchmarkRow[] }>();
  for (const { module, group, ...fields } of JSON.parse(text) as StoredRow[]) {
    const known = groups.get(module) ?? { module, title: group, rows: [] };
    known.rows.push(fields);
    groups.set(module, known);
  }
  return [...groups.values()];
}

async function machine(): Promise<string> {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const commit = await runProgram('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot })
    .then((hash) => `commit ${hash.trim()}, `)
    .catch(() => '');
  return (
    `${commit}${cpu?.model.trim()} × ${cpus().length}, ${memory} GiB, ` +
    `${system()} ${release()}, Node ${process.versions.node}`
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
