/**
 * Takes what only some files need out of the extension's bundle for Node: activation then neither reads
 * nor compiles it. Each group is a bundle of its own beside the extension's, required when the first of
 * its exports is used. (A browser's extension host cannot require a second file: there all is one.)
 */
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const messages = join(root, 'src/core/message');

/** Packages that only hand-edited YAML and archive pages need. */
const packages = ['yaml', 'htmlparser2'];
/** Parsing, outline and decoding of messages; what tells a message from other text stays outside. */
const messageModules = /^(?!detect$|token-ranges$|message$)/;
const namespace = 'on-first-use';

/** @type {esbuild.Plugin} */
export const loadOnFirstUse = {
  name: 'load on first use',
  setup(build) {
    const imported = new Set();
    build.onResolve({ filter: new RegExp(`^(?:${packages.join('|')})$`) }, ({ path }) => ({
      path,
      namespace,
      pluginData: { bundle: path, names: () => packageExports(path), prefix: '' },
    }));
    build.onResolve({ filter: /^\.\.?\/.*\bmessage\// }, ({ path, resolveDir }) => {
      const module = relative(messages, resolve(resolveDir, path));
      const isInside = !relative(messages, resolveDir).startsWith('..');
      if (isInside || module.startsWith('..') || !messageModules.test(module)) return undefined;
      imported.add(module);
      return {
        path: module,
        namespace,
        pluginData: {
          bundle: 'messages',
          names: () => moduleExports(join(messages, `${module}.ts`)),
          prefix: `${keyOf(module)}.`,
        },
      };
    });
    build.onResolve({ filter: /^\.\/[a-z0-9]+\.js$/, namespace }, ({ path }) => ({
      path,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace }, async ({ pluginData: { bundle, names, prefix } }) => {
      const getters = (await names()).map(
        (name) =>
          `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('./${bundle}.js').${prefix}${name} });`,
      );
      return { contents: getters.join('\n') };
    });
    build.onEnd(async () => {
      const { minify, sourcemap, target, logLevel, legalComments } = build.initialOptions;
      const shared = { minify, sourcemap, target, logLevel, legalComments, bundle: true };
      const options = {
        ...shared,
        format: 'cjs',
        platform: 'node',
        mainFields: ['module', 'main'],
      };
      const entry = [...imported]
        .sort()
        .map((module) => `export * as ${keyOf(module)} from './${module.replaceAll('\\', '/')}';`);
      await esbuild.build({
        ...options,
        stdin: { contents: entry.join('\n'), resolveDir: messages, loader: 'ts' },
        outfile: join(root, 'dist/messages.js'),
        plugins: [{ ...loadOnFirstUse, setup: packagesOnly }],
      });
      for (const name of packages) {
        await esbuild.build({
          ...options,
          entryPoints: [name],
          outfile: join(root, `dist/${name}.js`),
        });
      }
    });
  },
};

/** Within the bundle of messages the packages still are files of their own. */
function packagesOnly(build) {
  build.onResolve({ filter: new RegExp(`^(?:${packages.join('|')})$`) }, ({ path }) => ({
    path: `./${path}.js`,
    external: true,
  }));
}

function keyOf(module) {
  return module.replaceAll(/[^a-zA-Z0-9]/g, '_');
}

async function packageExports(name) {
  return Object.keys(await import(name)).filter((key) => key !== 'default');
}

/** The values that a module exports, without running it. */
async function moduleExports(path) {
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
  return Object.values(result.metafile.outputs)[0].exports;
}
