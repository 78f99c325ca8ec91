import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandHost } from '../../../src/commands/command';
import { reanchorCommand } from '../../../src/commands/reanchor';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { createSelector } from '../../../src/core/annotation/selector';
import { createSidecar } from '../../../src/core/annotation/write-sidecar';
import { contentIdentity } from '../../../src/core/text/hash';
import { SourceText } from '../../../src/core/text/source-text';

const original = `👋 The council met in Velmora on Tuesday and spoke about grain and diesel.

The delegates applauded. A second round of talks is planned for the autumn.
`;
const edited = `A new first line.\n\n${original.replace('The delegates applauded. ', '').replace('diesel', 'disel')}`;
const ids = [
  '01KAV7M2Q8T4Z6R1C3X5B7N9D0',
  '01KAV7M2Q8T4Z6R1C3X5B7N9D1',
  '01KAV7M2Q8T4Z6R1C3X5B7N9D2',
];
const quotes = ['Velmora', 'spoke about grain and diesel', 'The delegates applauded.'];

describe('archive-annotator reanchor', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reanchor-test-'));
    const source = new SourceText(original);
    const annotations = quotes.map((quote, index): Annotation => {
      const start = source.text.indexOf(quote);
      const target = [createSelector(source, { start, end: start + quote.length })];
      const by = 'Anna Reader';
      return { id: ids[index]!, kind: 'highlight', target, by, created: '2026-01-01T00:00:00Z' };
    });
    const recorded = { name: 'a.txt', ...contentIdentity(source) };
    writeFileSync(join(folder, 'a.txt.ann.yaml'), createSidecar(recorded, annotations));
    writeFileSync(join(folder, 'a.txt'), original);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function run(...args: string[]) {
    let output = '';
    let errors = '';
    const host: CommandHost = {
      directory: folder,
      out: (text) => (output += text),
      error: (text) => (errors += text),
    };
    const code = await reanchorCommand.run(args, host);
    return { code, output, errors };
  }

  async function places(...args: string[]) {
    const { output } = await run('--json', ...args);
    const points = [...readFileSync(join(folder, 'a.txt'), 'utf8').replaceAll('\r\n', '\n')];
    return (
      JSON.parse(output) as { id: string; state: string; start?: number; end?: number }[]
    ).map(({ state, start, end }) =>
      start === undefined ? state : `${state}: ${points.slice(start, end).join('')}`,
    );
  }
  const found = ['exact: Velmora', 'edited: spoke about grain and disel', 'orphaned'];

  it('finds annotations by sidecar, by source and by folder, in code points', async () => {
    writeFileSync(join(folder, 'a.txt'), edited);
    for (const path of ['a.txt.ann.yaml', 'a.txt', '.'])
      assert.deepEqual(await places(path), found, path);
    assert.equal((await run('.')).code, 1);
  });

  it('uses the old text from git, and is the same with Windows line ends', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'old');
    writeFileSync(join(folder, 'a.txt'), edited.replaceAll('\n', '\r\n'));
    assert.deepEqual(await places('.'), found);
  });

  it('runs nothing that the settings of a repository name', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'old');
    const marker = join(folder, 'ran');
    for (const key of ['core.fsmonitor', 'core.pager', 'diff.external', 'gpg.program'])
      git('config', key, `touch ${marker}`);
    git('config', 'log.showSignature', 'true');
    writeFileSync(join(folder, 'a.txt'), edited);
    await places('.');
    assert.throws(() => readFileSync(marker));
  });

  it('stores what it found with --write, and nothing more the second time', async () => {
    writeFileSync(join(folder, 'a.txt'), edited);
    await run('--write', '.');
    const written = readFileSync(join(folder, 'a.txt.ann.yaml'), 'utf8');
    assert.match(written, new RegExp(contentIdentity(new SourceText(edited)).sha256));
    assert.match(written, /current: spoke about grain and disel/);
    assert.match(written, /quote: The delegates applauded\.[\s\S]*state: orphaned/);
    assert.deepEqual(await places('.'), found);
    await run('--write', '.');
    assert.equal(readFileSync(join(folder, 'a.txt.ann.yaml'), 'utf8'), written);
  });

  it('says which source is missing and goes on', async () => {
    rmSync(join(folder, 'a.txt'));
    const { code, errors } = await run('.');
    assert.equal(code, 1);
    assert.match(errors, /its source a\.txt is not there/);
  });
});
