import Mocha from 'mocha';

/** Marks what the suites print, among all that an editor says. */
export const lineMark = '@@line ';
/** Marks the line in which the host tells the runner its counts. */
export const resultMark = '@@result ';
/** Marks the line that asks the runner for a picture of the window. */
export const failureMark = '@@failure ';

/** Marks a step that the runner takes in the window, as a user would (see `scripts/vscode/steps.ts`). */
export const stepMark = '@@step ';

export interface HostResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Prints a line of the run's report; takes what `util.format` takes. */
export function print(...values: readonly unknown[]): void {
  console.log(lineMark, ...values);
}

/**
 * Runs mocha suites inside an extension host. `load` imports the suites when mocha's globals are there.
 * The output goes through the console, which the editor hands to the runner.
 */
export function runMocha(load: () => Promise<void>, grep?: string): Promise<void> {
  // A real editor on a shared machine is late at times: what fails is tried twice more.
  const options = {
    ui: 'bdd',
    timeout: 60_000,
    retries: 2,
    color: false,
    reporter: 'spec',
  } as const;
  const mocha = new Mocha(options);
  Mocha.reporters.Base.consoleLog = print;
  if (grep) mocha.grep(grep);
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  return load().then(
    () =>
      new Promise((resolve, reject) => {
        const runner = mocha.run((failures) => {
          const stats = runner.stats;
          const passed = stats?.passes ?? 0;
          const skipped = stats?.pending ?? 0;
          const result: HostResult = { passed, skipped, failed: failures };
          console.log(resultMark + JSON.stringify(result));
          if (failures) reject(new Error(`${failures} failed`));
          else resolve();
        });
        // Why it failed at first is lost otherwise, and that is often what counts.
        runner.on('retry', (test, error: Error) =>
          print('tried again: %s\n%s', test.fullTitle(), error.stack),
        );
        runner.on('fail', (test) => console.log(failureMark + test.fullTitle()));
      }),
  );
}
