import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSameName, type CaseRule } from '../../../../../src/core/entity/matching/same-name';
import { prepareFolding } from '../../../../../src/core/entity/matching/character-folding';

const rules: CaseRule[] = ['sensitive', 'insensitive', 'name'];

describe('isSameName', () => {
  before(prepareFolding);

  it('asks for the name’s capitals, and allows others at the start of words or throughout', () => {
    const isSame = (alias: string, text: string, rule: CaseRule) =>
      isSameName(alias, text, 0, text.length, rule);
    const written = [
      'Bank of York',
      'Bank Of York',
      'BANK OF YORK',
      'Bank oF York',
      'bank of york',
    ];
    const answers = (rule: CaseRule) => written.map((text) => isSame('Bank of York', text, rule));
    assert.deepEqual(answers('sensitive'), [true, false, false, false, false]);
    assert.deepEqual(answers('name'), [true, true, true, false, false]);
    assert.deepEqual(answers('insensitive'), [true, true, true, true, true]);
    assert.equal(isSame("Sana'a", "Sana'A", 'name'), false);
    assert.equal(isSame("Sana'a", "SANA'A", 'name'), true);
  });

  // What stands behind them sends the letters down the way for all scripts.
  it('judges letters of ASCII as it judges any others', () => {
    const letters = fc.constantFrom(...`aAbB1 -'\`.`);
    const pair = fc.array(
      fc.tuple(letters, fc.constantFrom('same', 'same', 'case', 'B', '\n', ' ')),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(pair, fc.constantFrom(...rules), (units, rule) => {
        const alias = units.map(([unit]) => unit).join('');
        const text = units
          .map(([unit, as]) => {
            const turned = unit === unit.toLowerCase() ? unit.toUpperCase() : unit.toLowerCase();
            return as === 'same' ? unit : as === 'case' ? turned : as;
          })
          .join('');
        assert.equal(
          isSameName(alias, text, 0, text.length, rule),
          isSameName(`${alias}É`, `${text}É`, 0, text.length + 1, rule),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
