import { runProgram, projectRoot } from './vscode/project';

/** The files that the packager takes, relative to the project, in its order. */
export async function packagedFiles(): Promise<string[]> {
  const output = await runProgram('npx', ['vsce', 'ls', '--no-dependencies'], { cwd: projectRoot });
  return output.split('\n').filter((line) => line && !line.includes(' '));
}
