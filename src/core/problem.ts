import type { TextRange } from './text/text-range';

/** How much a problem matters: an error keeps something from working, information only tells. */
export type ProblemSeverity = 'error' | 'warning' | 'information';

/** Something wrong or noteworthy in one of the user's files, at its place in that file's text. */
export interface Problem {
  /** UTF-16 offsets over the file's text. */
  readonly range: TextRange;
  readonly severity: ProblemSeverity;
  /** Stable, lower-case, hyphenated: what quick fixes, filters and SARIF rules are keyed by. */
  readonly code: string;
  /** One sentence for people. */
  readonly message: string;
}
