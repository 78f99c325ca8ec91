import type { Page } from 'playwright-core';
import { join } from 'node:path';
import { oldestVersion, projectRoot } from '../scripts/vscode/project';
import { takeStep } from '../scripts/vscode/steps';
import { openWorkbench } from '../scripts/vscode/workbench';
import { copyAsRepository, makeEditorFolders } from '../scripts/vscode/workspace-copy';
import { median, type Benchmark } from './row';

const windows = 5;

/**
 * The editor's own figures, as "Running Extensions" shows them: loading the code and the call of `activate`, in a
 * window that opens a message.
 */
export const benchmark: Benchmark = {
  title: `Activation in VS Code ${oldestVersion}`,
  async rows() {
    const ours: number[] = [];
    const peers: number[] = [];
    for (let count = 0; count < windows; count++) {
      const [own = NaN, git = NaN] = await activationTimes('Archive Annotator', 'Git');
      ours.push(own);
      peers.push(git);
    }
    const name = 'activation, median of five windows';
    const remark = 'goal: under 50 ms';
    const peer = 'built-in Git extension';
    return [{ name, value: median(ours), unit: 'ms', peer, peerValue: median(peers), remark }];
  },
};

async function activationTimes(...names: string[]): Promise<number[]> {
  const folders = await makeEditorFolders();
  await copyAsRepository(join(projectRoot, 'test/fixtures/workspace'), folders.workspace);
  const workbench = await openWorkbench({
    version: oldestVersion,
    folders,
    file: join(folders.workspace, 'Alliance/2022-04-06 Shipyards.txt'),
    extension: projectRoot,
    installed: true,
    // High enough for the whole list: rows outside the window do not exist.
    viewport: { width: 1400, height: 3000 },
  });
  try {
    await workbench.page.locator('.editor-instance .view-line').first().waitFor();
    await takeStep(workbench.page, 'command Developer: Show Running Extensions');
    return await Promise.all(names.map((name) => activationTime(workbench.page, name)));
  } finally {
    await workbench.close();
    await folders.remove();
  }
}

async function activationTime(page: Page, name: string): Promise<number> {
  const row = page.locator('.runtime-extensions-editor .extension', {
    has: page.getByText(name, { exact: true }),
  });
  const text = await row.getByText(/\d+ms/).first().innerText();
  return Number(/(\d+)ms/.exec(text)?.[1]);
}
