import { expect, it } from 'vitest';
import { createRecent } from './recent.ts';

it('finds once while it is recent, and lets go of all that is older', async () => {
  const recent = createRecent<string>({ ms: 100, most: 10 });
  let found = 0;
  const find = async () => `found ${++found}`;
  expect(await Promise.all([recent.get('a', 0, find), recent.get('a', 99, find), recent.get('b', 50, find)])).toEqual([
    'found 1',
    'found 1',
    'found 2',
  ]);
  expect(await recent.get('c', 120, find)).toBe('found 3');
  expect(recent.size()).toBe(2);
  expect(await recent.get('a', 120, find)).toBe('found 4');
});

it('keeps no failure, and no more than it may', async () => {
  const recent = createRecent<number>({ ms: 100, most: 2 });
  await expect(recent.get('a', 0, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await recent.get('a', 0, async () => 1)).toBe(1);
  await recent.get('b', 0, async () => 2);
  await recent.get('c', 0, async () => 3);
  expect(recent.size()).toBe(1);
});
