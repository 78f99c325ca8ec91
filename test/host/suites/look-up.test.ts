import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { searchAnswer, ebbgateBureau } from '../../fixtures/wikidata-answers';
import {
  closeAll,
  hoverText,
  open,
  rangeOf,
  read,
  run,
  until,
  untilLanguage,
  workspaceUri,
  write,
} from '../editor';

const body = [
  '[Salon] Tides',
  '',
  'https://www.harbour-review.example/tides',
  '',
  'March 18, 2024',
  '',
  'ESBROOK -- The Ebbgate Bureau met NATO officials on Monday, said Mr. Orrin Ashdown.',
  '',
].join('\n');

const file = [
  'format: archive-entities/1',
  'entities:',
  '  ebbgate-bureau:',
  '    type: organization',
  '    name: Ebbgate Bureau',
  '    description: Our own words.',
  '',
].join('\n');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (value: unknown): Answer =>
  (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(value));
  };

/** Answers the two actions of the API. */
const wikidata: Answer = (request, response) => {
  const isSearch = request.url?.includes('action=wbsearchentities');
  json(isSearch ? searchAnswer : ebbgateBureau)(request, response);
};

describe('look-up', () => {
  const settings = () => vscode.workspace.getConfiguration('archiveAnnotator');
  const { showInformationMessage, withProgress } = vscode.window;
  let server: Server;
  let answer: Answer;
  let requests: string[];
  /** What the modal question is answered with, and how often it was asked. */
  let consent: { answer: string | undefined; asked: number };
  let count = 0;

  beforeEach(async () => {
    requests = [];
    answer = wikidata;
    consent = { answer: 'Look Up', asked: 0 };
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // Another port is another endpoint, for which consent is asked anew.
    const { port } = server.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${port}/w/api.php`;
    await settings().update('lookUp.endpoint', endpoint, vscode.ConfigurationTarget.Global);
    vscode.window.showInformationMessage = ((_text: string, options?: { modal?: boolean }) => {
      if (!options?.modal) return Promise.resolve(undefined);
      consent.asked++;
      return Promise.resolve(consent.answer);
    }) as typeof showInformationMessage;
  });

  afterEach(async () => {
    vscode.window.showInformationMessage = showInformationMessage;
    vscode.window.withProgress = withProgress;
    await settings().update('lookUp.endpoint', undefined, vscode.ConfigurationTarget.Global);
    server.closeAllConnections();
    server.close();
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri('LookUp', String(count), 'tides.entities.yaml'));
  });

  // What a test that failed wrote elsewhere would be committed by other suites.
  let entitiesAtRoot: string;
  before(async () => (entitiesAtRoot = await read('entities.yaml')));
  after(async () => {
    await write('entities.yaml', entitiesAtRoot);
    await vscode.workspace.fs.delete(workspaceUri('LookUp'), { recursive: true });
  });

  async function openMessage(entities = 'format: archive-entities/1\nentities:\n') {
    const folder = `LookUp/${++count}`;
    const entityFile = await write(`${folder}/tides.entities.yaml`, entities);
    const uri = await write(`${folder}/message.txt`, body);
    const { document } = await open(uri);
    await untilLanguage(uri, 'archive-message');
    const isKnown = entities.includes('Our own words');
    // The file of an earlier test may be known a little longer than it is there.
    await until('only this entity file is known', async () => {
      const at = rangeOf(document, 'Ebbgate Bureau').start;
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        uri,
        at,
      );
      const paths = found.map(({ targetUri }) => targetUri.path);
      return isKnown
        ? paths.length === 1 && paths[0] === entityFile.path
        : !(await hoverText(uri, at)).includes('Our own words');
    });
    return { uri, document, entityFile };
  }

  const entitiesIn = async (uri: vscode.Uri) => parse(await read(uri)).entities ?? {};

  it('sends nothing before somebody asks for it and agrees', async () => {
    const { uri, document } = await openMessage();
    for (const name of ['Ebbgate Bureau', 'NATO', 'Ashdown', 'ESBROOK']) {
      await hoverText(uri, rangeOf(document, name).start);
    }
    await vscode.commands.executeCommand('archiveAnnotator.entities.focus');
    await run('annotateMentions', { uri, id: 'nato' });
    consent.answer = undefined;
    assert.equal(await run('lookUp', { uri, name: 'Ebbgate Bureau' }), undefined);
    assert.equal(consent.asked, 1);
    assert.deepEqual(requests, []);
  });

  it('searches, lets the user pick and writes a new entry that undo takes back', async () => {
    const { uri, entityFile } = await openMessage();
    const before = await read(entityFile);
    await vscode.window.showTextDocument(entityFile, { preview: false });
    let id: unknown;
    const done = run('lookUp', { uri, name: 'Ebbgate Bureau', type: 'organization' }).then(
      (result) => (id = result),
    );
    await until('both questions are answered', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return id;
    });
    await done;
    assert.equal(id, 'ebbgate-bureau');
    assert.deepEqual((await entitiesIn(entityFile))['ebbgate-bureau'], {
      type: 'organization',
      name: 'Ebbgate Bureau',
      aliases: ['Bureau of Tides', 'TWB'],
      description: 'invented office for tides',
      wikidata: 'Q900001',
      coordinates: [54.321, -3.1235],
      notes: 'Founded 1904-05-02.',
    });
    assert.equal(requests.length, 2);
    await vscode.window.showTextDocument(entityFile);
    await vscode.commands.executeCommand('undo');
    const document = await vscode.workspace.openTextDocument(entityFile);
    await until('the entity file is as before', () => document.getText() === before);
  });

  it('fills only what an entity lacks, and asks for consent once', async () => {
    const { uri, entityFile } = await openMessage(file);
    const item = 'Q900001';
    assert.equal(await run('lookUp', { uri, id: 'ebbgate-bureau', item }), 'ebbgate-bureau');
    const filled = (await entitiesIn(entityFile))['ebbgate-bureau'];
    assert.equal(filled.description, 'Our own words.');
    assert.equal(filled.wikidata, item);
    const after = await read(entityFile);
    assert.equal(await run('lookUp', { uri, id: 'ebbgate-bureau', item }), 'ebbgate-bureau');
    assert.equal(await read(entityFile), after);
    assert.equal(consent.asked, 1);
  });

  it('is refused in a workspace that is not trusted, which no card offers it in', async () => {
    const { uri, document } = await openMessage(file);
    const at = rangeOf(document, 'NATO').start;
    assert.match(await hoverText(uri, at), /archiveAnnotator\.lookUp/);
    const trusted = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted')!;
    Object.defineProperty(vscode.workspace, 'isTrusted', { configurable: true, value: false });
    try {
      const card = await hoverText(uri, at);
      assert.match(card, /NATO/);
      assert.doesNotMatch(card, /archiveAnnotator\.lookUp/);
      await assert.rejects(
        run('lookUp', { uri, name: 'Ebbgate Bureau' }),
        /can be looked up once you trust this workspace/,
      );
    } finally {
      Object.defineProperty(vscode.workspace, 'isTrusted', trusted);
    }
    assert.equal(consent.asked, 0);
    assert.deepEqual(requests, []);
  });

  it('does not mix an entity with another item', async () => {
    const { uri, entityFile } = await openMessage(`${file}    wikidata: Q5\n`);
    const before = await read(entityFile);
    const given = { uri, id: 'ebbgate-bureau', item: 'Q900001' };
    await assert.rejects(run('lookUp', given), /is Q5 in the entity file, not Q900001/);
    assert.equal(await read(entityFile), before);
  });

  it('says in plain words why there is no answer, and writes nothing', async () => {
    const { uri, entityFile } = await openMessage(file);
    const before = await read(entityFile);
    const fails = async (because: RegExp, given: Answer) => {
      answer = given;
      await assert.rejects(run('lookUp', { uri, name: 'Ebbgate' }), because);
    };
    await fails(/takes no more requests now\. Try again in 9 seconds/, (_, response) => {
      response.writeHead(429, { 'retry-after': '9' }).end();
    });
    await fails(/cannot be read/, (_, response) => response.end('<html>'));
    await fails(/leads to another address/, (_, response) => {
      response.writeHead(301, { location: 'https://elsewhere.example/' }).end();
    });
    await fails(/is too busy/, json({ error: { code: 'maxlag', info: 'lag' } }));
    await settings().update(
      'lookUp.endpoint',
      'http://elsewhere.example/api',
      vscode.ConfigurationTarget.Global,
    );
    await fails(/must begin with https/, wikidata);
    assert.equal(await read(entityFile), before);
  });

  it('stops when the user cancels a slow answer', async () => {
    const { uri } = await openMessage(file);
    const cancelling = new vscode.CancellationTokenSource();
    vscode.window.withProgress = ((_options, task) =>
      task({ report: () => undefined }, cancelling.token)) as typeof withProgress;
    let isClosed = false;
    answer = (request) => {
      request.socket.once('close', () => (isClosed = true));
      cancelling.cancel();
    };
    assert.equal(await run('lookUp', { uri, name: 'Ebbgate' }), undefined);
    await until('the request ends', () => isClosed);
  });

  it('asks for another name when nothing is found', async () => {
    const { uri } = await openMessage(file);
    answer = json({ searchinfo: { search: 'x' }, search: [], success: 1 });
    let isDone = false;
    const done = run('lookUp', { uri, name: 'Nobody at All' }).then((result) => {
      isDone = true;
      return result;
    });
    await until('the question is closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isDone;
    });
    assert.equal(await done, undefined);
    assert.equal(requests.length, 1);
  });
});
