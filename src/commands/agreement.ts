import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { pairwiseAgreement, type AnnotatedText } from '../core/annotation/agreement';
import type { Annotation } from '../core/annotation/annotation';
import { exitCode, UsageError, type Command } from './command';
import { readSidecars } from './sidecar-files';
import { readSource } from './source-files';

/** Measures how far annotators agree. */
export const agreementCommand: Command = {
  name: 'agreement',
  summary: 'Measure the agreement between annotators',
  usage: '[--json] PATH…',
  async run(args, host) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UsageError('agreement needs a file or a folder');
    const bySource = new Map<string, Annotation[]>();
    for await (const { sidecar, sourcePath } of readSidecars(positionals, host)) {
      const annotations = sidecar.records.flatMap((record) => record.annotation ?? []);
      bySource.set(sourcePath, [...(bySource.get(sourcePath) ?? []), ...annotations]);
    }
    const texts: AnnotatedText[] = [];
    for (const [path, annotations] of bySource)
      texts.push({ length: await lengthOf(path, annotations), annotations });
    const pairs = pairwiseAgreement(texts);
    if (values.json) {
      host.out(`${JSON.stringify(pairs, null, 2)}\n`);
      return exitCode.well;
    }
    if (pairs.length === 0) host.error('No text has passages of two annotators.\n');
    for (const { annotators, texts: common, annotations, spanF1, labelF1, alpha } of pairs) {
      host.out(
        `${annotators.join(' and ')}: ${common} texts, ${annotations.join(' and ')} annotations\n`,
      );
      host.out(`  same passage             F1 ${spanF1.toFixed(3)}\n`);
      host.out(`  same passage and label   F1 ${labelF1.toFixed(3)}\n`);
      host.out(
        `  Krippendorff's alpha (unitizing) ${alpha === undefined ? 'not defined' : alpha.toFixed(3)}\n`,
      );
    }
    return exitCode.well;
  },
};

/** In code points; of a source that is not there, as far as its annotations reach. */
async function lengthOf(path: string, annotations: readonly Annotation[]): Promise<number> {
  try {
    return (await readSource(path, dirname(path))).source.codePointLength;
  } catch {
    return annotations.reduce(
      (longest, { target }) =>
        target.reduce((end, selector) => Math.max(end, selector.end), longest),
      0,
    );
  }
}
