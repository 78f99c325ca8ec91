import assert from 'node:assert/strict';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  read,
  run,
  symbols,
  until,
  untilLanguage,
} from '../../host/editor';

const file = 'Alliance/2022-04-06 Shipyards.txt';

/** Whether a command is refused with a sentence that matches. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the main job in the browser', () => {
  afterEach(closeAll);

  it('recognises, outlines and explains a message', async () => {
    const { document } = await open(file);
    await untilLanguage(document.uri, 'archive-message');
    const outline = await symbols(document.uri);
    assert.ok(outline.some(({ name }) => name === 'Header'));
    for (const name of ['NATO', 'Mariupol', 'Jens Stoltenberg']) {
      await until(`a card on ${name}`, async () =>
        (await hoverText(document.uri, rangeOf(document, name).start)).includes(name),
      );
    }
  });

  it('annotates without Node, and says that it cannot commit', async () => {
    const { document } = await open(file);
    const { uri } = document;
    const range = rangeOf(document, 'A ship that waits for a dock');
    const id = await run<string>('annotate', { uri, range, kind: 'note', note: 'Quoted often.' });
    const sidecar = await read(`${file}.ann.yaml`);
    assert.ok(sidecar.includes(`  - id: ${id}\n`));
    assert.ok(sidecar.includes('quote: A ship that waits for a dock\n'));
    assert.match(await hoverText(uri, range.start), /Quoted often/);
    assert.match(
      await refusal(run('commit', { uri })),
      /not available here|not in a git repository|cannot be started/,
    );
  });
});
