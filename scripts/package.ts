/**
 * `npm run package`: makes `archive-annotator-VERSION.vsix` and refuses one that is too large or holds a file that
 * does not belong to the product.
 */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, runProgram } from './vscode/project';
import { packagedFiles } from './packaged-files';
import { readJson } from './vscode/workspace-copy';

/**
 * In kilobytes (1000 bytes). A browser's extension host loads one file, which therefore also holds what Node loads on
 * first use.
 */
const limits = { vsix: 1500, 'dist/extension.js': 400, 'dist/extension.web.js': 800 };

async function main(): Promise<void> {
  const { name, version } = await readJson<Record<'name' | 'version', string>>(
    join(projectRoot, 'package.json'),
  );
  const vsix = join(projectRoot, `${name}-${version}.vsix`);
  await rm(vsix, { force: true });
  const options = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ];
  await runProgram('npx', ['vsce', 'package', ...options, '--out', vsix], { cwd: projectRoot });
  for (const file of await packagedFiles()) console.log(`${await kilobytes(file)} kB  ${file}`);
  const sizes = {
    vsix: await kilobytes(vsix),
    'dist/extension.js': await kilobytes('dist/extension.js'),
    'dist/extension.web.js': await kilobytes('dist/extension.web.js'),
  };
  for (const [file, limit] of Object.entries(limits) as [keyof typeof limits, number][]) {
    if (sizes[file] <= limit) continue;
    console.error(`${file} has ${sizes[file]} kB, more than ${limit} kB`);
    process.exitCode = 1;
  }
  console.log(`${sizes.vsix} kB  ${vsix}`);
}

async function kilobytes(path: string): Promise<number> {
  const { size } = await stat(path.startsWith(projectRoot) ? path : join(projectRoot, path));
  return Math.ceil(size / 100) / 10;
}

void main();
