import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LookUpError } from '../../../src/core/entity/look-up/look-up-error';
import { WikidataClient } from '../../../src/host/wikidata-client';
import { searchAnswer, ebbgateBureau } from '../../fixtures/wikidata-answers';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (value: unknown): Answer =>
  (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(value));
  };
const never = new AbortController().signal;

describe('the client of the Wikidata API', () => {
  let server: Server;
  let answer: Answer;
  let requests: IncomingMessage[];
  let client: WikidataClient;
  let withLimit: (timeoutMilliseconds: number) => WikidataClient;

  beforeEach(async () => {
    requests = [];
    server = createServer((request, response) => {
      requests.push(request);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    withLimit = (timeoutMilliseconds) =>
      new WikidataClient({
        endpoint: `http://127.0.0.1:${port}/w/api.php`,
        languages: ['en', 'mul'],
        userAgent: 'ArchiveAnnotator/1.0 (test)',
        isInBrowser: false,
        timeoutMilliseconds,
        largestAnswer: 100_000,
      });
    // A busy machine answers late.
    client = withLimit(20_000);
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function fails(reason: string, detail = '', signal: AbortSignal = never) {
    await assert.rejects(client.search('Ebbgate', signal), (error) => {
      assert.ok(error instanceof LookUpError, String(error));
      assert.deepEqual([error.reason, error.detail], [reason, detail]);
      return true;
    });
  }

  it('says who asks, sends the name alone, and asks nothing twice', async () => {
    answer = json(searchAnswer);
    assert.equal((await client.search('Ebbgate', never)).length, 2);
    assert.equal((await client.search('Ebbgate', never)).length, 2);
    answer = json(ebbgateBureau);
    assert.equal((await client.item('Q900001', never)).label, 'Ebbgate Bureau');
    assert.equal(requests.length, 2);
    const [{ headers, url }] = requests as [IncomingMessage];
    assert.equal(headers['user-agent'], 'ArchiveAnnotator/1.0 (test)');
    assert.equal(headers['api-user-agent'], 'ArchiveAnnotator/1.0 (test)');
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
    assert.match(url!, /^\/w\/api\.php\?action=wbsearchentities&search=Ebbgate&/);
  });

  it('gives up after its time, also in the middle of an answer', async () => {
    client = withLimit(200);
    answer = () => undefined;
    await fails('timeout', '0.2');
    answer = (_, response) => response.write('{"search":');
    await fails('timeout', '0.2');
  });

  it('stops when the user cancels', async () => {
    const cancelling = new AbortController();
    answer = () => cancelling.abort();
    await fails('cancelled', '', cancelling.signal);
    await fails('cancelled', '', cancelling.signal);
    assert.equal(requests.length, 1);
  });

  it('follows no redirection', async () => {
    answer = ({ url }, response) => {
      if (url?.startsWith('/elsewhere')) throw new Error('followed');
      response.writeHead(302, { location: '/elsewhere' }).end();
    };
    await fails('redirected');
    assert.equal(requests.length, 1);
  });

  it('tells what the servers want, and keeps no failure', async () => {
    answer = (_, response) => response.writeHead(429, { 'retry-after': '17' }).end('slow');
    await fails('too-many-requests', '17');
    answer = (_, response) => response.writeHead(503, { 'retry-after': 'tomorrow' }).end();
    await fails('busy');
    answer = (_, response) => response.writeHead(404).end('nothing here');
    await fails('status', '404');
    answer = (_, response) => response.end('<html>a portal');
    await fails('unreadable');
    answer = json({ error: { code: 'maxlag', info: 'Waiting for a server', lag: 9 } });
    await fails('busy');
    answer = json(searchAnswer);
    assert.equal((await client.search('Ebbgate', never)).length, 2);
  });

  it('reads no more than the largest answer', async () => {
    answer = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(20_000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    await fails('too-large', '0');
  });

  it('says that nothing is reached', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await fails('unreachable');
  });
});
