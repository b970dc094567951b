import { hash53 } from '#kernel/hash.ts';

/** A stream of numbers that looks random and is the same for the same seed and name. */
export interface Random {
  /** In [0, 1), with 32 bits. */
  next(): number;
  /** A whole number from 0 to `below` − 1. */
  int(below: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
  between(from: number, to: number): number;
  /** Normally distributed around 0 with deviation 1. */
  normal(): number;
  /** Waiting time with this mean. */
  exponential(mean: number): number;
  /** Poisson distributed, for means up to some hundreds. */
  count(mean: number): number;
  /** Index of one of these weights, with a chance in proportion to it; -1 when all are 0. */
  weighted(weights: readonly number[]): number;
  /** The stream of this name below this one. It does not depend on how much was drawn here, nor does drawing from it change anything here. */
  of(...name: readonly (string | number)[]): Random;
}

/** The stream with this name: equal names give equal numbers. */
export const randomOf = (seed: number, ...name: readonly (string | number)[]): Random => stream([seed, ...name].join('/'));

// sfc32 of Chris Doty-Humphrey (PractRand), 32 bits a draw: fast where there are no 64-bit integers.
const stream = (path: string): Random => {
  const start = hash53(path);
  let a = start >>> 0;
  let b = Math.floor(start / 2 ** 32) | 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();
  const exponential = (mean: number): number => -mean * Math.log(1 - next());
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    pick: (items) => items[int(items.length)]!,
    chance: (probability) => next() < probability,
    between: (from, to) => from + next() * (to - from),
    // Box and Muller; the second value of the pair is thrown away for the sake of plain streams.
    normal: () => Math.sqrt(exponential(2)) * Math.cos(2 * Math.PI * next()),
    exponential,
    count: (mean) => {
      // Waiting times add up until one unit is full.
      let events = 0;
      for (let waited = exponential(1); waited < mean; waited += exponential(1)) events += 1;
      return events;
    },
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      let last = -1;
      for (let index = 0; index < weights.length; index++) {
        if (weights[index]! <= 0) continue;
        last = index;
        left -= weights[index]!;
        if (left < 0) break;
      }
      return last;
    },
    of: (...name) => stream(`${path}/${name.join('/')}`),
  };
};
