import type { Annotation } from './annotation';

/** Whether an annotation stands for a passage of the present text. */
export function isPlaced({ target, state, status }: Annotation): boolean {
  return (
    target.length > 0 && state !== 'orphaned' && state !== 'ambiguous' && status !== 'rejected'
  );
}
