/**
 * Measures how annotations are found again after edits, through `archive-annotator reanchor --json`,
 * beside the published rules of two other tools:
 *
 *   npm run bench:reanchor [-- --seed 700 --texts 280 --set wide --no-peers]
 *
 * Seeds below 300 were looked at while the rules were made, so what they measure is no proof; look at
 * failures there (`inspect.ts`), and measure on seeds that nobody has looked at. `--set wide` takes
 * further kinds of edits and passages (`wide-edits.ts`) instead of the usual ones.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Selector } from '../../src/core/annotation/annotation';
import { casesOfTexts, generateCases, type Case, type EditSet } from './cases';
import { answersOfCommand } from './command-line';
import { corpusTexts } from './corpus-texts';
import { hypothesisRule } from './hypothesis-rule';
import { mrsfRule } from './mrsf-rule';
import { addTo, emptyScore, type Answer, type Score } from './score';

/** MRSF's rule is slow: only so many annotations are put to it. */
const mrsfSample = 40;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '700' },
    set: { type: 'string', default: 'usual' },
    texts: { type: 'string', default: '280' },
    'no-peers': { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const seed = Number(values.seed);
  const generated = generateCases(seed, Number(values.texts), values.set as EditSet);
  const real = casesOfTexts(seed, corpusTexts(), values.set as EditSet);
  const cases = [...generated, ...real];
  const annotations = cases.reduce((sum, test) => sum + test.annotations.length, 0);
  console.log(`seed ${seed}: ${annotations} annotations in ${cases.length} texts`);
  console.log(`(${real.length} of them real messages)\n`);
  const own = await answersOfCommand(cases);
  report('archive-annotator, sidecar only', cases, own);
  const history = await answersOfCommand(cases, { history: true });
  report('archive-annotator, with git history', cases, history);
  const binary = join(__dirname, '../../dist/cli.js');
  if (existsSync(binary)) await compareWithProgram(cases.slice(0, 14), own, binary);
  else console.log('skipped: dist/cli.js is not built');
  if (!values['no-peers']) reportPeers(cases);
  console.log('\nsidecar only, by edit:');
  for (const edit of new Set(cases.map((test) => test.edit))) {
    const chosen = cases.flatMap((test, index) => (test.edit === edit ? [index] : []));
    report(
      `  ${edit}`,
      chosen.map((index) => cases[index]!),
      chosen.map((index) => own[index]!),
    );
  }
}

async function compareWithProgram(
  cases: readonly Case[],
  own: readonly Answer[][],
  binary: string,
): Promise<void> {
  const printed = await answersOfCommand(cases, { binary });
  const isSame = JSON.stringify(printed) === JSON.stringify(own.slice(0, cases.length));
  console.log(`dist/cli.js gives ${isSame ? 'the same' : 'OTHER'} answers (${cases.length} texts)`);
  if (!isSame) process.exitCode = 1;
}

function reportPeers(cases: readonly Case[]): void {
  for (const threshold of [0, 0.8, 0.9]) {
    const name = threshold === 0 ? 'no threshold, as published' : `threshold ${threshold}`;
    report(
      `Hypothesis’ rule, ${name}`,
      cases,
      cases.map(({ newText, annotations }) =>
        annotations.map(({ target }) =>
          byPieces(target, (selector) => hypothesisRule(newText, selector, threshold)),
        ),
      ),
    );
  }
  const score = emptyScore();
  let count = 0;
  for (const test of cases) {
    test.annotations.forEach(({ target }, index) => {
      if (count++ % mrsfSample === 0) {
        const rule = (selector: Selector) => mrsfRule(test.oldText, test.newText, selector);
        addTo(score, test, index, byPieces(target, rule));
      }
    });
  }
  print(`MRSF’s rule (every ${mrsfSample}th annotation)`, score);
}

/** A rule for single passages on a passage in pieces: all of them are placed, or none. */
function byPieces(target: readonly Selector[], rule: (selector: Selector) => Answer): Answer {
  const answers = target.map(rule);
  if (answers.length === 1) return answers[0]!;
  const missing = answers.find(({ state }) => state !== 'placed');
  return missing ?? { state: 'placed', pieces: answers as Required<Answer>[] };
}

function report(name: string, cases: readonly Case[], answers: readonly Answer[][]): void {
  const score = emptyScore();
  cases.forEach((test, index) => {
    test.annotations.forEach((_, number) => addTo(score, test, number, answers[index]![number]!));
  });
  print(name, score);
}

function print(name: string, score: Score): void {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
  console.log(
    `${name.padEnd(44)} right ${share(score.right, score.total).padStart(8)}` +
      `  wrong ${String(score.wrong).padStart(4)} (${share(score.wrong, score.total)})` +
      `  edges exact ${share(score.exact, score.placed)}` +
      `  gone not placed ${share(score.goneFound, score.gone)}, orphaned ${share(score.goneOrphaned, score.gone)}`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
