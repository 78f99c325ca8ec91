import { buildSync } from 'esbuild';
import { projectRoot } from '../scripts/vscode/project';

/**
 * What modules of ours export, in one bundle as it is shipped: run module by module through the loader that
 * tests use they are only half as fast.
 *
 * @param paths modules below `src`, without their ending
 */
export function bundled<Exports>(...paths: readonly string[]): Exports {
  const { outputFiles } = buildSync({
    stdin: {
      contents: paths.map((path) => `export * from './src/${path}';`).join('\n'),
      resolveDir: projectRoot,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2022',
  });
  const module = { exports: {} };
  new Function('module', 'exports', outputFiles[0]!.text)(module, module.exports);
  return module.exports as Exports;
}
