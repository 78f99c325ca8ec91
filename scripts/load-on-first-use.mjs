/**
 * Takes what only some files need out of the extension's bundle for Node: activation then neither reads
 * nor compiles it. Each group is a bundle of its own beside the extension's, required when the first of
 * its exports is used. (A browser's extension host cannot require a second file: there all is one.)
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const namespace = 'on-first-use';

/** Packages that only hand-edited YAML and archive pages need. */
const packages = ['yaml', 'htmlparser2'];
const isPackage = new RegExp(`^(?:${packages.join('|')})$`);

/**
 * Folders of `src/core` that nothing needs before a message is open, without the modules that hold only
 * names and types. What tells whether a text is a message is needed for every text, most of which are none.
 */
const folders = [
  { bundle: 'messages', folder: 'message', outside: /^(?:detect|token-ranges|message)$/ },
  { bundle: 'detection', folder: 'message', outside: /^(?!detect$)/ },
  { bundle: 'annotations', folder: 'annotation', outside: /^annotation$/ },
  { bundle: 'entities', folder: 'entity', outside: /^entity$/ },
].map((group) => ({ ...group, path: join(root, 'src/core', group.folder), modules: new Set() }));

/**
 * Builds with these options, and every bundle that is loaded on first use beside the result.
 *
 * @param {esbuild.BuildOptions} options
 */
export async function buildWithFirstUse(options) {
  await esbuild.build({ ...options, plugins: [loadOnFirstUse()] });
  await shareEditorApi(options.outfile);
  const shared = { ...options, entryPoints: undefined, outfile: undefined, external: undefined };
  const built = new Map();
  // A group may be found to need more modules of another: again, until nothing new comes up.
  for (let settled = false; !settled;) {
    settled = true;
    for (const group of folders) {
      if (built.get(group) === group.modules.size) continue;
      built.set(group, group.modules.size);
      settled = false;
      const exports = [...group.modules]
        .sort()
        .map((module) => `export * as ${keyOf(module)} from './${module.replaceAll('\\', '/')}';`);
      await esbuild.build({
        ...shared,
        stdin: { contents: exports.join('\n'), resolveDir: group.path, loader: 'ts' },
        outfile: join(root, 'dist', `${group.bundle}.js`),
        plugins: [loadOnFirstUse(group)],
      });
    }
  }
  for (const name of packages) {
    await esbuild.build({ ...shared, entryPoints: [name], outfile: join(root, `dist/${name}.js`) });
  }
}

/**
 * Every module would make a copy of the editor's API for itself, hundreds of members each time: all use
 * the one object instead. It has no default export and nothing is written to it.
 */
async function shareEditorApi(outfile) {
  const code = await readFile(outfile, 'utf8');
  const shared = code
    .replaceAll(/\b[\w$]+\(require\("vscode"\)\)/g, 'editorApi')
    .replace(/^("use strict";)/, '$1const editorApi=require("vscode");');
  await writeFile(outfile, shared);
}

/** @returns {esbuild.Plugin} for the extension's bundle, or for that of one group */
function loadOnFirstUse(own) {
  return {
    name: 'load on first use',
    setup(build) {
      build.onResolve({ filter: isPackage }, ({ path }) => ({
        path,
        namespace,
        pluginData: { bundle: path, names: () => packageExports(path), prefix: '' },
      }));
      build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        if (kind === 'require-call') return { path, external: true };
        const target = resolve(resolveDir, path);
        const group = folders.find(
          ({ path: folder, outside }) =>
            isInside(folder, target) && !outside.test(relative(folder, target)),
        );
        if (!group || group === own || isInside(group.path, resolveDir)) return undefined;
        const module = relative(group.path, target);
        group.modules.add(module);
        const names = () => moduleExports(`${target}.ts`);
        const { bundle } = group;
        const pluginData = { bundle, names, prefix: `${keyOf(module)}.` };
        return { path: `${bundle}/${module}`, namespace, pluginData };
      });
      build.onLoad({ filter: /.*/, namespace }, async ({ pluginData }) => {
        const { bundle, names, prefix } = pluginData;
        const getters = (await names()).map(
          (name) =>
            `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('./${bundle}.js').${prefix}${name} });`,
        );
        return { contents: getters.join('\n') };
      });
    },
  };
}

function isInside(folder, path) {
  return !relative(folder, path).startsWith('..');
}

function keyOf(module) {
  return module.replaceAll(/[^a-zA-Z0-9]/g, '_');
}

async function packageExports(name) {
  return Object.keys(await import(name)).filter((key) => key !== 'default');
}

const knownExports = new Map();

/** The values that a module exports, without running it. */
async function moduleExports(path) {
  if (!knownExports.has(path)) {
    const result = await esbuild.build({
      entryPoints: [path],
      bundle: true,
      format: 'esm',
      write: false,
      metafile: true,
      outfile: 'exports.js',
      logLevel: 'silent',
      packages: 'external',
    });
    knownExports.set(path, Object.values(result.metafile.outputs)[0].exports);
  }
  return knownExports.get(path);
}
