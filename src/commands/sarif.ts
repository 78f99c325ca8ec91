import type { FileProblem } from './file-problem';

const levels = { error: 'error', warning: 'warning', information: 'note' } as const;

/**
 * The problems as a SARIF 2.1.0 log (OASIS standard), which code hosts show beside the lines.
 * Columns are code points, which `columnKind` says.
 */
export function sarifLog(problems: readonly FileProblem[]): object {
  const rules = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'archive-annotator', rules: rules.map((id) => ({ id })) } },
        columnKind: 'unicodeCodePoints',
        results: problems.map((problem) => ({
          ruleId: problem.code,
          ruleIndex: rules.indexOf(problem.code),
          level: levels[problem.severity],
          message: { text: problem.message },
          locations: [{ physicalLocation: physicalLocation(problem) }],
        })),
      },
    ],
  };
}

function physicalLocation({ file, line, column, endLine, endColumn }: FileProblem): object {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return {
    artifactLocation: { uri },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}
