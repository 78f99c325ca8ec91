import type { TextRange } from '../text/text-range';

export type Severity = 'error' | 'warning' | 'information';

/** Something to tell the user about a file, at its place (UTF-16 offsets over the file's text). */
export interface Problem {
  readonly range: TextRange;
  readonly severity: Severity;
  /** Stable, lower-case, hyphenated: what quick fixes and SARIF rules are keyed by. */
  readonly code: string;
  readonly message: string;
}
