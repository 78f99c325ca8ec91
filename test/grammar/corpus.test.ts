import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { INITIAL } from 'vscode-textmate';
import { loadGrammar } from './tokenize';

const shared = join(__dirname, '../../../shared');

function textFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(txt|eml|mbox|rlug)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('grammar: real archives', function () {
  this.timeout(120_000);
  const files = ['corpus', 'seeds'].flatMap((folder) => textFiles(join(shared, folder)));
  if (files.length === 0) console.log('skipped: no ../shared/corpus and ../shared/seeds here');

  it('gives every character of every file to a token', async () => {
    const grammar = await loadGrammar();
    for (const file of files) {
      let stack = INITIAL;
      const lines = readFileSync(file, 'latin1')
        .split(/\r\n|\r|\n/)
        .slice(0, 1000);
      for (const [index, line] of lines.entries()) {
        const result = grammar.tokenizeLine(line, stack);
        stack = result.ruleStack;
        assert.ok(!result.stoppedEarly, `${file}:${index + 1} stopped early`);
        let end = 0;
        for (const token of result.tokens) {
          assert.equal(token.startIndex, end, `${file}:${index + 1} has a gap`);
          end = token.endIndex;
        }
        assert.ok(end >= line.length, `${file}:${index + 1} ends early`);
      }
      assert.ok(stack.depth < 20, `${file}: rules pile up to ${stack.depth}`);
    }
  });
});
