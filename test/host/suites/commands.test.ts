import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId } from '../editor';

describe('commands', () => {
  afterEach(closeAll);

  it('registers exactly the commands that the manifest names', async () => {
    const extension = vscode.extensions.getExtension(extensionId)!;
    await extension.activate();
    const { commands = [], views = {} } = extension.packageJSON.contributes;
    const contributed: string[] = commands.map(({ command }: { command: string }) => command);
    const viewIds = (Object.values(views) as { id: string }[][]).flat().map(({ id }) => id);
    const registered = (await vscode.commands.getCommands(true)).filter(
      (command) =>
        command.startsWith('archiveAnnotator.') &&
        // The editor adds a few for every view: `VIEW.focus`, `VIEW.resetViewLocation` …
        !viewIds.some((id) => command.startsWith(`${id}.`)),
    );
    assert.deepEqual(registered.sort(), contributed.sort());
  });
});
