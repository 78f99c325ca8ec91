/**
 * Lists the answers that are not right, with both texts around the passage, for tuning on seeds that are
 * not measured afterwards:
 *
 *   npx tsx bench/reanchor/inspect.ts --seeds 1,2,3 --texts 100 --missed > /tmp/answers.txt
 */
import { parseArgs } from 'node:util';
import { anchorAnnotations } from '../../src/core/annotation/anchor/anchor-annotations';
import { contentIdentity } from '../../src/core/text/hash';
import { SourceText } from '../../src/core/text/source-text';
import { casesOfTexts, generateCases, type Case } from './cases';
import { corpusTexts } from './corpus-texts';
import { addTo, emptyScore, judge, type Answer, type Score } from './score';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    texts: { type: 'string', default: '280' },
    history: { type: 'boolean', default: false },
    missed: { type: 'boolean', default: false },
  },
});

/** The answers of this process, without files between. */
function answersOf(test: Case, withHistory: boolean): Answer[] {
  const source = new SourceText(test.newText);
  const recorded = { name: test.name, ...contentIdentity(new SourceText(test.oldText)) };
  const context = { recorded, ...(withHistory ? { oldText: test.oldText } : {}) };
  return anchorAnnotations(test.annotations, source, context).map(
    ({ state, ranges, reason, candidates }) => {
      const label = `${state} (${candidates?.length ?? 0}): ${reason}`;
      if (state === 'ambiguous' || state === 'orphaned') return { state, label };
      return { state: 'placed', ...source.toCodePointRange(ranges[0]!), label };
    },
  );
}

function list(test: Case, index: number, answer: Answer): string {
  const { quote, before, after } = test.annotations[index]!.target[0]!;
  const truth = test.truths[index]!;
  const points = [...test.newText];
  const around = (place: { start: number; end: number }): string =>
    `${points.slice(Math.max(0, place.start - 90), place.start).join('')}[[${points
      .slice(place.start, place.end)
      .join('')}]]${points.slice(place.end, place.end + 90).join('')}`;
  return [
    `=== ${test.name} ${test.edit} ${test.script}: ${answer.label} (truth: ${truth.kind})`,
    `OLD ${before}[[${quote}]]${after}`,
    ...(answer.state === 'placed'
      ? [`PUT ${around(answer as { start: number; end: number })}`]
      : []),
    ...('start' in truth ? [`NOW ${around(truth)}`] : []),
  ].join('\n');
}

const total = emptyScore();
for (const seed of values.seeds.split(',').map(Number)) {
  const score = emptyScore();
  const cases = [
    ...generateCases(seed, Number(values.texts)),
    ...casesOfTexts(seed, corpusTexts()),
  ];
  for (const test of cases) {
    answersOf(test, values.history).forEach((answer, index) => {
      const verdict = judge(test, index, answer);
      for (const one of [score, total]) addTo(one, test, index, answer);
      if (verdict === 'wrong' || (verdict === 'missed' && values.missed))
        console.log(`${verdict.toUpperCase()} ${list(test, index, answer)}\n`);
    });
  }
  summarise(`seed ${seed}`, score);
}
summarise('all', total);

function summarise(name: string, score: Score): void {
  const share = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);
  console.error(
    `${name}: ${score.total} annotations, right ${share(score.right, score.total)} %, ` +
      `wrong ${score.wrong} (${share(score.wrong, score.total)} %), ` +
      `gone not placed ${share(score.goneFound, score.gone)} % of ${score.gone}`,
  );
}
