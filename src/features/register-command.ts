import * as vscode from 'vscode';
import type { Host } from '../host/host';
import { messageOf } from '../host/log';

/**
 * Registers a command of ours by its name without the prefix. What fails is said to the user in a
 * message and logged.
 *
 * @param throwsOn whether a failure is thrown on as well, given the command's argument: for a person
 *   VS Code would then show a second message.
 */
export function registerCommand<Argument>(
  host: Host,
  name: string,
  run: (argument: Argument) => unknown,
  throwsOn: (argument: unknown) => boolean = () => false,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    `archiveAnnotator.${name}`,
    async (argument: Argument): Promise<unknown> => {
      try {
        return await run(argument);
      } catch (error) {
        host.log.error(`${name}: ${messageOf(error)}`);
        void vscode.window.showErrorMessage(messageOf(error));
        if (throwsOn(argument)) throw error;
        return undefined;
      }
    },
  );
}
