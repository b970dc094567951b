import { describe, expect, it } from 'vitest';
import { begun, begunInPieces } from './begun.ts';

describe('begun work', () => {
  it('tells its fault to whoever awaits it, however late', async () => {
    const work = begun(Promise.reject(new Error('no')));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(work).rejects.toThrow('no');
  });

  it('begins in pieces, in order, without waiting for their ends', async () => {
    const seen: (readonly number[])[] = [];
    const ends: (() => void)[] = [];
    const pieces = await begunInPieces([1, 2, 3, 4, 5], 2, (piece) => {
      seen.push(piece);
      return new Promise<number>((resolve) => ends.push(() => resolve(piece.length)));
    });
    expect(seen).toEqual([[1, 2], [3, 4], [5]]);
    for (const end of ends) end();
    expect(await Promise.all(pieces)).toEqual([2, 2, 1]);
  });
});
