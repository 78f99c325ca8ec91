import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Operation } from './operation';

/** What became of an operation in a program that was killed: `done` when it had answered before. */
export type Outcome = { readonly answer: 'none' } | { readonly answer: 'done' | string };

/** Programs that write and are killed at a random moment. One waits ready while another works. */
export class Writers {
  #spare: Promise<ChildProcess> | undefined;
  /** How long an operation takes, in milliseconds: a kill shall fall into it. */
  #usual = 8;

  private constructor(private readonly program: string) {}

  /** @param folder where the program is built */
  static async start(folder: string): Promise<Writers> {
    const outfile = join(folder, 'writer.cjs');
    await build({
      entryPoints: [join(__dirname, 'writer.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    return new Writers(outfile);
  }

  /** Lets a program carry out an operation and kills it after a share of the usual time (0–1.5). */
  async killDuring(operation: Operation, share: number): Promise<Outcome> {
    const child = await this.#take();
    const begin = performance.now();
    return await new Promise<Outcome>((resolve) => {
      let outcome: Outcome = { answer: 'none' };
      child.on('message', (message: { done: boolean; error?: string }) => {
        outcome = { answer: message.done ? 'done' : message.error! };
        this.#usual = 0.8 * this.#usual + 0.2 * (performance.now() - begin);
      });
      child.on('exit', () => {
        if (outcome.answer === 'none') this.#usual *= 1.02;
        resolve(outcome);
      });
      child.send(operation);
      const wait = share * this.#usual;
      // Timers count whole milliseconds; the moments between them matter too.
      setTimeout(() => {
        while (performance.now() - begin < wait);
        child.kill('SIGKILL');
      }, Math.floor(wait));
    });
  }

  /** Lets a program carry out an operation; resolves to the error's text, or undefined. */
  async carryOut(operation: Operation): Promise<string | undefined> {
    const child = await this.#take();
    const answer = await new Promise<{ done: boolean; error?: string }>((resolve) => {
      child.once('message', resolve);
      child.send(operation);
    });
    child.kill('SIGKILL');
    return answer.done ? undefined : answer.error;
  }

  async stop(): Promise<void> {
    (await this.#spare)?.kill('SIGKILL');
  }

  async #take(): Promise<ChildProcess> {
    const taken = this.#spare ?? this.#launch();
    this.#spare = undefined;
    const child = await taken;
    this.#spare = this.#launch();
    return child;
  }

  #launch(): Promise<ChildProcess> {
    return new Promise((resolve, reject) => {
      const child = fork(this.program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      child.once('message', () => resolve(child));
      child.once('error', reject);
    });
  }
}
