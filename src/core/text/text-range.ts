/**
 * A stretch of canonical text in **UTF-16 units**, 0-based, end exclusive: what JavaScript strings
 * count, and what everything inside the program uses.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of canonical text in **Unicode code points**, 0-based, end exclusive: what files,
 * command-line output and W3C selectors hold. Only `SourceText` turns one into the other.
 */
export interface CodePointRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: `line` from 0, `character` in UTF-16 units from 0 (as in VS Code). */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}
