import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ebbgateBureau, searchAnswer } from '../../fixtures/wikidata-answers';
import {
  closeAll,
  open,
  read,
  run,
  until,
  untilLanguage,
  workspaceUri,
  write,
} from '../../host/editor';

const message = [
  '[Salon] Tides',
  '',
  'https://www.harbour-review.example/tides',
  '',
  'March 18, 2024',
  '',
  'ESBROOK -- The Ebbgate Bureau met NATO officials on Monday.',
  '',
].join('\n');

/** The site's answers as it gives them; no server can be reached from here. */
describe('looking up in the browser', () => {
  const { fetch } = globalThis;
  const { showInformationMessage } = vscode.window;
  let requests: { url: string; headers: Headers }[];
  let answer: (url: string, signal: AbortSignal) => Promise<Response>;

  const wikidata = (url: string) =>
    Promise.resolve(
      Response.json(url.includes('action=wbsearchentities') ? searchAnswer : ebbgateBureau),
    );

  // What is tried again begins anew: in a folder, and at an address, that nothing is known of.
  let folder = '';
  let count = 0;

  beforeEach(async () => {
    folder = `LookUp${++count}`;
    const settings = vscode.workspace.getConfiguration('archiveAnnotator');
    const endpoint = `https://look-up.example/w/${count}/api.php`;
    await settings.update('lookUp.endpoint', endpoint, vscode.ConfigurationTarget.Global);
    requests = [];
    answer = wikidata;
    globalThis.fetch = (input, init) => {
      const url = String(input);
      // The editor fetches other things.
      if (!url.startsWith('https://look-up.example/')) return fetch(input, init);
      requests.push({ url, headers: new Headers(init?.headers) });
      return answer(url, init!.signal!);
    };
    vscode.window.showInformationMessage = ((_text: string, options?: { modal?: boolean }) =>
      Promise.resolve(options?.modal ? 'Look Up' : undefined)) as typeof showInformationMessage;
  });

  afterEach(async () => {
    globalThis.fetch = fetch;
    vscode.window.showInformationMessage = showInformationMessage;
    await closeAll();
    const settings = vscode.workspace.getConfiguration('archiveAnnotator');
    await settings.update('lookUp.endpoint', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(workspaceUri(folder), { recursive: true });
  });

  async function openMessage(): Promise<vscode.Uri> {
    await write(`${folder}/tides.entities.yaml`, 'format: archive-entities/1\nentities:\n');
    const uri = await write(`${folder}/message.txt`, message);
    await open(uri);
    await untilLanguage(uri, 'archive-message');
    return uri;
  }

  it('asks without a header that browsers refuse, and writes what is known', async () => {
    const uri = await openMessage();
    const given = { uri, name: 'Ebbgate Bureau', type: 'organization', item: 'Q900001' };
    assert.equal(await run('lookUp', given), 'ebbgate-bureau');
    assert.equal(requests.length, 1);
    assert.equal(requests[0]!.headers.has('user-agent'), false);
    assert.equal(requests[0]!.headers.has('api-user-agent'), true);
    await until('the entry is written', async () =>
      (await read(`${folder}/tides.entities.yaml`)).includes('wikidata: Q900001'),
    );
  });

  it('says that nothing is reached', async () => {
    const uri = await openMessage();
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    let reason = '';
    try {
      await run('lookUp', { uri, name: 'Ebbgate' });
    } catch (error) {
      reason = String(error);
    }
    assert.match(reason, /look-up\.example/);
  });
});
