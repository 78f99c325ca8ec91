import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedFiles } from '../../scripts/packaged-files';

const root = join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Every string below a value of the manifest. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

/** Files that the manifest names, without `./`. */
const named = strings([manifest.contributes, manifest.main, manifest.browser, manifest.icon])
  .filter((text) => /^(\.\/|media\/)\S+\.\w+$/.test(text))
  .map((text) => text.replace(/^\.\//, ''));

describe('the manifest', () => {
  it('explains every %key% in package.nls.json, which has no other', () => {
    const path = join(root, 'package.nls.json');
    const texts = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    const keys = strings(manifest).flatMap((text) => /^%([^%]+)%$/.exec(text)?.[1] ?? []);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(texts).sort());
  });

  it('gives every command the category, a title and the prefix', () => {
    for (const { command, title, category } of manifest.contributes.commands ?? []) {
      assert.match(command, /^archiveAnnotator\.[a-zA-Z.]+$/);
      assert.ok(title, `${command} has no title`);
      assert.equal(category, 'Archive Annotator', command);
    }
  });

  it('lets keys reach what the buttons of rows do', () => {
    const items: { command: string; when: string; group: string }[] =
      manifest.contributes.menus['view/item/context'];
    const isInline = ({ group }: { group: string }) => group.startsWith('inline');
    for (const { command, when } of items.filter(isInline)) {
      const inMenu = items.some(
        (item) => !isInline(item) && item.command === command && item.when === when,
      );
      assert.ok(inMenu, `${command} (${when}) is in no context menu`);
    }
  });

  it('gives a key to one command where both could be meant', () => {
    const bindings: { key: string; mac?: string; when: string }[] =
      manifest.contributes.keybindings;
    for (const system of ['key', 'mac'] as const) {
      const taken = bindings.map((one) => `${one[system] ?? one.key} ${one.when}`);
      assert.equal(new Set(taken).size, taken.length);
    }
  });

  it('has no command in a menu of the editor whose only keys are those of a view', () => {
    const { keybindings, menus } = manifest.contributes;
    const isOfView = ({ when }: { when: string }) => when.includes('focusedView');
    const bindings: { command: string; when: string }[] = keybindings;
    const ofViews = bindings.filter(isOfView).map(({ command }) => command);
    assert.ok(ofViews.length > 0);
    for (const menu of ['editor/context', 'archiveAnnotator.annotation']) {
      for (const { command } of menus[menu]) {
        const own = bindings.filter((one) => one.command === command && !isOfView(one));
        assert.ok(own.length > 0 || !ofViews.includes(command), `${menu}: ${command}`);
      }
    }
  });

  it('names only files that exist and are packaged, and packages nothing else', async () => {
    const files = await packagedFiles();
    const read = [
      ...readFileSync(join(root, 'src/host/shipped-names.ts'), 'utf8').matchAll(/'(\w+\.json)'/g),
    ].map(([, name]) => `dist/${name}`);
    assert.equal(read.length, 2);
    for (const file of [...named, ...read]) {
      assert.ok(files.includes(file), `${file} is not packaged`);
    }
    const strange = files.filter(
      (file) =>
        !/^(package(\.nls)?\.json|(README|CHANGELOG|THIRD_PARTY_NOTICES)\.md|LICENSE)$/.test(
          file,
        ) &&
        !/^dist\/((extension|extension\.web|messages|detection|annotations|entities|yaml|htmlparser2|cli)\.js|(gazetteer|recogniser)\.json)$/.test(
          file,
        ) &&
        !/^syntaxes\/[\w.-]+\.json$/.test(file) &&
        !/^schemas\/[\w.-]+\.json$/.test(file) &&
        !/^media\/[\w./-]+\.(svg|png|css|js|md)$/.test(file),
    );
    assert.deepEqual(strange, []);
  });
});
