/** Builds the bundles and the gazetteer. `--production` minifies, `--watch` rebuilds on change. */
import { execFileSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { loadOnFirstUse } from './scripts/load-on-first-use.mjs';

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

const bundles = [
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    plugins: [loadOnFirstUse],
  },
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
