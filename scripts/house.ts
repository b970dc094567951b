import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const BANNED = /^(utils?|helpers?|common|misc|manager|service|base|data|handler2)\.tsx?$/;
const LONGEST = 420;
// A contract is a list of shapes: it is read by searching, and cut only where its slice is.
const LONGEST_CONTRACT = 640;
const SLICE = /^src\/((flow|stages)\/[^/]+|demo)\//;
const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing[./]/.test(file);

/** Which rules of the house are broken by the files that git tracks? Rules that no ready-made linter knows. */
export const houseProblems = (root: string): readonly string[] => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  const sources = files.filter((file) => /^(src|sdk|scripts|tests|bench)\/.*\.tsx?$/.test(file));
  return [...rootProblems(files), ...sources.flatMap((file) => sourceProblems(file, readFileSync(join(root, file), 'utf8')))];
};

const rootProblems = (files: readonly string[]): readonly string[] => {
  const entries = new Set(files.map((file) => file.split('/')[0]));
  return entries.size > 24 ? [`the root has ${entries.size} entries; find each new one a room`] : [];
};

const sourceProblems = (file: string, text: string): readonly string[] => {
  const name = basename(file);
  const problems: string[] = [];
  const say = (problem: string) => problems.push(`${file}: ${problem}`);
  if (BANNED.test(name)) say('name it after its main export');
  if (name.endsWith('.ts') && !/^[a-z0-9]+(-[a-z0-9]+)*(-CN)?(\.[a-z]+)*\.ts$/.test(name)) say('name it in kebab-case');
  const longest = /^([a-z]+-)?contracts\.ts$/.test(name) ? LONGEST_CONTRACT : LONGEST;
  if (text.split('\n').length > longest && !isTest(file)) say(`longer than ${longest} lines: split it by idea`);
  if (/\bexport default\b/.test(text) && !/\.(config|d)\.ts$/.test(name)) say('export by name');
  if (isTest(file)) return problems;
  if (
    SLICE.test(file) &&
    !file.includes('/store/') &&
    /^import (?!type\b)[^;]*['"]#platform\/postgres\.ts['"]/m.test(text.replace(/import \{\s*type [^}]*\}/g, 'import type {}'))
  ) {
    say('only store/ speaks SQL: import types of #platform/postgres.ts with “import type”, and call a store');
  }
  if (/@ts-(ignore|expect-error)|oxlint-disable/.test(text) && !file.startsWith('scripts/'))
    say('mend what the tool points at instead of silencing it');
  return problems;
};
