import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findAll, sentencesOf, wordsOf } from '../../bench/reanchor/tracked-text';
import { readSidecar } from '../../src/core/annotation/read-sidecar';
import { Broken, sourceName, type Archive } from './archive';
import { missingFrom, type ExpectedRecords } from './expected-records';
import { perform, type Operation } from './operation';
import { textOfVersion, TrackedSource } from './tracked-source';
import type { Writers } from './writers';

/** Something that happens to an archive. */
export type Step = (archive: Archive, writers: Writers) => Promise<void>;

/** An operation, and what must be there when it was carried out. */
interface Planned {
  readonly operation: Operation;
  /** @param text the sidecar's text then, in which a new annotation's id stands */
  after(text: string): ExpectedRecords;
}

let counter = 0;
const unique = (what: string) => `${what} ${++counter}.`;

/** A passage of the text: a word, a few words, a sentence or a name. */
function planAnnotation(archive: Archive): Planned {
  const { random, version } = archive;
  const words = wordsOf(version);
  const first = random.between(0, Math.max(0, words.length - 12));
  const last = Math.min(words.length - 1, first + random.between(0, 11));
  const names = findAll(version, /\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu);
  const sentences = sentencesOf(version);
  const passage = random.pick([
    { start: words[first]!.start, end: words[last]!.end },
    ...(names.length > 0 ? [random.pick(names)] : []),
    ...(sentences.length > 0 ? [random.pick(sentences)] : []),
  ]);
  const text = textOfVersion(version);
  const quote = textOfVersion(version.slice(passage.start, passage.end));
  const offset = textOfVersion(version.slice(0, passage.start)).length;
  let occurrence = 0;
  for (let at = text.indexOf(quote); at !== -1 && at <= offset; at = text.indexOf(quote, at + 1))
    occurrence++;
  const note = unique('note');
  const chosen = ['--quote', quote, '--occurrence', `${occurrence}`];
  const said = ['--kind', 'note', '--note', note, '--by', 'b', '--json'];
  const before = archive.expected;
  const origins = version.slice(passage.start, passage.end).map(({ origin }) => origin);
  return {
    operation: {
      kind: 'annotate',
      directory: archive.folder,
      args: [sourceName, ...chosen, ...said],
    },
    after: (sidecar) => {
      const made = readSidecar(sidecar).records.find(
        ({ annotation }) => annotation?.note?.trim() === note,
      )?.annotation;
      if (!made) throw new Broken('lost', `the annotation “${note}” was not written`);
      return new Map([...before, [made.id, { origins, texts: [note] }]]);
    },
  };
}

/** Plans an operation, and tells what must be there after it. */
export function planOperation(archive: Archive): Planned {
  const { random, expected, sidecarPath: path } = archive;
  const kind = random.pick(['annotate', 'annotate', 'note', 'reply', 'reanchor', 'remove']);
  if (expected.size === 0 || kind === 'annotate') return planAnnotation(archive);
  if (kind === 'reanchor')
    return {
      operation: { kind: 'reanchor', directory: archive.folder, file: sourceName },
      after: () => expected,
    };
  const [id, record] = random.pick([...expected]);
  if (kind === 'remove')
    return {
      operation: { kind: 'remove', path, id },
      after: () => new Map([...expected].filter(([other]) => other !== id)),
    };
  const note = unique(kind);
  const texts = kind === 'reply' ? record.texts : record.texts.filter((it) => !/^note/.test(it));
  return {
    operation: { kind: kind as 'note' | 'reply', path, id, note },
    after: () => new Map([...expected, [id, { ...record, texts: [...texts, note] }]]),
  };
}

export const change: Step = async (archive) => {
  const { operation, after } = planOperation(archive);
  archive.count(operation.kind);
  await perform(operation);
  archive.expected = after(archive.sidecar);
};

export const annotate: Step = async (archive) => {
  const { operation, after } = planAnnotation(archive);
  archive.count(operation.kind);
  await perform(operation);
  archive.expected = after(archive.sidecar);
};

/** Kill −9 at any moment of a change; then there must be the old or the new file. */
export const kill: Step = async (archive, writers) => {
  const { operation, after } = planOperation(archive);
  const before = archive.sidecar;
  const outcome = await writers.killDuring(operation, archive.random.next() * 1.3);
  const now = archive.sidecar;
  archive.count('killed while writing');
  if (outcome.answer !== 'none' && outcome.answer !== 'done')
    throw new Broken('blocked', `${operation.kind}: ${outcome.answer}`);
  if (now === before) {
    const mustDiffer = operation.kind !== 'reanchor' && outcome.answer === 'done';
    if (mustDiffer) throw new Broken('lost', `${operation.kind} answered and wrote nothing`);
    archive.count('killed: the old file');
  } else {
    archive.count('killed: the new file');
    archive.expected = after(now);
  }
  // What the dead program left behind must not keep the next one waiting.
  const begin = performance.now();
  await annotate(archive, writers);
  const seconds = (performance.now() - begin) / 1000;
  const names = readdirSync(archive.folder).filter((name) => /\.(?:tmp|lock)/.test(name));
  if (names.length > 0) throw new Broken('half file', `${names.join(', ')} stayed`);
  if (seconds > 8) throw new Broken('blocked', `the next change waited ${seconds.toFixed(1)} s`);
};

/** Two programs write at the same time; neither may undo the other. */
export const together: Step = async (archive, writers) => {
  const [one, other] = [planAnnotation(archive), planAnnotation(archive)];
  archive.count('two programs at once');
  const [error] = await Promise.all([writers.carryOut(one.operation), perform(other.operation)]);
  if (error) throw new Broken('blocked', error);
  const text = archive.sidecar;
  archive.expected = new Map([...one.after(text), ...other.after(text)]);
};

export const editSource: Step = (archive) => {
  const name = archive.random.pick(TrackedSource.editNames);
  archive.count(`source: ${name}`);
  const isWindows = readFileSync(archive.sourcePath, 'utf8').includes('\r\n');
  const edited = archive.tracked.edit(archive.version, name, archive.random);
  archive.writeSource(edited, isWindows ? '\r\n' : '\n');
  return Promise.resolve();
};

export const flipLineEnds: Step = (archive) => {
  archive.count('source: line ends flipped');
  const isWindows = readFileSync(archive.sourcePath, 'utf8').includes('\r\n');
  archive.writeSource(archive.version, isWindows ? '\n' : '\r\n');
  return Promise.resolve();
};

/** The source is away for a while: nothing may be written then, and all is found when it is back. */
export const deleteSource: Step = async (archive) => {
  archive.count('source: deleted');
  const { version } = archive;
  const before = archive.sidecar;
  rmSync(archive.sourcePath);
  const directory = archive.folder;
  await perform({ kind: 'reanchor', directory, file: '.' }).catch(() => undefined);
  const isKept = archive.sidecar === before;
  archive.writeSource(version);
  if (!isKept) throw new Broken('lost', 'the sidecar was changed while its source was away');
};

/** A person works on the YAML file: comments, own keys and line ends must survive. */
export const editSidecarByHand: Step = (archive) => {
  const { random, expected, sidecarPath } = archive;
  if (expected.size === 0) return Promise.resolve();
  archive.count('sidecar: edited by hand');
  const [id, record] = random.pick([...expected]);
  const text = archive.sidecar;
  const kind = random.between(0, 2);
  if (kind === 0) appendFileSync(sidecarPath, text.includes('\r\n') ? '# seen\r\n' : '# seen\n');
  else if (kind === 1) {
    const isWindows = text.includes('\r\n');
    const flipped = isWindows ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
    writeFileSync(sidecarPath, flipped);
  } else {
    const own = unique('own');
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    const line = new RegExp(`^( *)(- )?id: ${id}\\r?$`, 'm');
    const match = line.exec(text);
    if (!match) return Promise.resolve();
    const indent = ' '.repeat(match[1]!.length + (match[2]?.length ?? 0));
    const at = match.index + match[0].replace('\r', '').length;
    const key = `${lineBreak}${indent}x-own-${counter}: ${own}`;
    writeFileSync(sidecarPath, text.slice(0, at) + key + text.slice(at));
    archive.expected = new Map([...expected, [id, { ...record, texts: [...record.texts, own] }]]);
  }
  const wrong = missingFrom(archive.sidecar, archive.expected);
  if (wrong) throw new Error(`the schedule broke the sidecar itself: ${wrong}`);
  return Promise.resolve();
};
