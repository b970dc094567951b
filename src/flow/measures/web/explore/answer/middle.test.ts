import { expect, it } from 'vitest';
import { middleOf } from './middle.ts';

it('finds the place of the median, and none of nothing', () => {
  expect([middleOf([5, 1, 1]), middleOf([1, 1, 5]), middleOf([0, 2]), middleOf([0, 0]), middleOf([])]).toEqual([0, 2, 1, null, null]);
});
