import { execFile } from 'node:child_process';
import type { GitProcess } from '../git-process';

const maximumOutput = 128 * 1024 * 1024;

/** `GitProcess` on Node. Never asks for a password and never opens an editor: it would hang unseen. */
export const runGit: GitProcess = (path, directory, args) =>
  new Promise((resolve) => {
    const environment = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true' };
    const options = { cwd: directory, env: environment, maxBuffer: maximumOutput };
    execFile(path, [...args], options, (failure, out, error) => {
      const code = failure ? (typeof failure.code === 'number' ? failure.code : 1) : 0;
      resolve({ code, out, error: error || (failure && code !== 0 ? failure.message : '') });
    });
  });
