import { fork, type ChildProcess } from 'node:child_process';
import type { Operation } from './operation';
import { buildProgram } from './build-program';

/** What became of an operation in a program that was killed: `done` when it had answered before. */
export type Outcome = { readonly answer: 'none' } | { readonly answer: 'done' | string };

/** Programs that write and are killed at a random moment. One waits ready while another works. */
export class Writers {
  #spare: Writer | undefined;
  /** How long an operation takes, in milliseconds: a kill shall fall into it. */
  #usual = 8;

  private constructor(private readonly program: string) {}

  /** @param folder where the program is built */
  static async start(folder: string): Promise<Writers> {
    return new Writers(await buildProgram('writer', folder));
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
    const spare = this.#spare;
    this.#spare = undefined;
    if (!spare) return;
    const ended = new Promise((resolve) => spare.child.once('exit', resolve));
    spare.child.kill('SIGKILL');
    await ended;
  }

  async #take(): Promise<ChildProcess> {
    const taken = this.#spare ?? launch(this.program);
    this.#spare = undefined;
    await taken.ready;
    this.#spare = launch(this.program);
    return taken.child;
  }
}

interface Writer {
  readonly child: ChildProcess;
  /** Resolves when it waits for an operation. */
  readonly ready: Promise<unknown>;
}

function launch(program: string): Writer {
  // Without the loader of the tests: the program is plain JavaScript.
  const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const ready = new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the writing program ended before it was ready')));
  });
  // A spare one that is never needed may end as it likes.
  ready.catch(() => undefined);
  return { child, ready };
}
