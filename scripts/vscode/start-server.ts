import { spawn } from 'node:child_process';
import { installServer } from './install-server';

export interface ServerOptions {
  readonly version: string;
  /** Where the server keeps user settings and logs. */
  readonly dataFolder: string;
  readonly extensionsFolder: string;
  /** Variables that extensions find in their environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Asks whether folders are trusted, as a user's editor does; until then the mode is restricted. */
  readonly asksForTrust?: boolean;
  readonly onOutput?: (text: string) => void;
}

export interface Server {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  stop(): void;
}

const startMilliseconds = 60_000;

/** Starts a VS Code server on a free port of this machine; `stop` or this process's end ends it. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { node, main } = await installServer(options.version);
  const args = [
    main,
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    ...['--accept-server-license-terms', '--disable-telemetry'],
    ...(options.asksForTrust ? [] : ['--disable-workspace-trust']),
    // Without it a built 1.139 ignores the keys that name a development extension and its tests.
    '--enable-smoke-test-driver',
    ...['--server-data-dir', options.dataFolder, '--extensions-dir', options.extensionsFolder],
  ];
  const child = spawn(node, args, {
    // A process group of its own: its extension hosts end with it.
    detached: process.platform !== 'win32',
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => {
    process.off('exit', stop);
    if (child.pid === undefined || child.exitCode !== null) return;
    try {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile.
    }
  };
  process.on('exit', stop);
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`the VS Code server did not start:\n${output}`));
    }, startMilliseconds);
    const read = (data: Buffer) => {
      output += data;
      options.onOutput?.(String(data));
      const match = /agent listening on (\d+)/.exec(output);
      if (!match) return;
      clearTimeout(timer);
      resolve(`127.0.0.1:${match[1]}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the VS Code server ended (${code}):\n${output}`)));
  });
  return { address, stop };
}
