import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  read,
  run,
  untilDiagnostics,
  untilLanguage,
  write,
} from '../editor';

const text = [
  '[Salon] Faults',
  '',
  'https://www.harbour-review.example/faults',
  '',
  'March 16, 2024',
  '',
  'BRUSSELS -- NATO said on Friday that nothing was lost, and nothing was.',
  '',
].join('\n');

describe('faults', () => {
  afterEach(closeAll);

  it('never writes a broken sidecar, and tells the place', async () => {
    const uri = await write('Harbour/broken.txt', text);
    const broken = 'format: archive-annotations/1\nannotations:\n  - id: [\n';
    const sidecar = await write('Harbour/broken.txt.ann.yaml', broken);
    const { document } = await open(uri);
    await untilLanguage(uri, 'archive-message');
    const range = rangeOf(document, 'nothing was lost');
    await assert.rejects(run('annotate', { uri, range, kind: 'highlight' }));
    assert.equal(await read(sidecar), broken);
    await untilDiagnostics(sidecar, (found) => found.some(({ range }) => range.start.line >= 2));
    assert.match(await hoverText(uri, rangeOf(document, 'NATO').start), /NATO/);
  });

  it('keeps a bad record and works with the others', async () => {
    const uri = await write('Harbour/record.txt', text);
    const { document } = await open(uri);
    const range = rangeOf(document, 'nothing was lost');
    await run('annotate', { uri, range, kind: 'note', note: 'good' });
    const good = await read('Harbour/record.txt.ann.yaml');
    const bad = `${good}  - id: 01KAV7M2Q8T4Z6R1C3X5B7N9DE\n    kind: nonsense\n    x-mine: 1\n`;
    const sidecar = await write('Harbour/record.txt.ann.yaml', bad);
    await open(sidecar);
    await untilDiagnostics(sidecar);
    await run('annotate', { uri, range: rangeOf(document, 'Friday'), kind: 'highlight' });
    const after = await read(sidecar);
    assert.ok(after.includes('    kind: nonsense\n    x-mine: 1\n'), after);
    assert.ok(after.includes('quote: Friday'));
  });

  it('works with the readable entities of a broken entity file, and tells the place', async () => {
    const uri = await write(
      'Harbour/broken.entities.yaml',
      [
        'format: archive-entities/1',
        'entities:',
        '  harbour-office:',
        '    type: organization',
        '    name: Harbour Office of Esbrook',
        '  wrong one:',
        '    type: nonsense',
        '',
      ].join('\n'),
    );
    await open(uri);
    const problems = await untilDiagnostics(uri);
    assert.ok(problems.some(({ range }) => range.start.line >= 5));
    const source = await write(
      'Harbour/office.txt',
      `${text}The Harbour Office of Esbrook closed.\n`,
    );
    const { document } = await open(source);
    await untilLanguage(source, 'archive-message');
    const hover = await hoverText(source, rangeOf(document, 'Harbour Office of Esbrook').start);
    assert.match(hover, /Harbour Office/);
    await vscode.workspace.fs.delete(uri);
  });

  it('asks to save an untitled document first', async () => {
    const document = await vscode.workspace.openTextDocument({ content: text });
    await vscode.window.showTextDocument(document);
    const range = rangeOf(document, 'NATO');
    await assert.rejects(
      run('annotate', { uri: document.uri, range, kind: 'highlight' }),
      /Save the document first/,
    );
  });

  it('says what is wrong when nothing is selected', async () => {
    const uri = await write('Harbour/empty.txt', text);
    const range = new vscode.Range(1, 0, 1, 0);
    await assert.rejects(run('annotate', { uri, range, kind: 'highlight' }), /Select the passage/);
  });

  it('says so when the folder is read-only, and leaves no file behind', async function () {
    const uri = await write('ReadOnly/closed.txt', text);
    const folder = vscode.Uri.joinPath(uri, '..').fsPath;
    // Root may write anywhere: only an immutable folder would stop it.
    if (process.getuid?.() === 0) {
      try {
        execFileSync('chattr', ['+i', folder], { stdio: 'ignore' });
      } catch {
        return this.skip();
      }
    } else {
      execFileSync('chmod', ['a-w', folder]);
    }
    try {
      const { document } = await open(uri);
      const range = rangeOf(document, 'nothing was lost');
      await assert.rejects(run('annotate', { uri, range, kind: 'highlight' }));
      const names = await vscode.workspace.fs.readDirectory(vscode.Uri.file(folder));
      assert.deepEqual(
        names.map(([name]) => name),
        ['closed.txt'],
      );
    } finally {
      if (process.getuid?.() === 0) execFileSync('chattr', ['-i', folder], { stdio: 'ignore' });
      else execFileSync('chmod', ['u+w', folder]);
    }
  });
});
