import { load, dump } from 'js-yaml';
import { parse, parseDocument, type YAMLSeq } from 'yaml';
import { editSidecar } from '../src/core/annotation/edit-sidecar';
import { newAnnotation } from '../src/core/annotation/new-annotation';
import { readSidecar } from '../src/core/annotation/read-sidecar';
import { toRecordValue } from '../src/core/annotation/record-value';
import { createSidecar } from '../src/core/annotation/write-sidecar';
import type { Annotation } from '../src/core/annotation/annotation';
import { contentIdentity } from '../src/core/text/hash';
import { SourceText } from '../src/core/text/source-text';
import { medianMilliseconds, row, type Benchmark, type BenchmarkRow } from './row';

const count = 1000;
const peerVersions = { yaml: 'yaml 2.9.1', jsYaml: 'js-yaml 4.3.2' };

/** Words in an order that repeats only after very long (Lehmer's generator), so that contexts differ. */
function words(total: number): string {
  let state = 1;
  const drawn: string[] = [];
  for (let index = 0; index < total; index++) {
    state = (state * 48271) % 2147483647;
    drawn.push(`w${((state >> 8) % 9000).toString(36)}`);
  }
  return drawn.join(' ');
}

function annotate(source: SourceText, place: number): Annotation {
  const start = Math.floor(place * (source.length - 40));
  const isNote = Math.round(place * count) % 3 === 0;
  return newAnnotation({
    source,
    kind: isNote ? 'note' : 'entity',
    ranges: [{ start, end: start + 24 }],
    by: 'Anna Reader',
    ...(isNote
      ? { note: 'Dates: see the list.\nThe year is missing.\n', tags: ['date', 'truncated'] }
      : { entity: 'jens-stoltenberg' }),
  });
}

/** Each call returns the next of the values: what a reader remembers of the last ones does not help. */
function inTurn<T>(values: readonly T[]): () => T {
  let next = 0;
  return () => values[next++ % values.length]!;
}

function rows(): BenchmarkRow[] {
  const source = new SourceText(words(200_000));
  const annotations = Array.from({ length: count }, (_, index) => annotate(source, index / count));
  const identity = contentIdentity(source);
  const texts = Array.from({ length: 12 }, (_, index) =>
    createSidecar({ name: `message-${index}.txt`, ...identity }, annotations),
  );
  const text = texts[0]!;
  const nextText = inTurn(texts);
  const size = `${count} annotations, ${Math.round(text.length / 1000)} kB`;
  const open = medianMilliseconds(() => readSidecar(nextText()), 24, 12);
  const openYaml = medianMilliseconds(() => parse(nextText()), 5, 2);
  const openJsYaml = medianMilliseconds(() => load(nextText()), 9, 3);

  // A session of adding: every text is the last one's result, as in an editor.
  let present = text;
  readSidecar(present);
  const additions = inTurn(
    Array.from({ length: 40 }, (_, index) => annotate(source, (index + 0.5) / 40)),
  );
  const add = medianMilliseconds(
    () => (present = editSidecar(present, [{ add: additions() }]).text),
    25,
    10,
  );
  const cold = medianMilliseconds(() => editSidecar(nextText(), [{ add: additions() }]), 12, 5);
  const addYaml = medianMilliseconds(
    () => {
      const document = parseDocument(nextText());
      (document.get('annotations') as YAMLSeq).add(document.createNode(toRecordValue(additions())));
      return document.toString();
    },
    5,
    1,
  );
  const addJsYaml = medianMilliseconds(
    () => {
      const data = load(nextText()) as { annotations: unknown[] };
      data.annotations.push(toRecordValue(additions()));
      return dump(data);
    },
    7,
    2,
  );
  const whole = medianMilliseconds(() => annotate(source, 0.5003), 15, 5);
  return [
    row({
      name: `open a sidecar with its checks (${size})`,
      value: open,
      unit: 'ms',
      peer: `${peerVersions.yaml}, parse only`,
      peerValue: openYaml,
      remark: 'goal: at most 15 ms',
    }),
    row({
      name: `open a sidecar with its checks (${size})`,
      value: open,
      unit: 'ms',
      peer: `${peerVersions.jsYaml}, load only`,
      peerValue: openJsYaml,
    }),
    row({
      name: `add one annotation to a sidecar (${size})`,
      value: add,
      unit: 'ms',
      peer: `${peerVersions.yaml}, Document`,
      peerValue: addYaml,
      remark: 'goal: at most 2 ms; in a session, after the first reading',
    }),
    row({
      name: `add one annotation to a sidecar (${size})`,
      value: add,
      unit: 'ms',
      peer: `${peerVersions.jsYaml}, load and dump (loses comments)`,
      peerValue: addJsYaml,
    }),
    row({
      name: `add one annotation to a sidecar that was not read before (${size})`,
      value: cold,
      unit: 'ms',
      peer: `${peerVersions.yaml}, Document`,
      peerValue: addYaml,
    }),
    row({
      name: `make an annotation with a unique context (text of ${Math.round(source.length / 1000)} kB)`,
      value: whole,
      unit: 'ms',
    }),
  ];
}

export const benchmark: Benchmark = { title: 'Sidecars', rows };
