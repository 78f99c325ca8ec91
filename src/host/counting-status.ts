import * as vscode from 'vscode';

/** Work that is soon done is not worth a flicker. */
const patienceMilliseconds = 700;

/** The command that stops the counting; a click on the status bar calls it. */
const stopCommand = 'archiveAnnotator.stopCounting';
const context = 'archiveAnnotator.counting';

/** Tells in the status bar how far the counting of mentions is, and lets the user stop it there. */
export class CountingStatus implements vscode.Disposable {
  readonly #since = Date.now();
  #item: vscode.StatusBarItem | undefined;

  report(done: number, of: number): void {
    if (!this.#item) {
      if (Date.now() - this.#since < patienceMilliseconds) return;
      this.#item = vscode.window.createStatusBarItem(
        'archiveAnnotator.counting',
        vscode.StatusBarAlignment.Left,
      );
      this.#item.name = vscode.l10n.t('Counting mentions');
      this.#item.tooltip = vscode.l10n.t(
        'Counting mentions of entities in the workspace: click to stop',
      );
      this.#item.command = stopCommand;
      this.#item.show();
      void vscode.commands.executeCommand('setContext', context, true);
    }
    const figures = vscode.l10n.t('Counting mentions {0}/{1}', done, of);
    this.#item.text = `$(sync~spin) ${figures}`;
  }

  dispose(): void {
    if (!this.#item) return;
    this.#item.dispose();
    void vscode.commands.executeCommand('setContext', context, false);
  }
}
