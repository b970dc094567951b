/** A set of dense numbers, a bit each: half a million people are 63 kB, and joining two such sets takes microseconds. */
export interface NumSet {
  readonly words: Uint32Array;
}

const WORD = 32;

/** The set of these numbers. */
export const numSet = (nums: Iterable<number>): NumSet => {
  const list = Array.isArray(nums) || ArrayBuffer.isView(nums) ? (nums as ArrayLike<number>) : [...nums];
  let highest = 0;
  for (let i = 0; i < list.length; i += 1) highest = Math.max(highest, list[i]!);
  const words = new Uint32Array(Math.floor(highest / WORD) + 1);
  for (let i = 0; i < list.length; i += 1) words[list[i]! >>> 5]! |= 1 << (list[i]! & 31);
  return { words };
};

/** Is the number in the set? */
export const hasNum = ({ words }: NumSet, num: number): boolean => ((words[num >>> 5] ?? 0) & (1 << (num & 31))) !== 0;

/** Those that are in both. */
export const both = (a: NumSet, b: NumSet): NumSet => ({ words: a.words.map((word, i) => word & (b.words[i] ?? 0)) });

/** Those that are in one or the other. */
export const either = (a: NumSet, b: NumSet): NumSet => {
  const [long, short] = a.words.length >= b.words.length ? [a, b] : [b, a];
  return { words: long.words.map((word, i) => word | (short.words[i] ?? 0)) };
};

/** Those of `a` that are not in `b`. */
export const without = (a: NumSet, b: NumSet): NumSet => ({ words: a.words.map((word, i) => word & ~(b.words[i] ?? 0)) });

/** How many are in the set? */
export const sizeOf = ({ words }: NumSet): number => {
  let size = 0;
  for (const word of words) size += bitsOf(word);
  return size;
};

/** The numbers of the set in order, at most `limit`. */
export const numsOf = ({ words }: NumSet, limit = Number.POSITIVE_INFINITY): number[] => {
  const nums: number[] = [];
  for (let i = 0; i < words.length && nums.length < limit; i += 1)
    for (let rest = words[i]!; rest !== 0 && nums.length < limit; rest &= rest - 1) nums.push(i * WORD + 31 - Math.clz32(rest & -rest));
  return nums;
};

// How many bits of a word are set: Warren, Hacker's Delight, 5-1.
const bitsOf = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
