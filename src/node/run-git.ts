import { execFile } from 'node:child_process';

const maximumOutput = 128 * 1024 * 1024;

/**
 * Runs the user's own git, with its hooks and settings: for what the user asked for, in a trusted
 * repository. Never asks for a password and never opens an editor: it would hang unseen.
 *
 * @param program git's executable
 * @param directory absolute path of the repository's root
 * @param args go to git as they are, never through a shell
 */
export function runGit(
  program: string,
  directory: string,
  args: readonly string[],
): Promise<{ code: number; out: string; error: string }> {
  const environment = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true' };
  const options = { cwd: directory, env: environment, maxBuffer: maximumOutput };
  return new Promise((resolve) => {
    execFile(program, [...args], options, (failure, out, error) => {
      const code = failure ? (typeof failure.code === 'number' ? failure.code : 1) : 0;
      resolve({ code, out, error: error || (failure && code !== 0 ? failure.message : '') });
    });
  });
}
