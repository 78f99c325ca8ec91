import assert from 'node:assert/strict';
import {
  itemUrl,
  requestLanguages,
  safeEndpoint,
  searchUrl,
} from '../../../../../src/core/entity/look-up/wikidata-request';

const parameters = (url: string) => new URLSearchParams(url.slice(url.indexOf('?')));

describe('the request of a look-up', () => {
  it('goes to an HTTPS address, or to this machine', () => {
    const api = 'https://www.wikidata.org/w/api.php';
    assert.equal(safeEndpoint(` ${api}?action=logout#x `), api);
    assert.equal(safeEndpoint('http://localhost:8080/api'), 'http://localhost:8080/api');
    assert.equal(safeEndpoint('http://127.0.0.1:1/'), 'http://127.0.0.1:1/');
    for (const refused of [
      'http://www.wikidata.org/w/api.php',
      'http://localhost.example.org/',
      'http://127.0.0.1.example.org/',
      'https://somebody:secret@example.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'www.wikidata.org',
      '',
    ]) {
      assert.equal(safeEndpoint(refused), undefined, refused);
    }
  });

  it('names the languages that are of use, best first', () => {
    assert.deepEqual(requestLanguages('en'), ['en', 'mul']);
    assert.deepEqual(requestLanguages('pt-BR'), ['pt-br', 'pt', 'mul', 'en']);
    assert.deepEqual(requestLanguages('qps-ploc'), ['en', 'mul']);
    assert.deepEqual(requestLanguages('de|en&x=1'), ['en', 'mul']);
  });

  it('sends a name as one value, whatever it holds', () => {
    const asked = parameters(
      searchUrl('https://x.example/api', 'A & B\n#=\ud800 C', ['de', 'mul', 'en']),
    );
    assert.equal(asked.get('search'), 'A & B #= C');
    assert.equal(asked.get('language'), 'de');
    assert.equal(asked.get('maxlag'), '5');
    assert.equal(asked.get('origin'), '*');
    const item = parameters(itemUrl('https://x.example/api', 'Q7', ['de', 'mul', 'en']));
    assert.equal(item.get('ids'), 'Q7');
    assert.equal(item.get('languages'), 'de|mul|en');
  });
});
