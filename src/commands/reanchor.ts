import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { annotatedFile, anchorInMessages } from '../core/annotation/anchor/anchor-in-messages';
import type { AnchoredAnnotation } from '../core/annotation/anchor/anchored-annotation';
import type { SidecarChange } from '../core/annotation/edit-sidecar';
import { inFile } from '../core/annotation/anchor/translate-places';
import { settleAnnotations } from '../core/annotation/settle-annotations';
import { contentIdentity } from '../core/text/hash';
import type { SourceText } from '../core/text/source-text';
import type { TextRange } from '../core/text/text-range';
import { changeSidecarFile } from './change-sidecar-file';
import { exitCode, type Command, type CommandHost } from './command';
import { textFromGit } from '../node/text-from-git';
import { listSidecars, printedPath, readSidecarFile, type SidecarFile } from './sidecar-files';
import { readSource } from './source-files';

/**
 * Finds the annotations of changed sources again (design, section 5), and with `--write` stores
 * where they are. Those that are not found for certain keep quote, context and old position.
 */
export const reanchorCommand: Command = {
  name: 'reanchor',
  summary: 'Find annotations again after their source changed',
  usage: '[--write] [--json] [PATH…]',
  async run(args, host) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        write: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const results: unknown[] = [];
    let isWell = true;
    for (const path of await listSidecars(positionals, host.directory)) {
      const file = await readSidecarFile(path, host.directory);
      const outcome = await reanchor(file, host).catch((error: unknown) => {
        host.error(`${file.name}: ${error instanceof Error ? error.message : String(error)}\n`);
        return undefined;
      });
      if (!outcome) {
        isWell = false;
        continue;
      }
      const { anchored, source, name } = outcome;
      isWell &&= !anchored.some(({ state }) => state === 'ambiguous' || state === 'orphaned');
      for (const found of anchored) {
        if (values.json) results.push({ file: name, ...toJson(found, source) });
        else if (found.state !== 'exact') host.out(`${name}: ${describe(found, source)}\n`);
      }
      if (values.write) isWell = (await write(file, anchored, source, host)) && isWell;
    }
    if (values.json) host.out(`${JSON.stringify(results, null, 2)}\n`);
    return isWell ? exitCode.well : exitCode.problems;
  },
};

interface Outcome {
  readonly anchored: readonly AnchoredAnnotation[];
  readonly source: SourceText;
  /** Printed path of the source. */
  readonly name: string;
}

async function reanchor(file: SidecarFile, host: CommandHost): Promise<Outcome> {
  const { sidecar, sourcePath } = file;
  for (const problem of sidecar.problems) host.error(`${file.name}: ${problem.message}\n`);
  const name = printedPath(sourcePath, host.directory);
  const { source } = await readSource(sourcePath, host.directory).catch((error: unknown) => {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw isMissing ? new Error(`its source ${name} is not there`) : error;
  });
  const recorded = sidecar.source;
  const identity = contentIdentity(source);
  const oldText =
    recorded && recorded.sha256 !== identity.sha256
      ? await textFromGit(sourcePath, recorded)
      : undefined;
  const annotations = sidecar.records.flatMap(({ annotation }) => annotation ?? []);
  const anchored = anchorInMessages(annotations, annotatedFile(source, basename(sourcePath)), {
    recorded,
    identity,
    oldText,
  });
  return { anchored, source, name };
}

/** Stores the outcome in the sidecar that it was found for; returns whether that could be done. */
async function write(
  file: SidecarFile,
  anchored: readonly AnchoredAnnotation[],
  source: SourceText,
  host: CommandHost,
): Promise<boolean> {
  try {
    const { sha256, blob } = contentIdentity(source);
    const name = file.sidecar.source?.name ?? basename(file.sourcePath);
    const changes: SidecarChange[] = [
      ...settleAnnotations(anchored, source).map((annotation) => ({ replace: annotation })),
      { source: { name, sha256, blob } },
    ];
    await changeSidecarFile(file.path, (text) => {
      if (text !== file.text)
        throw new Error('the sidecar was changed meanwhile; run the command again');
      return changes;
    });
    return true;
  } catch (error) {
    host.error(`${file.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

/** Offsets count the file's text, or that of the message that is named. */
function toJson(found: AnchoredAnnotation, file: SourceText) {
  const { annotation, state, ranges, score, reason, candidates, message } = found;
  const source = message?.text ?? file;
  return {
    id: annotation.id,
    state,
    ...(message ? { message: message.identity } : {}),
    ...placeToJson(ranges, source),
    ...(score === undefined ? {} : { score }),
    reason,
    ...(candidates && {
      candidates: candidates.map((candidate) => ({
        ...placeToJson(candidate.ranges, source),
        score: candidate.score,
      })),
    }),
  };
}

/** The whole extent in code points, and every piece of a discontinuous target. */
function placeToJson(ranges: readonly TextRange[], source: SourceText) {
  if (ranges.length === 0) return {};
  const pieces = ranges.map((range) => source.toCodePointRange(range));
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  return pieces.length === 1 ? { start, end } : { start, end, ranges: pieces };
}

function describe(found: AnchoredAnnotation, source: SourceText): string {
  const { annotation, state, ranges, reason, candidates } = inFile(found);
  const quote = annotation.target.map((selector) => selector.quote).join(' … ');
  const shown = quote.length > 60 ? `${quote.slice(0, 59)}…` : quote;
  const places = (candidates?.map((candidate) => candidate.ranges[0]!) ?? ranges)
    .map(({ start }) => source.positionAt(start).line + 1)
    .join(', ');
  return `${state}: “${shown.replaceAll('\n', ' ')}”${places && ` at line ${places}`}: ${reason}`;
}
