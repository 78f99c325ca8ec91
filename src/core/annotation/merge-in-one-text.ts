import { SourceText } from '../text/source-text';
import { anchorAnnotations } from './anchor/anchor-annotations';
import type { SidecarSource } from './annotation';
import { editSidecar } from './edit-sidecar';
import { mergeSidecars, type MergedSidecar } from './merge-sidecars';
import { readSidecar } from './read-sidecar';
import { settleAnnotations } from './settle-annotations';

/** The canonical text of a version of the source, when it is known. */
export type FindText = (source: SidecarSource) => Promise<string | undefined>;

/**
 * Merges sidecars that were written against different versions of their source. Offsets of a sidecar
 * count in one text only: those of the other version are carried over into the text that the merged
 * file names, before they would be taken for offsets in it.
 *
 * @throws SidecarRefusal as `mergeSidecars` does
 */
export async function mergeInOneText(
  versions: readonly [base: string, ours: string, theirs: string],
  findText: FindText,
): Promise<MergedSidecar> {
  const merged = mergeSidecars(...versions);
  const wanted = readSidecar(merged.text).source;
  const others = versions.map((text) => readSidecar(text).source);
  if (!wanted || others.every((other) => !other || other.sha256 === wanted.sha256)) return merged;
  const text = await findText(wanted);
  if (text === undefined) return merged;
  const source = new SourceText(text);
  const [base, ours, theirs] = await Promise.all(
    versions.map((version) => carryOver(version, wanted, source, findText)),
  );
  return mergeSidecars(base!, ours!, theirs!);
}

/** The sidecar as if it had been written against `source`; unchanged when its own text is not known. */
async function carryOver(
  text: string,
  wanted: SidecarSource,
  source: SourceText,
  findText: FindText,
): Promise<string> {
  const { source: recorded, records, writable } = readSidecar(text);
  if (!writable || !recorded || recorded.sha256 === wanted.sha256) return text;
  const oldText = await findText(recorded);
  if (oldText === undefined) return text;
  const annotations = records.flatMap(({ annotation }) => annotation ?? []);
  const context = { recorded, identity: wanted, oldText };
  const settled = settleAnnotations(anchorAnnotations(annotations, source, context), source);
  const changes = settled.map((annotation) => ({ replace: annotation }));
  return editSidecar(text, [...changes, { source: wanted }]).text;
}
