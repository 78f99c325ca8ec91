import { execFile } from 'node:child_process';

const maximumOutput = 128 * 1024 * 1024;

/** Variables that would make git work in another repository than the directory's. */
const elsewhere = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/**
 * Runs the user's own git, with its hooks and settings: for what the user asked for, in a trusted
 * repository. Never asks for a password and never opens an editor: it would hang unseen.
 *
 * @param program git's executable
 * @param directory absolute path of the repository's root
 * @param args go to git as they are, never through a shell
 * @param variables of the environment, besides those of this process
 */
export function runGit(
  program: string,
  directory: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; error: string }> {
  const own = { ...process.env };
  for (const name of elsewhere) Reflect.deleteProperty(own, name);
  const env = { ...own, GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', ...variables };
  const options = { cwd: directory, env, maxBuffer: maximumOutput };
  return new Promise((resolve) => {
    execFile(program, [...args], options, (failure, out, error) => {
      const code = failure ? (typeof failure.code === 'number' ? failure.code : 1) : 0;
      resolve({ code, out, error: error || (failure && code !== 0 ? failure.message : '') });
    });
  });
}
