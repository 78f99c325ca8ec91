import * as esbuild from 'esbuild';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/vscode/project';

/** Which extension host a bundle is for. */
export type Host = 'node' | 'browser';

const root = (path: string) => join(projectRoot, path);

/** In the browser nothing can be loaded beside the bundle, so mocha is in it, and Node's `assert` is replaced. */
const hosts: Readonly<Record<Host, esbuild.BuildOptions>> = {
  node: { mainFields: ['module', 'main'], external: ['vscode', 'mocha'] },
  browser: {
    external: ['vscode'],
    alias: { mocha: root('test/web/mocha.ts'), 'node:assert/strict': root('test/web/assert.ts') },
  },
};

/**
 * Bundles every `*.test.ts` of a folder (below `test`) into one module with `run()`; `grep` chooses among the
 * tests. Resolves to the module's absolute path.
 */
export async function bundleSuites(folder: string, host: Host, grep?: string): Promise<string> {
  const absolute = root(join('test', folder));
  const files = (await readdir(absolute)).filter((name) => name.endsWith('.test.ts')).sort();
  const imports = files.map((name) => `await import(${JSON.stringify(`./${name}`)});`);
  const outfile = root(join('dist/test', folder, 'index.js'));
  await esbuild.build({
    stdin: {
      contents: [
        `import { runMocha } from ${JSON.stringify(root('test/host/mocha-run'))};`,
        `const load = async () => { ${imports.join(' ')} };`,
        `export const run = () => runMocha(load, ${JSON.stringify(grep)});`,
      ].join('\n'),
      resolveDir: absolute,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host,
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...hosts[host],
  });
  return outfile;
}
