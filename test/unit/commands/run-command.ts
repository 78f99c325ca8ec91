import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../../src/commands/command';

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command in `directory` as the command line would. */
export async function runCommand(
  command: Command,
  directory: string,
  ...args: string[]
): Promise<CommandResult> {
  let out = '';
  let error = '';
  const code = await command.run(args, {
    directory,
    out: (text) => void (out += text),
    error: (text) => void (error += text),
  });
  return { code, out, error };
}

/** Calls `action` with a new folder that holds `files`, and removes it afterwards. */
export async function withFolder(
  files: Readonly<Record<string, string>>,
  action: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'archive-annotator-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
