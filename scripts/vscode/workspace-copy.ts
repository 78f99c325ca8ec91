import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runProgram } from './project';

/** A throw-away place for one run of the editor. */
export interface EditorFolders {
  readonly root: string;
  readonly workspace: string;
  readonly data: string;
  readonly extensions: string;
  remove(): Promise<void>;
}

/** Settings of every run: nothing is saved, fetched or shown that a test or a picture did not ask for. */
const calmSettings = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'editor.accessibilitySupport': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'git.autofetch': false,
  'git.autorefresh': true,
  'git.confirmSync': false,
  'git.openRepositoryInParentFolders': 'never',
  'git.terminalAuthentication': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Folders below the system's temporary folder, with user settings written. */
export async function makeEditorFolders(settings: object = {}): Promise<EditorFolders> {
  const root = await mkdtemp(join(tmpdir(), 'archive-annotator-'));
  const folders = {
    root,
    workspace: join(root, 'workspace'),
    data: join(root, 'server'),
    extensions: join(root, 'extensions'),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
  const userFolder = join(folders.data, 'data/User');
  await mkdir(userFolder, { recursive: true });
  await mkdir(folders.extensions, { recursive: true });
  const all = { ...calmSettings, ...settings };
  await writeFile(join(userFolder, 'settings.json'), JSON.stringify(all, null, 2));
  return folders;
}

/** Copies a folder and makes the copy a git repository whose first commit holds all of it. */
export async function copyAsRepository(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => basename(path) !== '.git' });
  const git = (...args: string[]) =>
    runProgram('git', ['-C', to, ...args], { env: gitEnvironment });
  await git('init', '--quiet', '--initial-branch=main');
  for (const [name, value] of Object.entries(localConfiguration)) await git('config', name, value);
  await git('add', '--all');
  await git('commit', '--quiet', '--message=Archive as received');
}

const localConfiguration = {
  'user.name': 'Anna Reader',
  'user.email': 'anna.reader@archive.example',
  'commit.gpgSign': 'false',
  'core.autocrlf': 'false',
};

/** Neither the machine's nor the user's git configuration may change what a run sees. */
export const gitEnvironment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Reads a JSON file of the project. */
export async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}
