import { spawn, type SpawnOptions } from 'node:child_process';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export const projectRoot = join(__dirname, '../..');

/** Downloads of editor, browser libraries and Node; shared by all runs, never packaged. */
export const cacheFolder = join(projectRoot, '.vscode-test');

/** The oldest version that `engines.vscode` admits and the newest one that was tried. */
export const oldestVersion = '1.100.3';
export const newestVersion = '1.139.1';

/** `oldest` and `newest` are names for versions. */
export function editorVersion(name: string | undefined): string {
  if (name === undefined || name === 'oldest') return oldestVersion;
  return name === 'newest' ? newestVersion : name;
}

/** Runs a program to its end; rejects with its last output when it fails. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`),
        );
    });
  });
}

/** The first of the programs that is on the PATH. */
export async function programOnPath(...names: string[]): Promise<string | undefined> {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (folder && (await exists(path))) return path;
    }
  }
  return undefined;
}

export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
