import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadGrammar, tokenizeTime } from '../test/grammar/tokenize';
import { median, row, type Benchmark, type BenchmarkRow } from './row';

const repetitions = 9;

/** A monthly archive of a discussion list: headers, prose, quotations at several levels, links, signatures. */
function discussion(): string[] {
  const lines: string[] = [];
  for (let number = 1; lines.length < 6000; number++) {
    lines.push(
      `From ada at example.org  Mon Mar  ${(number % 28) + 1} 10:00:00 2021`,
      'From: ada at example.org (Ada Example)',
      `Date: Mon, ${(number % 28) + 1} Mar 2021 10:00:00 +0000`,
      `Subject: [Harbour] Timetable of the ferry, part ${number}`,
      `In-Reply-To: <${number}.1@example.org>`,
      `References: <${number}.0@example.org>`,
      `\t<${number}.1@example.org>`,
      `Message-ID: <${number}.2@example.org>`,
      '',
      `On Sunday, Ben Sample wrote:`,
      '> > The ferry has not sailed since the storm, and nobody at the office',
      '> > could tell us when it would, which is why I ask here.',
      '> ',
      '> That is true for the northern line only. The southern line sails as it',
      '> did before, though the boat is smaller and leaves a quarter earlier.',
      '',
      'Thank you, that helps. I looked at the timetable that hangs at the pier and',
      'it still shows the hours of last summer. Perhaps the office prints a new one',
      'once the northern line is back; the woman at the counter said "in a week or',
      'two", and I have learned not to ask twice.',
      '',
      'The old one is at https://timetable.example.org/harbour/2020 for those who',
      'want to compare.',
      '',
      'Ada',
      '-- ',
      'Ada Example, Northport',
      '',
    );
  }
  return lines;
}

/** Articles as text extracted from an archive's pages: one line is one paragraph. */
function articles(): string[] {
  const sentence =
    'The harbour office said on Tuesday that the line would open again before the summer. ';
  const lines: string[] = [];
  for (let number = 1; lines.length < 4000; number++) {
    lines.push(
      'Northport ferry line resumes',
      '',
      'NORTHPORT (Example) -- ' + sentence.repeat(3),
      '',
    );
    for (let paragraph = 0; paragraph < 6; paragraph++)
      lines.push(sentence.repeat(2 + (paragraph % 4)), '');
    lines.push(`"${sentence.trim()}" he said, and left. ${sentence}`, '');
  }
  return lines;
}

async function measure(name: string, lines: readonly string[]): Promise<BenchmarkRow[]> {
  const scopes = ['text.archive-message', 'text.html.markdown', 'text.git-commit'];
  const grammars = await Promise.all(scopes.map((scope) => loadGrammar(scope)));
  const times = grammars.map(() => [] as number[]);
  for (let run = -2; run < repetitions; run++) {
    for (const [index, grammar] of grammars.entries()) {
      const time = tokenizeTime(grammar, lines);
      if (run >= 0) times[index]!.push(time);
    }
  }
  const [value, markdown, commit] = times.map((list) => (lines.length / median(list)) * 1000);
  const peer = (title: string): string => `VS Code's ${title} grammar, vscode-textmate`;
  const goal = 'goal: 200,000 lines/s and 2.5 times the Markdown grammar';
  return [
    row({
      name,
      value: value!,
      unit: 'lines/s',
      peer: peer('Markdown'),
      peerValue: markdown!,
      remark: goal,
    }),
    row({ name, value: value!, unit: 'lines/s', peer: peer('git-commit'), peerValue: commit! }),
  ];
}

/** Lines that the grammar colours in a second, beside two grammars of VS Code on the same text in the same run. */
export const benchmark: Benchmark = {
  title: 'Highlighting',
  async rows() {
    const rows = [
      ...(await measure('colour a discussion list', discussion())),
      ...(await measure('colour extracted articles', articles())),
    ];
    const seed = join(__dirname, '../../shared/seeds/000_86cf0dd558a73b49.txt');
    if (existsSync(seed)) {
      const lines = readFileSync(seed, 'utf8').split('\n');
      const repeated = Array.from({ length: 100 }, () => lines).flat();
      rows.push(...(await measure('colour the seed, a hundred times', repeated)));
    }
    const folder = join(__dirname, '../../shared/corpus/pipermail-mbox');
    if (!existsSync(folder)) return rows;
    const month = readFileSync(join(folder, 'r-devel-2022-April.txt'), 'utf8').split('\n');
    rows.push(...(await measure('colour a real monthly archive', month.slice(0, 9000))));
    // The Markdown grammar may take the rest of such a text for one block of code and then does little.
    const files = readdirSync(folder).sort();
    const joined = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
    const lines = joined.slice(0, 1_000_000).split('\n');
    return [...rows, ...(await measure('colour 1 MB of real list mail', lines))];
  },
};
