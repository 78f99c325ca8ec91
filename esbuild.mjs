/** Builds the bundles and the gazetteer. `--production` minifies, `--watch` rebuilds on change. */
import { execFileSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { buildWithFirstUse } from './scripts/load-on-first-use.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

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

const extension = {
  ...shared,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  platform: 'node',
  mainFields: ['module', 'main'],
  external: ['vscode'],
};

const others = [
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
  // In one piece: what is loaded when does not matter while developing.
  for (const bundle of [extension, ...others]) await (await esbuild.context(bundle)).watch();
} else {
  await buildWithFirstUse(extension);
  await Promise.all(others.map((bundle) => esbuild.build(bundle)));
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-gazetteer.ts'], {
    stdio: 'inherit',
  });
  await copyFile('src/core/entity/recogniser/recogniser.json', 'dist/recogniser.json');
}
