import type { Results } from './run';
import type { BenchmarkRow } from './row';

/** The results as a Markdown page. */
export function report({ machine, groups }: Results): string {
  const lines = [
    '# Benchmark results',
    '',
    `Written by \`npm run bench\`: ${machine}.`,
    'Medians; each peer was measured in the same run. The ratio is ours divided by the peer’s.',
  ];
  for (const { title, rows } of groups) {
    lines.push('', `## ${title}`, '');
    lines.push(
      '| what | ours | peer | peer’s | ratio | remark |',
      '| --- | ---: | --- | ---: | ---: | --- |',
    );
    for (const row of rows) lines.push(tableLine(row));
  }
  return `${lines.join('\n')}\n`;
}

function tableLine({ name, value, unit, peer, peerValue, ratio, remark }: BenchmarkRow): string {
  const measured = (figure: number | undefined) =>
    figure === undefined ? '' : `${shortNumber(figure)} ${unit}`;
  const cells = [
    name,
    measured(value),
    peer ?? '',
    measured(peerValue),
    ratio === undefined ? '' : shortNumber(ratio),
    remark ?? '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Three significant digits, never in exponent notation. */
function shortNumber(figure: number): string {
  return figure.toLocaleString('en', { maximumSignificantDigits: 3 });
}
