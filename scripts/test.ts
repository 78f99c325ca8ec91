/**
 * `npm test`: everything that has to hold, step by step; a step that fails does not hide the next ones. The last
 * line is the sum of all steps, `N passed, N failed`; a step without tests of its own counts as one.
 */
import { spawn } from 'node:child_process';
import { projectRoot } from './vscode/project';

/** npm scripts with their arguments. */
const steps: readonly (readonly string[])[] = [
  ['typecheck'],
  ['lint'],
  ['test:unit'],
  ['test:grammar'],
  ['test:host', '--version', 'oldest', '--version', 'newest'],
  ['test:multi-root', '--version', 'newest'],
  ['test:web'],
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

async function main(): Promise<void> {
  const results: { name: string; counts: Counts; seconds: number }[] = [];
  for (const [name = '', ...args] of steps) {
    console.log(`\n— ${[name, ...args].join(' ')}`);
    const begin = Date.now();
    const { code, output } = await runScript(name, args);
    const seconds = Math.round((Date.now() - begin) / 1000);
    results.push({ name, counts: countTests(code, output), seconds });
  }
  console.log('');
  let passed = 0;
  let failed = 0;
  for (const { name, counts, seconds } of results) {
    console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
    passed += counts.passed;
    failed += counts.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

function runScript(
  name: string,
  args: readonly string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', name, '--', ...args], {
      cwd: projectRoot,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Counts of a runner's own last line, or of mocha's summary. */
function countTests(code: number, output: string): Counts {
  const own = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const mocha = [/^\s*(\d+) passing\b/m, /^\s*(\d+) failing\b/m].map((pattern) =>
    pattern.exec(output),
  );
  const passed = Number(own?.[1] ?? mocha[0]?.[1] ?? 0);
  const failed = Number(own?.[2] ?? mocha[1]?.[1] ?? 0);
  if (code !== 0 && failed === 0) return { passed, failed: 1 };
  return passed + failed === 0 ? { passed: 1, failed: 0 } : { passed, failed };
}

void main();
