import { describe, expect, it } from 'vitest';
import { mapWithPauses } from './pauses.ts';

const busyFor = (ms: number): void => {
  for (const begun = performance.now(); performance.now() - begun < ms; );
};

describe('a computation with pauses', () => {
  it('makes the same as one without', async () => {
    expect(await mapWithPauses(new Set([3, 1, 2]), (n) => n * 2)).toEqual([6, 2, 4]);
    expect(await mapWithPauses([], String)).toEqual([]);
  });

  it('lets what waits go first', async () => {
    const done: string[] = [];
    const all = mapWithPauses([1, 2, 3, 4], (n) => {
      busyFor(6);
      done.push(`item ${n}`);
    });
    setImmediate(() => done.push('a request'));
    await all;
    expect(done.indexOf('a request')).toBeLessThan(done.indexOf('item 4'));
  });

  it('fails as its work does', async () => {
    const failing = mapWithPauses([1], () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
  });
});
