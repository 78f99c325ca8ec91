import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildGazetteer } from '../../../../scripts/build-gazetteer';
import { findMentions } from '../../../../src/core/entity/find-mentions';
import { loadGazetteer } from '../../../../src/core/entity/gazetteer/gazetteer';
import { EntityRegistry } from '../../../../src/core/entity/registry';
import { SourceText } from '../../../../src/core/text/source-text';
import { model } from './recogniser/recogniser-model';

const registry = new EntityRegistry([], loadGazetteer(buildGazetteer()));
const fixture = join(__dirname, '../../../fixtures/entities/ambiguous-names.txt');
const sentences = readFileSync(fixture, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/ =>\s*/) as [text: string, expected: string]);

/** "written=id" or "written=type", with line breaks and quote marks folded. */
function found(text: string): string {
  return findMentions(new SourceText(text), registry, { recogniser: model })
    .map(({ text: written, entities: [entity], type }) => {
      const name = written.replace(/\s*\n[> ]*/g, ' ');
      return `${name}=${entity?.id ?? type}`;
    })
    .join(', ');
}

describe('names that may mean several things', () => {
  for (const [text, expected] of sentences)
    it(text, () => assert.equal(found(text.replaceAll('⏎', '\n')), expected));
});
