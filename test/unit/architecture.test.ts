import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** Which layer may import which (design section 2): downwards only. */
const allowed: Record<string, readonly string[]> = {
  core: ['core'],
  host: ['host', 'core'],
  features: ['features', 'host', 'core'],
  node: ['node', 'core'],
  commands: ['commands', 'node', 'core'],
};

describe('architecture', () => {
  for (const [layer, layers] of Object.entries(allowed)) {
    it(`${layer} imports only ${layers.join(', ')}`, () => {
      const folder = join(root, 'src', layer);
      for (const file of sources(folder)) {
        for (const match of readFileSync(file, 'utf8').matchAll(
          /\bfrom '([^']+)'|import\('([^']+)'\)/g,
        )) {
          const target = match[1] ?? match[2]!;
          const place = `${relative(root, file)} imports ${target}`;
          if (target.startsWith('.')) {
            const reached = relative(join(root, 'src'), join(dirname(file), target)).split(
              /[\\/]/,
            )[0]!;
            // The schemas are data that say what the files' keys mean.
            const isSchema = /\/schemas\/[\w.-]+\.json$/.test(target);
            assert.ok(isSchema || layers.includes(reached), place);
          } else {
            const node = target.startsWith('node:');
            assert.ok(target !== 'vscode' || layer === 'host' || layer === 'features', place);
            // What only Node can do stands apart; the composition root hands it in.
            const onNode = layer === 'commands' || layer === 'node';
            assert.ok(!node || onNode, place);
          }
        }
      }
    });
  }

  it('reaches the network in one place only', () => {
    const network =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|node:(?:https?|net|tls|dgram)\b/;
    const using = sources(join(root, 'src')).filter((file) =>
      network.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(
      using.map((file) => relative(root, file)),
      [join('src', 'host', 'wikidata-client.ts')],
    );
  });

  it('keeps every source file under 300 lines', () => {
    for (const file of sources(join(root, 'src'))) {
      const lines = readFileSync(file, 'utf8').split('\n').length;
      assert.ok(lines <= 300, `${relative(root, file)} has ${lines} lines`);
    }
  });
});
