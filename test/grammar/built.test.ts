import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarText } from '../../scripts/grammar/grammar';

describe('grammar: file', () => {
  it('is what the rules in scripts/grammar give', () => {
    const file = join(__dirname, '../../syntaxes/archive-message.tmLanguage.json');
    const same = readFileSync(file, 'utf8') === grammarText();
    assert.ok(same, 'run `npm run build:grammar`');
  });
});
