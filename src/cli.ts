import { argv, cwd, exit, stderr, stdout } from 'node:process';
import { exitCode, UsageError, type Command, type CommandHost } from './commands/command';
import { agreementCommand } from './commands/agreement';
import { annotateCommand } from './commands/annotate';
import { checkCommand } from './commands/check';
import { mentionsCommand } from './commands/mentions';
import { mergeCommand } from './commands/merge';
import { outlineCommand } from './commands/outline';
import { reanchorCommand } from './commands/reanchor';
import { statsCommand } from './commands/stats';

/** Every command of `archive-annotator`, in the order of its help. */
const commands: readonly Command[] = [
  outlineCommand,
  mentionsCommand,
  annotateCommand,
  checkCommand,
  reanchorCommand,
  mergeCommand,
  agreementCommand,
  statsCommand,
];

function help(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  const more = 'COMMAND --help tells how a command is used.';
  return ['Usage: archive-annotator COMMAND …', '', ...lines, '', more, ''].join('\n');
}

/** Runs one command line; resolves to the exit code. */
async function run(args: readonly string[], host: CommandHost): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    host.error(help());
    return exitCode.wrongUse;
  }
  if (isHelp(name) || name === 'help') {
    host.out(help());
    return exitCode.well;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    host.error(`Unknown command: ${name}\n${help()}`);
    return exitCode.wrongUse;
  }
  const use = `Usage: archive-annotator ${command.name} ${command.usage}\n`;
  if (rest.some(isHelp)) {
    host.out(`${command.summary}\n\n${use}`);
    return exitCode.well;
  }
  try {
    return await command.run(rest, host);
  } catch (error) {
    const wrongUse = error instanceof UsageError || isParseArgsError(error);
    const usage = wrongUse ? use : '';
    host.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return wrongUse ? exitCode.wrongUse : exitCode.problems;
  }
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

function isParseArgsError(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code?.startsWith('ERR_PARSE_ARGS') ?? false;
}

void run(argv.slice(2), {
  directory: cwd(),
  out: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
}).then((code) => {
  // Waits for a pipe to take everything before the process ends.
  stdout.write('', () => exit(code));
});
