import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'node:util';
import { cacheFolder, projectRoot } from '../../scripts/vscode/project';
import { openWorkbench } from '../../scripts/vscode/workbench';
import {
  copyAsRepository,
  makeEditorFolders,
  type EditorFolders,
} from '../../scripts/vscode/workspace-copy';
import { takeStep } from '../../scripts/vscode/steps';
import { failureMark, lineMark, resultMark, stepMark, type HostResult } from './mocha-run';

export interface HostRunOptions {
  readonly version: string;
  /** Module with `run()`, an absolute path. */
  readonly tests: string;
  /** User settings besides the usual ones. */
  readonly settings?: object;
  /** A folder below `test/fixtures`, opened as a second folder of the window, with a repository of its own. */
  readonly secondFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Prints also what the server and the workbench say. */
  readonly verbose?: boolean;
}

const extensionId = 'archive-annotator.archive-annotator';

/** A step of a test that waits longer for its button waits in vain. */
const stepMilliseconds = 8_000;

/** A hanging editor ends after this time. */
const deadlineMilliseconds = 8 * 60_000;

/** Runs a bundled suite in the extension host of a real VS Code, on a fresh copy of the fixture workspace. */
export async function runInHost(options: HostRunOptions): Promise<HostResult> {
  const folders = await makeEditorFolders(options.settings);
  await copyAsRepository(join(projectRoot, 'test/fixtures/workspace'), folders.workspace);
  const workspaceFile = options.secondFolder
    ? await addFolder(folders, options.secondFolder)
    : undefined;
  const result: { counts?: HostResult } = {};
  let exited: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => (exited = resolve));
  const timer = setTimeout(() => {
    console.log(
      `The editor did not end its tests within ${deadlineMilliseconds / 60_000} minutes.`,
    );
    exited(1);
  }, deadlineMilliseconds);
  const pictures: Promise<void>[] = [];
  let steps = Promise.resolve();
  const workbench = await openWorkbench({
    version: options.version,
    folders,
    ...(workspaceFile ? { workspaceFile } : {}),
    extension: projectRoot,
    tests: options.tests,
    env: { ARCHIVE_ANNOTATOR_SHARED: join(projectRoot, '../shared'), ...options.env },
    onExit: (code) => exited(code),
    onCrash: () => {
      console.log('The browser crashed.');
      exited(1);
    },
    onLog: (type, values) => {
      if (values[0] === lineMark) return console.log(format(...values.slice(1)));
      const line = format(...values);
      if (line.startsWith(resultMark)) {
        result.counts = JSON.parse(line.slice(resultMark.length)) as HostResult;
      } else if (line.startsWith(stepMark)) {
        const step = line.slice(stepMark.length);
        const take = () => takeStep(workbench.page, step);
        steps = steps.then(take).catch((error: unknown) => console.log(`“${step}”: ${error}`));
      } else if (line.startsWith(failureMark)) {
        pictures.push(takePicture(line.slice(failureMark.length)));
      } else if (options.verbose || line.includes(extensionId)) {
        console.error(`[${type}] ${line}`);
      }
    },
    onServerOutput: (text) => {
      if (options.verbose) process.stderr.write(text);
    },
  });
  workbench.page.setDefaultTimeout(stepMilliseconds);
  async function takePicture(title: string): Promise<void> {
    const folder = join(cacheFolder, 'screenshots');
    await mkdir(folder, { recursive: true });
    const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
    const path = join(folder, `${options.version}-${name}.png`);
    await workbench.page.screenshot({ path }).catch(() => undefined);
    console.log(`Screenshot: ${path}`);
  }
  try {
    const code = await exit;
    await Promise.all(pictures);
    const { passed = 0, skipped = 0, failed = 0 } = result.counts ?? {};
    // A host that crashed, or that ran nothing, did not pass.
    const broken = failed === 0 && (code !== 0 || passed === 0);
    if (broken) console.log(`The extension host ended with code ${code} after ${passed} tests.`);
    return { passed, skipped, failed: broken ? 1 : failed };
  } finally {
    clearTimeout(timer);
    await workbench.close();
    await folders.remove();
  }
}

/** Copies a fixture folder beside the workspace and resolves to a workspace file that names both. */
async function addFolder(folders: EditorFolders, name: string): Promise<string> {
  await copyAsRepository(join(projectRoot, 'test/fixtures', name), join(folders.root, name));
  const file = join(folders.root, 'both.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: 'workspace' }, { path: name }] }));
  return file;
}
