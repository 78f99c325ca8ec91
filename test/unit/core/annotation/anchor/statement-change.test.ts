import assert from 'node:assert/strict';
import {
  changesStatement,
  type ChangedWord,
} from '../../../../../src/core/annotation/anchor/statement-change';

function word(text: string, more: Partial<ChangedWord> = {}): ChangedWord {
  return { word: text, opensSentence: false, recurs: false, isPartOfName: false, ...more };
}

function isChanged(old: string, now: string, more: Partial<ChangedWord> = {}): boolean {
  const words = (text: string) =>
    text.split(' ').flatMap((one) => (one === '' ? [] : word(one, more)));
  return changesStatement([{ removed: words(old), added: words(now), isCutOff: false }]);
}

describe('changesStatement', () => {
  it('tells another name, number or negation', () => {
    for (const [old, now] of [
      ['Arleth', 'Tarnik'],
      ['1990', '1991'],
      ['three', 'four'],
      ['May', 'June'],
      ['was', 'was not'],
      ['没有', '已经'],
    ])
      assert.ok(isChanged(old!, now!), `${old} to ${now}`);
    assert.ok(!isChanged('garden', 'orchard'));
  });

  it('takes a number, a day or a negation that a slip turns into no other word for the same', () => {
    for (const [old, now] of [
      ['three', 'hree'],
      ['eight', 'eigh'],
      ['Tuesday', 'Tuelday'],
      ['not', 'nt'],
      ['never', 'neevr'],
    ])
      assert.ok(!isChanged(old!, now!), `${old} to ${now}`);
    for (const [old, now] of [
      ['five', 'fine'],
      ['not', 'now'],
      ['ten', 'pen'],
      ['nie', 'sie'],
    ])
      assert.ok(isChanged(old!, now!), `${old} to ${now}`);
  });

  it('takes a letter’s slip in a part of a name for a slip when the rest of it is the same', () => {
    const part = { isPartOfName: true };
    assert.ok(!isChanged('Viktor', 'Vikfor', part));
    assert.ok(isChanged('Viktor', 'Vikfor'));
    // People bear either.
    assert.ok(isChanged('Hansen', 'Hanson', part));
    assert.ok(isChanged('Clark', 'Clarke', part));
    assert.ok(isChanged('Viktor', 'Vikfor', { ...part, recurs: true }));
  });

  it('takes letters of another script, or a capital behind a small one, for a slip', () => {
    assert.ok(!isChanged('Полтава', 'Полpава'));
    assert.ok(!isChanged('Kestrin', 'cKestrin'));
  });

  it('takes a word divided or joined for the same', () => {
    assert.ok(!isChanged('Nor way', 'Norway'));
    assert.ok(!isChanged('nothing', 'no thing'));
  });

  it('lets what was cut off with a whole clause turn nothing over', () => {
    const removed = ['in', 'July'].map((one) => word(one));
    const added = [word('yesterday')];
    assert.ok(changesStatement([{ removed, added, isCutOff: false }]));
    assert.ok(!changesStatement([{ removed, added, isCutOff: true }]));
  });
});
