import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser';
import { startServer, type Server } from './start-server';
import { readJson, type EditorFolders } from './workspace-copy';

/** What a window shows. */
export interface WindowOptions {
  readonly folders: EditorFolders;
  /** Folder that the window opens; `folders.workspace` when not given. */
  readonly folder?: string;
  /** Workspace file (`.code-workspace`, an absolute path) that the window opens instead of a folder. */
  readonly workspaceFile?: string;
  /** File that the window opens, an absolute path. */
  readonly file?: string;
  /** The extension's folder, an absolute path. */
  readonly extension: string;
  /** Installs the extension as a user would have it; without it the window says that it is under development. */
  readonly installed?: boolean;
  /** Module with `run()` that the extension host runs, an absolute path. */
  readonly tests?: string;
}

export interface WorkbenchOptions extends WindowOptions {
  readonly version: string;
  /** Opens the folder in restricted mode, which asks whether it is trusted. */
  readonly asksForTrust?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Console output of the extension host. */
  readonly onLog?: (type: string, values: readonly unknown[]) => void;
  /** The tests' exit code. */
  readonly onExit?: (code: number) => void;
  /** The browser or its page ended by itself. */
  readonly onCrash?: () => void;
  /** What the server prints. */
  readonly onServerOutput?: (text: string) => void;
}

export interface Workbench {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens the real workbench in a headless browser, with the extension in its extension host. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { version, folders, env, onServerOutput } = options;
  const browser = await findBrowser();
  if (options.installed) await linkExtension(options.extension, folders);
  const server = await startServer({
    version,
    dataFolder: folders.data,
    extensionsFolder: folders.extensions,
    ...(env ? { env } : {}),
    ...(options.asksForTrust ? { asksForTrust: true } : {}),
    ...(onServerOutput ? { onOutput: onServerOutput } : {}),
  });
  try {
    const window = await chromium.launch({ ...browser, headless: true });
    const viewport = options.viewport ?? { width: 1400, height: 900 };
    const page = await window.newPage({ viewport });
    // VS Code's own browser test runner gives the page these two functions.
    await page.exposeFunction('codeAutomationLog', (type: string, values: unknown[]) =>
      options.onLog?.(type, values),
    );
    await page.exposeFunction('codeAutomationExit', (code: number) => options.onExit?.(code));
    let closing = false;
    const crashed = () => {
      if (!closing) options.onCrash?.();
    };
    page.on('crash', crashed);
    window.on('disconnected', crashed);
    await page.goto(workbenchAddress(server, options));
    const close = async () => {
      closing = true;
      await window.close().catch(() => undefined);
      server.stop();
    };
    return { page, close };
  } catch (error) {
    server.stop();
    throw error;
  }
}

/** The server takes a link among its extensions for an installed extension. */
export async function linkExtension(extension: string, folders: EditorFolders): Promise<void> {
  const manifest = await readJson<Record<'publisher' | 'name' | 'version', string>>(
    join(extension, 'package.json'),
  );
  const name = `${manifest.publisher}.${manifest.name}-${manifest.version}`;
  await symlink(extension, join(folders.extensions, name), 'junction');
}

/** The address that opens a folder with the extension, in any browser. */
export function workbenchAddress(server: Server, options: WindowOptions): string {
  const remote = (path: string) => `vscode-remote://${server.address}${path}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (!options.installed) {
    payload.push(
      ['extensionDevelopmentPath', remote(options.extension)],
      ['enableProposedApi', ''],
    );
  }
  if (options.tests) payload.push(['extensionTestsPath', remote(options.tests)]);
  if (options.file) payload.push(['openFile', remote(options.file)]);
  const query = new URLSearchParams({
    ...(options.workspaceFile
      ? { workspace: options.workspaceFile }
      : { folder: options.folder ?? options.folders.workspace }),
    payload: JSON.stringify(payload),
  });
  return `http://${server.address}/?${query}`;
}
