import { build } from 'esbuild';
import { join } from 'node:path';

/**
 * Bundles a module of this folder as a program of its own, which can be started and killed.
 *
 * @returns the program's path in `folder`
 */
export async function buildProgram(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.cjs`);
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}
