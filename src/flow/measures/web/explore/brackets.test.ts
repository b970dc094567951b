import { describe, expect, it } from 'vitest';
import { bracketsFrom, bracketsText } from './brackets.ts';

describe('brackets', () => {
  it('are read as they are written', () => {
    expect(bracketsFrom('1-3, 4 – 7,8')).toEqual([
      [1, 3],
      [4, 7],
      [8, 8],
    ]);
    expect(bracketsText(bracketsFrom('0, 1-6')!)).toBe('0, 1-6');
  });

  it('are none when they run backwards or are no numbers', () => {
    expect([bracketsFrom('3-1'), bracketsFrom('a'), bracketsFrom('')]).toEqual([null, null, null]);
  });
});
