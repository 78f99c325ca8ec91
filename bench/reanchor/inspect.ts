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
import { casesOfTexts, generateCases, type Case, type EditSet } from './cases';
import { corpusTexts } from './corpus-texts';
import { addTo, emptyScore, judge, type Answer, type Score } from './score';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    texts: { type: 'string', default: '280' },
    history: { type: 'boolean', default: false },
    set: { type: 'string', default: 'usual' },
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
      const pieces = ranges.map((range) => source.toCodePointRange(range));
      return { state: 'placed', ...pieces[0]!, ...(pieces.length > 1 ? { pieces } : {}), label };
    },
  );
}

function list(test: Case, index: number, answer: Answer): string {
  const truth = test.truths[index]!;
  const points = [...test.newText];
  const around = (place: { start: number; end: number }): string =>
    `${points.slice(Math.max(0, place.start - 90), place.start).join('')}[[${points
      .slice(place.start, place.end)
      .join('')}]]${points.slice(place.end, place.end + 90).join('')}`;
  const truths = truth.kind === 'pieces' ? truth.pieces : [truth];
  const kinds = truths.map(({ kind }) => kind).join(', ');
  return [
    `=== ${test.name} ${test.edit} ${test.script}: ${answer.label} (truth: ${kinds})`,
    ...test.annotations[index]!.target.flatMap(({ before, quote, after }, piece) => {
      const own = truths[piece]!;
      const put = answer.pieces?.[piece] ?? (answer as { start: number; end: number });
      return [
        `OLD ${before}[[${quote}]]${after}`,
        ...(answer.state === 'placed' ? [`PUT ${around(put)}`] : []),
        ...('start' in own ? [`NOW ${around(own)}`] : []),
      ];
    }),
  ].join('\n');
}

const total = emptyScore();
for (const seed of values.seeds.split(',').map(Number)) {
  const score = emptyScore();
  const cases = [
    ...generateCases(seed, Number(values.texts), values.set as EditSet),
    ...casesOfTexts(seed, corpusTexts(), values.set as EditSet),
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
