/** Builds the bundles and the gazetteer. `--production` minifies, `--watch` rebuilds on change. */
import { execFileSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * Packages that only some files need: hand-edited YAML, archive pages. In Node each is a bundle of its
 * own, loaded when the first of its functions is called, so that activation does not pay for them.
 */
const onFirstUse = ['yaml', 'htmlparser2'];

/** @type {esbuild.Plugin} */
const loadedOnFirstUse = {
  name: 'loaded on first use',
  setup(build) {
    const filter = new RegExp(`^(?:${onFirstUse.join('|')})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'first-use' }));
    build.onResolve({ filter: /^\.\/[a-z0-9]+\.js$/, namespace: 'first-use' }, ({ path }) => ({
      path,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'first-use' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'default');
      const contents = names.map(
        (name) =>
          `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('./${path}.js').${name} });`,
      );
      return { contents: contents.join('\n') };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
  legalComments: 'none',
};

const bundles = [
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    plugins: [loadedOnFirstUse],
  },
  ...onFirstUse.map((name) => ({
    entryPoints: [name],
    outfile: `dist/${name}.js`,
    platform: 'node',
    mainFields: ['module', 'main'],
  })),
  {
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    external: ['vscode'],
  },
  {
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    mainFields: ['module', 'main'],
    banner: { js: '#!/usr/bin/env node' },
  },
].map((bundle) => ({ ...shared, ...bundle }));

if (watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-gazetteer.ts'], {
    stdio: 'inherit',
  });
  await copyFile('src/core/entity/recogniser/recogniser.json', 'dist/recogniser.json');
}
