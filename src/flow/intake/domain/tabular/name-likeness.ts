import { nameWords, plainKey } from './name-words.ts';
import { nearestWord } from './nearest-word.ts';

/** How alike are the name of a column and one of a field's names (0 … 1)? `around` are words that go without saying, such as 'account' in a file of accounts. */
export function nameLikeness(column: string, candidate: string, around: ReadonlySet<string>): number {
  const [left, right] = [plainKey(column), plainKey(candidate)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const [mine, theirs] = [stems(column), stems(candidate)];
  if (sameWords(mine, theirs)) return 0.95;
  if (sameWords(without(mine, around), without(theirs, around))) return 0.9;
  if (left.length >= 6 && nearestWord(left, [right]) !== null) return 0.8;
  return Math.max(overlap(mine, theirs), contained(left, right));
}

/** The words of a name in the singular, the shared currency of comparison. */
export function stems(name: string): readonly string[] {
  return nameWords(name).map((word) => word.replace(/(?<=[a-z]{3})ies$/, 'y').replace(/(?<=[a-z]{3})(?<!s)s$/, ''));
}

function without(words: readonly string[], around: ReadonlySet<string>): readonly string[] {
  return words.filter((word) => !around.has(word));
}

function sameWords(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && left.length === right.length && left.every((word) => right.includes(word));
}

function overlap(left: readonly string[], right: readonly string[]): number {
  const shared = left.filter((word) => right.includes(word)).length;
  return (0.8 * shared) / new Set([...left, ...right]).size;
}

// Chinese names are not divided by blanks: 公司名称 holds 名称.
function contained(left: string, right: string): number {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return /\p{Script=Han}{2}/u.test(short) && long.includes(short) ? 0.5 + (0.3 * short.length) / long.length : 0;
}
