import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { composeMbox } from '../../../bench/mail-corpus';
import {
  closeAll,
  open,
  print,
  rangeOf,
  run,
  symbols,
  until,
  untilLanguage,
  write,
} from '../editor';

/**
 * The longest time that the extension host was held up while `work` ran, in milliseconds of its own
 * computing: other programs on the machine do not count.
 */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const computed = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let last = computed();
  let isRunning = true;
  const tick = () => {
    const now = computed();
    longest = Math.max(longest, now - last);
    last = now;
    if (isRunning) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isRunning = false;
  return longest;
}

describe('large files', function () {
  this.timeout(120_000);
  const megabytes = (size: number) => composeMbox(size * 1_000_000);

  before(async () => {
    // Text that no feature of ours reads, of the same size: what the editor itself costs.
    await write('Large/plain.log', megabytes(19));
    await write('Large/archive.mbox', megabytes(19));
  });
  afterEach(closeAll);

  it('opens an mbox of 19 MB, outlines its messages and holds nothing up', async () => {
    const editorAlone = await longestPause(async () => {
      await open('Large/plain.log');
    });
    let count = 0;
    let uri: vscode.Uri | undefined;
    const opened = await longestPause(async () => {
      ({
        document: { uri },
      } = await open('Large/archive.mbox'));
    });
    const worked = await longestPause(async () => {
      count = (await symbols(uri!)).length;
      for (const command of ['FoldingRange', 'Link']) {
        await vscode.commands.executeCommand(`vscode.execute${command}Provider`, uri);
      }
    });
    print(
      `      longest pause: ${editorAlone.toFixed(0)} ms for a log, ${opened.toFixed(0)} ms for the mbox, ${worked.toFixed(0)} ms for outline and folding`,
    );
    assert.ok(count > 2000, `${count} messages`);
  });

  it('opens a message of it and colours what is shown', async () => {
    const editor = await open('Large/archive.mbox');
    await untilLanguage(editor.document.uri, 'archive-message');
    const at = rangeOf(editor.document, 'Message-ID: <1500.2001@example.org>').start;
    editor.selection = new vscode.Selection(at, at);
    const uri = await run<vscode.Uri>('openMessage', {});
    const message = await vscode.workspace.openTextDocument(uri);
    assert.match(message.getText(), /<1500\.2001@example\.org>/);
    const whole = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
      'vscode.provideDocumentSemanticTokens',
      editor.document.uri,
    );
    assert.equal(whole?.data.length ?? 0, 0);
    const pause = await longestPause(async () => {
      const part = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentRangeSemanticTokens',
        editor.document.uri,
        new vscode.Range(at, at.translate(60)),
      );
      assert.ok(part);
    });
    print(`      longest pause: ${pause.toFixed(0)} ms for the colours of a screen`);
  });

  it('opens messages of an mbox that is too large for the editor', async () => {
    const uri = await write('Large/huge.mbox', megabytes(60));
    let opened: vscode.Uri | undefined;
    const pause = await longestPause(async () => {
      opened = await run<vscode.Uri>('openMessage', { uri, messageId: '<9000.2001@example.org>' });
    });
    print(`      longest pause: ${pause.toFixed(0)} ms for a message of an mbox of 60 MB`);
    const message = await vscode.workspace.openTextDocument(opened!);
    assert.match(message.getText(), /<9000\.2001@example\.org>/);
    await run('annotate', {
      uri: message.uri,
      range: rangeOf(message, 'Getreide'),
      kind: 'highlight',
    });
    await until('its sidecar is there', async () => {
      const sidecar = vscode.Uri.joinPath(uri, '..', 'huge.mbox.ann.yaml');
      return (await vscode.workspace.fs.readFile(sidecar)).length > 0;
    });
  });
});
