import { featureBits } from './feature-rows';
import { HashTable } from './hash-table';
import { type Label, labels } from './labels';
import { unpackHashes } from './word-list';
import { builtInWordClasses, WordClass } from './word-classes';

/** The data file as it is stored; made by `scripts/train-recogniser.ts`. */
export interface RecogniserData {
  readonly format: 'archive-recogniser/1';
  /** Packed word lists, see `word-list.ts`. */
  readonly words: {
    readonly firstName: string;
    readonly surname: string;
    readonly ordinary: string;
  };
  /** Packed lists of whole names in small letters, single blanks. */
  readonly names: { readonly [Type in Label]?: string };
  /** Base64 of the features that weigh anything: gap to the last row (7 bits a byte), then four signed bytes. */
  readonly weights: string;
  /** Value of one step of a weight. */
  readonly step: number;
  /** Smallest probability at which a name of the kind is reported. */
  readonly threshold: { readonly [Type in Label]: number };
}

/** The data in the form in which it is used; `RecogniserModel` is built once and shared. */
export interface RecogniserModel {
  /** Bits of `WordClass` by hash of the word. */
  readonly classes: HashTable;
  /** Index into `labels` plus one, by hash of the whole name. */
  readonly names: HashTable;
  /** Four weights a row. */
  readonly weights: Int8Array;
  readonly step: number;
  readonly threshold: { readonly [Type in Label]: number };
}

/** Throws a RangeError for data of another format. */
export function loadRecogniser(data: RecogniserData): RecogniserModel {
  if (data.format !== 'archive-recogniser/1') {
    throw new RangeError(`Unknown format of the recogniser's data: ${String(data.format)}`);
  }
  const classes = new HashTable(builtInWordClasses());
  for (const list of ['firstName', 'surname', 'ordinary'] as const) {
    unpackHashes(data.words[list], (hash) =>
      classes.set(hash, classes.get(hash) | WordClass[list]),
    );
  }
  const names = new HashTable();
  labels.forEach((label, index) => {
    unpackHashes(data.names[label] ?? '', (hash) => names.set(hash, index + 1));
  });
  return {
    classes,
    names,
    weights: unpackWeights(data.weights),
    step: data.step,
    threshold: data.threshold,
  };
}

/** Packs rows of four weights; all-zero rows take no room. */
export function packWeights(weights: Int8Array): Uint8Array {
  const bytes: number[] = [];
  let before = -1;
  for (let row = 0; row * 4 < weights.length; row++) {
    const four = weights.subarray(row * 4, row * 4 + 4);
    if (four.every((weight) => weight === 0)) continue;
    let gap = row - before;
    while (gap > 0x7f) {
      bytes.push((gap & 0x7f) | 0x80);
      gap >>>= 7;
    }
    bytes.push(gap);
    for (const weight of four) bytes.push(weight & 0xff);
    before = row;
  }
  return Uint8Array.from(bytes);
}

function unpackWeights(base64: string): Int8Array {
  const bytes = atob(base64);
  const weights = new Int8Array(4 << featureBits);
  let row = -1;
  let index = 0;
  while (index < bytes.length) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes.charCodeAt(index++);
      gap |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    row += gap;
    for (let label = 0; label < 4; label++) weights[row * 4 + label] = bytes.charCodeAt(index++);
  }
  return weights;
}
