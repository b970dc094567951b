import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { houseProblems } from './house.ts';

const ROOT = join(import.meta.dirname, '..');
const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);

interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** A check that looked at nothing proves nothing. */
  readonly sawSomething?: (output: string) => boolean;
}

const CHECKS: readonly Check[] = [
  { name: 'types', command: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'pure code', command: [bin('tsc'), '-p', 'tsconfig.pure.json'] },
  {
    name: 'format and lint',
    command: [bin('biome'), 'ci', '--colors=off', '--max-diagnostics=15', '--error-on-warnings', 'src', 'sdk', 'bench', 'tests', 'scripts'],
  },
  {
    name: 'promises',
    command: [bin('oxlint'), '--type-aware', '-A', 'all', '-D', 'typescript/no-floating-promises', 'src', 'sdk', 'bench', 'scripts'],
  },
  {
    name: 'import rules',
    command: [bin('depcruise'), 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
    sawSomething: (output) => Number(/(\d+) modules/.exec(output)?.[1] ?? 0) > 100,
  },
];

let failed = 0;
for (const { name, command, sawSomething } of CHECKS) {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
  const output = `${stdout}${stderr}`;
  const good = status === 0 && (sawSomething?.(output) ?? true);
  process.stdout.write(`${good ? 'ok  ' : 'FAIL'} ${name}\n${good ? '' : output}`);
  if (!good) failed += 1;
}
const problems = houseProblems(ROOT);
process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} house rules\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
process.exit(failed + problems.length === 0 ? 0 : 1);
