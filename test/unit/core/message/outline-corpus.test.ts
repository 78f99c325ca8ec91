import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageToJson } from '../../../../src/core/message/message-json';
import { outlineOf, type OutlineNode } from '../../../../src/core/message/outline';
import { parseFile } from '../../../../src/core/message/parse-file';
import { decodeText } from '../../../../src/core/text/decode';
import { SourceText } from '../../../../src/core/text/source-text';
import type { TextRange } from '../../../../src/core/text/text-range';

const shared = join(__dirname, '../../../../../shared');

function countNested(nodes: readonly OutlineNode[], outer: TextRange, place: string): number {
  let at = outer.start;
  let count = nodes.length;
  for (const { name, range, selectionRange, children } of nodes) {
    assert.ok(name, `${place}: a node without a name`);
    assert.ok(
      at <= range.start && range.start <= range.end && range.end <= outer.end,
      `${place}: ${name}`,
    );
    assert.ok(
      range.start <= selectionRange.start && selectionRange.end <= range.end,
      `${place}: ${name}`,
    );
    count += countNested(children, range, place);
    at = range.end;
  }
  return count;
}

describe('real archives', function () {
  this.timeout(60_000);
  for (const folder of ['seeds', ...archives()]) {
    it(`outlines every file of ${folder}, nested and inside the file`, function () {
      const path = join(shared, folder);
      if (!existsSync(path)) {
        console.log(`      skipped: ${folder} is not here`);
        return this.skip();
      }
      for (const name of readdirSync(path)) {
        const source = new SourceText(decodeText(readFileSync(join(path, name))).text);
        const parsed = parseFile(source, name);
        const nodes = outlineOf(source, parsed);
        const count = countNested(nodes, { start: 0, end: source.length }, `${folder}/${name}`);
        if (folder === 'seeds') assert.ok(count >= 20, `${count} symbols`);
        for (const message of parsed.messages) {
          const { parts } = messageToJson(source, message);
          for (const [at, part] of parts.entries())
            assert.ok(part.start >= (parts[at - 1]?.end ?? 0), `${folder}/${name}: ${part.kind}`);
        }
      }
    });
  }
});

function archives(): string[] {
  const corpus = join(shared, 'corpus');
  if (!existsSync(corpus)) return ['corpus'];
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((one) => one.isDirectory());
  return folders.map(({ name }) => `corpus/${name}`);
}
