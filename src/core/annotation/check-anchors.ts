import type { Problem } from '../problem';
import { contentIdentity } from '../text/hash';
import { anchorInMessages, type AnnotatedFile } from './anchor/anchor-in-messages';
import type { AnchorState } from './annotation';
import type { Sidecar } from './read-sidecar';

const severities: Record<AnchorState, Problem['severity'] | undefined> = {
  exact: undefined,
  moved: 'information',
  edited: 'warning',
  ambiguous: 'error',
  orphaned: 'error',
};

/**
 * Compares a sidecar with the present text of its source: whether it is the text that was annotated,
 * and where every annotation stands now. Ranges are over the sidecar's text.
 *
 * @param oldText the text that was annotated, when git has it
 */
export function checkAnchors(sidecar: Sidecar, file: AnnotatedFile, oldText?: string): Problem[] {
  const { source: recorded, records } = sidecar;
  const identity = contentIdentity(file.source);
  const problems: Problem[] = [];
  if (recorded && recorded.sha256 !== identity.sha256) {
    const message = `${recorded.name} was changed since it was annotated: re-anchor its annotations.`;
    const range = { start: 0, end: 0 };
    problems.push({ range, severity: 'warning', code: 'source-changed', message });
  } else if (recorded && recorded.blob !== identity.blob && recorded.blob.length === 40) {
    const message = 'The git object id does not belong to the text that the hash belongs to.';
    const range = { start: 0, end: 0 };
    problems.push({ range, severity: 'warning', code: 'wrong-blob', message });
  }
  const usable = records.filter((record) => record.annotation);
  const annotations = usable.map((record) => record.annotation!);
  anchorInMessages(annotations, file, { recorded, identity, oldText }).forEach(
    (anchored, index) => {
      const severity = severities[anchored.state];
      if (!severity) return;
      const { range } = usable[index]!;
      const { id } = anchored.annotation;
      const message = `${id} is ${anchored.state}: ${anchored.reason}`;
      problems.push({ range, severity, code: anchored.state, message });
    },
  );
  return problems;
}
