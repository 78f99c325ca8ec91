import * as esbuild from 'esbuild';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/vscode/project';

/**
 * Bundles every `*.test.ts` of a folder (below `test`) into one module with `run()`.
 * Resolves to the module's absolute path.
 */
export async function bundleSuites(folder: string): Promise<string> {
  const absolute = join(projectRoot, 'test', folder);
  const files = (await readdir(absolute)).filter((name) => name.endsWith('.test.ts')).sort();
  const imports = files.map((name) => `await import(${JSON.stringify(`./${name}`)});`);
  const outfile = join(projectRoot, 'dist/test', folder, 'index.js');
  await esbuild.build({
    stdin: {
      contents: [
        `import { runMocha } from ${JSON.stringify(join(projectRoot, 'test/host/mocha-run'))};`,
        `const load = async () => { ${imports.join(' ')} };`,
        `export const run = () => runMocha(load, process.env.ARCHIVE_ANNOTATOR_GREP);`,
      ].join('\n'),
      resolveDir: absolute,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
