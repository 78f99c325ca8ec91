/** What the command line gives a command; tests give the same with strings. */
export interface CommandHost {
  /** Working directory, absolute. */
  readonly directory: string;
  /** Only the command's result goes here. */
  out(text: string): void;
  /** Progress and messages for people. */
  error(text: string): void;
}

/** Exit codes of every command (design section 8). */
export const exitCode = { well: 0, problems: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Thrown on wrong use: the message is printed with the command's usage and the exit code is 2. */
export class UsageError extends Error {}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The command's arguments, as printed after `archive-annotator NAME`. */
  readonly usage: string;
  run(args: readonly string[], host: CommandHost): Promise<ExitCode>;
}
