import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const report = join(mkdtempSync(join(tmpdir(), 'perennial-report-')), 'report.json');
const run = (args: readonly string[]): number => spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;

const checked = run(['scripts/check.ts']);
const built = run(['scripts/build-web.ts']);
const tested = run(['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);
process.exit(checked + built + tested === 0 && numPassedTests > 0 ? 0 : 1);
