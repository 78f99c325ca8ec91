import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

const dist = join(__dirname, '..', '..', 'dist');
/** See scripts/load-on-first-use.mjs. */
const lazyBundles = ['messages', 'detection', 'annotations', 'entities', 'yaml', 'htmlparser2'];
const onDisk = /^(?:node:)?(?:fs|fs\/promises|child_process|worker_threads|https?|net)$/;
const nodeRequire = createRequire(__filename);

/** What was used of something that is named by its path: `workspace.fs.readFile`. */
type Report = (path: string) => void;

/**
 * Stands for the editor's API, whatever of it is asked for: everything in it can be called, constructed,
 * extended and gone through, and gives more of the same. There is no document, editor, folder or tab.
 */
function anything(path: string, report: Report, fixed: Record<string, unknown> = {}): unknown {
  const known = new Map<PropertyKey, unknown>();
  const target = function () {
    return undefined;
  };
  const proxy: unknown = new Proxy(target, {
    get(_target, key) {
      if (key === 'prototype') return target.prototype as unknown;
      if (key === 'then') return undefined;
      if (key === Symbol.iterator) return () => [][Symbol.iterator]();
      if (typeof key === 'symbol') return () => '';
      const inner = path === '' ? key : `${path}.${key}`;
      if (inner in fixed) return fixed[inner];
      if (!known.has(key)) known.set(key, anything(inner, report, fixed));
      return known.get(key);
    },
    set: (_target, key, value) => Boolean(known.set(key, value)),
    apply() {
      report(path);
      return anything(`${path}()`, report, fixed);
    },
    construct(_target, _args, made) {
      if (made === proxy) return anything(`new ${path}`, report, fixed) as object;
      // A class of ours that extends one of the editor's.
      return Object.create(made.prototype as object) as object;
    },
  });
  return proxy;
}

interface Loaded {
  readonly exports: { activate(context: unknown): unknown };
  /** Bundles of our own that were required, by name. */
  readonly bundles: string[];
  /** Calls that read a file, start a program or look for files. */
  readonly reads: string[];
  readonly vscode: unknown;
}

/** The built extension in a host that has no file, no document and no other bundle. */
function load(code: string): Loaded {
  const bundles: string[] = [];
  const reads: string[] = [];
  const isReading =
    /^workspace\.(?:fs\.|openTextDocument|findFiles|save)|^extensions\.getExtension\(\)\.activate/;
  const vscode = anything('', (path) => isReading.test(path) && reads.push(path), {
    'workspace.textDocuments': [],
    'workspace.workspaceFolders': [],
    'workspace.notebookDocuments': [],
    'window.visibleTextEditors': [],
    'window.activeTextEditor': undefined,
    'window.tabGroups.all': [],
  });
  const requireStub = (name: string): unknown => {
    if (name === 'vscode') return vscode;
    if (name.startsWith('.')) {
      bundles.push(name.replace(/^\.\/|\.js$/g, ''));
      return nodeRequire(join(dist, name));
    }
    return onDisk.test(name)
      ? anything(name, (path) => reads.push(path))
      : (nodeRequire(name) as unknown);
  };
  const module = { exports: {} as Loaded['exports'] };
  const run = new Script(`(function (require, module, exports, __dirname) {${code}\n})`, {
    filename: 'extension.js',
  }).runInThisContext() as (...args: unknown[]) => void;
  run(requireStub, module, module.exports, dist);
  return { exports: module.exports, bundles, reads, vscode };
}

async function activate({ exports, vscode }: Loaded): Promise<void> {
  const context = anything('context', () => undefined, {
    'context.subscriptions': [],
    'context.storageUri': undefined,
  });
  assert.ok(vscode);
  assert.ok(exports.activate(context));
  // What it began without waiting for it.
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('activation without an open document', () => {
  const code = readFileSync(join(dist, 'extension.js'), 'utf8');

  it('requires none of the bundles that are loaded on first use, and reads no file', async () => {
    const loaded = load(code);
    await activate(loaded);
    assert.deepEqual([loaded.bundles, loaded.reads], [[], []]);
  });

  it('would be seen to use each of them', async () => {
    for (const bundle of lazyBundles) {
      assert.ok(existsSync(join(dist, `${bundle}.js`)), bundle);
      const loaded = load(`${code}\n;void Object.keys(require("./${bundle}.js"));`);
      await activate(loaded);
      assert.deepEqual(loaded.bundles, [bundle]);
    }
  });

  it('would be seen to read a file', async () => {
    const { reads } = load(`${code}\n;require("fs").readFileSync("x");`);
    assert.deepEqual(reads, ['fs.readFileSync']);
    const opened = load(`${code}\n;require("vscode").workspace.openTextDocument("x");`);
    assert.deepEqual(opened.reads, ['workspace.openTextDocument']);
  });
});
