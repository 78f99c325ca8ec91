import assert from 'node:assert/strict';
import { MentionMatcher } from '../../../../../src/core/entity/matcher';
import { AliasTrie, mostWords } from '../../../../../src/core/entity/matching/alias-trie';
import { addToHash, hashSeed } from '../../../../../src/core/entity/matching/word-scanner';

function hashOf(word: string): number {
  let hash = hashSeed;
  for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at));
  return hash;
}

/** The state at the end of the words, or 0. */
function walk(trie: AliasTrie, ...words: readonly string[]): number {
  let state = 0;
  for (const word of words) {
    state = trie.child(state, hashOf(word));
    if (state === 0) return 0;
  }
  return state;
}

/** Every name that ends at a state. */
function names(trie: AliasTrie, state: number): number[] {
  const found: number[] = [];
  for (let name = trie.firstName(state); name !== -1; name = trie.nextName(name)) found.push(name);
  return found;
}

describe('AliasTrie', () => {
  it('keeps names as paths of folded words', () => {
    const trie = new AliasTrie();
    const added = ['New York', 'New York Times', 'new york', 'York', '¡!', 'São Paulo'];
    assert.deepEqual(
      added.map((name) => trie.add(name)),
      [0, 1, 2, 3, -1, 4],
    );
    trie.finish();
    assert.deepEqual(names(trie, walk(trie, 'new', 'york')), [0, 2]);
    assert.deepEqual(names(trie, walk(trie, 'new', 'york', 'times')), [1]);
    assert.deepEqual(names(trie, walk(trie, 'sao', 'paulo')), [4]);
    assert.deepEqual(names(trie, walk(trie, 'new')), []);
    assert.equal(walk(trie, 'times'), 0);
    assert.equal(trie.hasChildren(walk(trie, 'new')), true);
    assert.equal(trie.hasChildren(walk(trie, 'york')), false);
  });

  it('takes no name of more words than it can walk', () => {
    const trie = new AliasTrie();
    assert.equal(trie.add('a '.repeat(mostWords)), 0);
    assert.equal(trie.add('a '.repeat(mostWords + 1)), -1);
  });

  it('grows beyond what was expected', () => {
    const trie = new AliasTrie(10);
    for (let index = 0; index < 20_000; index++) trie.add(`Boat${index} of Oslo`);
    trie.finish();
    for (let index = 0; index < 20_000; index += 997)
      assert.deepEqual(names(trie, walk(trie, `boat${index}`, 'of', 'oslo')), [index]);
  });

  it('leaves words of one hash to the comparison of letters', () => {
    const [one, other] = ['swbtchq', 'zsnfzpg'];
    assert.equal(hashOf(one), hashOf(other));
    const matcher = new MentionMatcher([
      { alias: `${one} boat`, payload: 1 },
      { alias: `${other} boat`, payload: 2 },
      { alias: one, payload: 3 },
    ]);
    const found = matcher.find(`${other} boat, ${one} boat, ${other}, ${one}`);
    assert.deepEqual(
      found.map(({ payloads }) => payloads),
      [[2], [1], [3]],
    );
  });
});
