import type { TextRange } from '../text/text-range';

/** How much a problem matters: an error keeps something from working, information only tells. */
export type ProblemSeverity = 'error' | 'warning' | 'information';

/** Something wrong or noteworthy in an entity file, at its place (UTF-16, canonical text). */
export interface Problem {
  readonly range: TextRange;
  readonly severity: ProblemSeverity;
  /** Stable, for filters and tests: `unknown-type`, `duplicate-id`, … */
  readonly code: string;
  /** One sentence for people. */
  readonly message: string;
}
