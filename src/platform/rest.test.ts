import { expect, it } from 'vitest';
import { isTimeToGiveBack } from './rest.ts';

const MB = 1024 ** 2;

it('gives back what work has left behind, at rest and once', () => {
  expect(isTimeToGiveBack({ share: 0.01, bytes: 240 * MB, kept: 0 })).toBe(true);
  expect(isTimeToGiveBack({ share: 0.5, bytes: 240 * MB, kept: 0 })).toBe(false);
  expect(isTimeToGiveBack({ share: 0.01, bytes: 115 * MB, kept: 110 * MB })).toBe(false);
  expect(isTimeToGiveBack({ share: 0.01, bytes: 160 * MB, kept: 110 * MB })).toBe(true);
});
