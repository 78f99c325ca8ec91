/**
 * Names recognised in running text against gold sets, by exact span and type, and the speed on the same
 * text, beside compromise in the same run.
 *
 *     npm run bench -- --only recogniser
 *     npx tsx bench/recogniser.ts [gold file…]       per type, for any CoNLL, IEER, brat or bracket file
 *
 * Tokens are joined by blanks and sentences by line breaks, as an evaluation from outside does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import nlp from 'compromise';
import type {
  loadRecogniser as Load,
  RecogniserData,
} from '../src/core/entity/recogniser/recogniser-data';
import type { recogniseNames as Recognise } from '../src/core/entity/recogniser/recognise-names';
import { type AnnotatedText, readAnnotated } from '../scripts/recogniser/annotated-text';
import { gazetteerNames } from '../scripts/recogniser/place-names';
import {
  emptyScores,
  formatScore,
  measure,
  scoredTypes,
  scoreNames,
  type Scores,
} from '../scripts/recogniser/score-names';
import { bundled } from './bundled';
import { type Benchmark, type BenchmarkRow, medianMilliseconds } from './row';

const root = join(__dirname, '..');
const corpus = join(root, '../shared/corpus');
/** No file of these was used to train the recogniser. */
const goldFiles = [
  'ner-gold/re3d-test.conll',
  'ner-gold/wnut17-dev.conll',
  'ner-gold/wnut17-test.conll',
  'newswire/ieer-NYT_19980315.sgm',
  'newswire/ieer-APW_19980429.sgm',
].map((file) => join(corpus, file));

type FoundName = { start: number; end: number; type: string };
type Finder = (text: string) => FoundName[];

/** re3d marks articles, pronouns and common nouns too ("the regime"): only what begins with a capital is a name. */
function namesOnly({ text, names }: AnnotatedText): AnnotatedText {
  const pronoun = /^(?:He|She|They|We|It|His|Her|Their|Our|Its|I|You|Us|My)$/;
  return {
    text,
    names: names.flatMap((name) => {
      const article = /^(?:the|a|an) /i.exec(text.slice(name.start, name.end));
      const start = name.start + (article?.[0].length ?? 0);
      const written = text.slice(start, name.end);
      return /^\p{Lu}/u.test(written) && !pronoun.test(written) ? [{ ...name, start }] : [];
    }),
  };
}

function ourFinder(): Finder {
  const { loadRecogniser, recogniseNames } = bundled<{
    loadRecogniser: typeof Load;
    recogniseNames: typeof Recognise;
  }>('core/entity/recogniser/recogniser-data', 'core/entity/recogniser/recognise-names');
  const path = join(root, 'src/core/entity/recogniser/recogniser.json');
  const model = loadRecogniser(JSON.parse(readFileSync(path, 'utf8')) as RecogniserData);
  const known = gazetteerNames();
  return (text) => recogniseNames(text, known, model);
}

/** compromise's people, places and organizations, without the signs that it keeps at their ends. */
const peerFinder: Finder = (text) => {
  const document = nlp(text);
  const lists = [
    ['person', document.people()],
    ['place', document.places()],
    ['organization', document.organizations()],
  ] as const;
  return lists.flatMap(([type, view]) =>
    (
      view.json({ offset: true }) as { text: string; offset: { start: number; length: number } }[]
    ).map(({ offset }) => {
      const written = text.slice(offset.start, offset.start + offset.length);
      const before = /^[^\p{L}\p{N}]*/u.exec(written)![0].length;
      const after = /(?:['’]s)?[^\p{L}\p{N}]*$/u.exec(written)![0].length;
      return { start: offset.start + before, end: offset.start + offset.length - after, type };
    }),
  );
};

function score(file: string, find: Finder): Scores {
  const scores = emptyScores();
  for (const document of readAnnotated(file)) {
    const gold = basename(file).startsWith('re3d') ? namesOnly(document) : document;
    scoreNames(scores, gold, find(gold.text));
  }
  return scores;
}

function speed(text: string, find: Finder, repetitions: number, warmUp: number): number {
  const milliseconds = medianMilliseconds(() => find(text), repetitions, warmUp);
  return Buffer.byteLength(text) / 1000 / milliseconds;
}

const peer = `compromise ${(JSON.parse(readFileSync(join(root, 'node_modules/compromise/package.json'), 'utf8')) as { version: string }).version}`;

export const benchmark: Benchmark = {
  title: 'Names in running text (exact span and type)',
  rows() {
    const files = goldFiles.filter((file) => existsSync(file));
    if (files.length === 0) {
      console.log('skipped: no gold sets in ../shared/corpus');
      return [];
    }
    const find = ourFinder();
    const rows: BenchmarkRow[] = files.map((file) => {
      const ours = score(file, find);
      const theirs = score(file, peerFinder);
      const remark = [...scoredTypes, 'all' as const]
        .map((type) => `${type} ${formatScore(ours[type])}`)
        .join('; ');
      return {
        name: basename(file),
        value: 100 * measure(ours.all).f1,
        unit: 'F1',
        peer,
        peerValue: 100 * measure(theirs.all).f1,
        remark,
      };
    });
    const text = files
      .flatMap(readAnnotated)
      .map((document) => document.text)
      .join('\n\n');
    rows.push({
      name: `recognising names, ${Math.round(text.length / 1000)} kB`,
      value: speed(text, find, 9, 9),
      unit: 'MB/s',
      peer,
      peerValue: speed(text.slice(0, 50_000), peerFinder, 3, 2),
      remark: 'goal: 50 times the speed',
    });
    return rows;
  },
};

if (require.main === module) {
  const find = ourFinder();
  const given = process.argv.slice(2);
  for (const file of given.length ? given : goldFiles.filter((path) => existsSync(path))) {
    for (const [name, finder] of [['ours', find] as const, [peer, peerFinder] as const]) {
      const scores = score(file, finder);
      console.log(`${basename(file)}, ${name}`);
      for (const type of [...scoredTypes, 'all'] as const) {
        console.log(`  ${type.padEnd(13)} ${formatScore(scores[type])}`);
      }
    }
  }
}
