import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSidecar } from '../../src/core/annotation/write-sidecar';
import { contentIdentity } from '../../src/core/text/hash';
import { SourceText } from '../../src/core/text/source-text';
import type { CommandHost } from '../../src/commands/command';
import { reanchorCommand } from '../../src/commands/reanchor';
import { sidecarSuffix } from '../../src/core/file-names';
import type { Case } from './cases';
import type { Answer } from './score';

interface Printed {
  readonly file: string;
  readonly id: string;
  readonly state: string;
  readonly start?: number;
  readonly end?: number;
  readonly ranges?: readonly { readonly start: number; readonly end: number }[];
  readonly reason: string;
}

/**
 * Answers of `archive-annotator reanchor --json` for cases written to a folder as files: in this
 * process, or by the program `binary`. With `history` the old texts are committed to git before.
 */
export async function answersOfCommand(
  cases: readonly Case[],
  { history = false, binary }: { history?: boolean; binary?: string } = {},
): Promise<Answer[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'reanchor-'));
  try {
    if (history) commit(folder, cases);
    cases.forEach((test, index) => {
      const file = join(folder, fileName(index));
      writeFileSync(file, test.newText);
      const recorded = { name: fileName(index), ...contentIdentity(new SourceText(test.oldText)) };
      writeFileSync(`${file}${sidecarSuffix}`, createSidecar(recorded, test.annotations));
    });
    const printed = binary ? runBinary(binary, folder) : await runCommand(folder);
    const found = new Map(
      (JSON.parse(printed) as Printed[]).map((one) => [`${one.file} ${one.id}`, one]),
    );
    return cases.map((test, index) =>
      test.annotations.map(({ id }) => toAnswer(found.get(`${fileName(index)} ${id}`)!)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toAnswer({ state, start, end, ranges: pieces, reason }: Printed): Answer {
  if (state === 'ambiguous' || state === 'orphaned') return { state, label: `${state}: ${reason}` };
  return {
    state: 'placed',
    start: start!,
    end: end!,
    ...(pieces ? { pieces } : {}),
    label: `${state}: ${reason}`,
  };
}

async function runCommand(directory: string): Promise<string> {
  let output = '';
  const host: CommandHost = {
    directory,
    out: (text) => (output += text),
    error: (text) => process.stderr.write(text),
  };
  await reanchorCommand.run(['--json', '.'], host);
  return output;
}

function runBinary(binary: string, directory: string): string {
  try {
    return execFileSync(process.execPath, [binary, 'reanchor', '--json', '.'], {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
  } catch (error) {
    // Annotations that are not placed make the exit code 1.
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status === 1 && stdout) return stdout;
    throw error;
  }
}

function commit(folder: string, cases: readonly Case[]): void {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  };
  mkdirSync(folder, { recursive: true });
  git('init');
  cases.forEach((test, index) => writeFileSync(join(folder, fileName(index)), test.oldText));
  git('add', '.');
  git('commit', '-m', 'Old texts');
}

function fileName(index: number): string {
  return `text-${String(index).padStart(4, '0')}.txt`;
}
