import { expect, it } from 'vitest';
import { movedTile } from './moved-tile.ts';

it('moves a tile by one place, and nothing beyond the ends', () => {
  expect([
    movedTile(['a', 'b', 'c'], 1, -1),
    movedTile(['a', 'b', 'c'], 1, 1),
    movedTile(['a', 'b'], 1, 1),
    movedTile(['a'], 0, -1),
  ]).toEqual([['b', 'a', 'c'], ['a', 'c', 'b'], ['a', 'b'], ['a']]);
});
