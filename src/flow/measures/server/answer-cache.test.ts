import { describe, expect, it } from 'vitest';
import { createAnswerCache } from './answer-cache.ts';

describe('the memory of answers', () => {
  it('works an answer out once for all who ask at the same time, and again after ten minutes', async () => {
    const cache = createAnswerCache<number>();
    let worked = 0;
    const work = async () => {
      worked += 1;
      return worked;
    };
    expect(await Promise.all([cache.get('a', 0, work), cache.get('a', 1, work), cache.get('b', 1, work)])).toEqual([1, 1, 2]);
    expect(await cache.get('a', 599_999, work)).toBe(1);
    expect(await cache.get('a', 600_000, work)).toBe(3);
  });

  it('keeps no failure', async () => {
    const cache = createAnswerCache<number>();
    await expect(cache.get('a', 0, () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(await cache.get('a', 1, async () => 7)).toBe(7);
  });

  it('forgets what was asked longest ago', async () => {
    const cache = createAnswerCache<number>();
    for (let i = 0; i < 500; i++) await cache.get(String(i), 0, async () => i);
    await cache.get('0', 0, async () => -1);
    await cache.get('one more', 0, async () => 1);
    expect(await cache.get('0', 0, async () => -1)).toBe(0);
    expect(await cache.get('1', 0, async () => -1)).toBe(-1);
  });
});
