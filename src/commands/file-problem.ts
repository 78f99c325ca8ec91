import type { Problem, ProblemSeverity } from '../core/problem';
import type { SourceText } from '../core/text/source-text';

/** A problem as the command line prints it: lines and columns from 1, columns in code points. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: ProblemSeverity;
  readonly code: string;
  readonly message: string;
}

/** @param text the text that the problem's range counts in */
export function fileProblem(file: string, text: SourceText, problem: Problem): FileProblem {
  const { range, severity, code, message } = problem;
  const start = position(text, range.start);
  const end = position(text, Math.max(range.start, range.end));
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity,
    code,
    message,
  };
}

function position(text: SourceText, offset: number): { line: number; column: number } {
  const { line } = text.positionAt(offset);
  const lineStart = text.toCodePoint(text.lineRange(line).start);
  return { line: line + 1, column: text.toCodePoint(offset) - lineStart + 1 };
}

/** `file:line:column: severity: message (code)`, as compilers print it. */
export function problemLine({ file, line, column, severity, message, code }: FileProblem): string {
  return `${file}:${line}:${column}: ${severity}: ${message} (${code})`;
}
