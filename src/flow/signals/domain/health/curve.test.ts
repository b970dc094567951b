import { describe, expect, it } from 'vitest';
import { fullScoreAt, scoreOn } from './curve.ts';

describe('a curve', () => {
  const curve = [
    { at: 0, score: 0 },
    { at: 10, score: 1 },
    { at: 20, score: 1 },
  ];
  it('is straight between its points and flat outside', () => {
    expect([-5, 0, 2.5, 10, 15, 99].map((value) => scoreOn(curve, value))).toEqual([0, 0, 0.25, 1, 1, 1]);
  });
  it('knows from where on it is full', () => {
    expect(fullScoreAt(curve)).toBe(10);
    expect(fullScoreAt(curve.map((point) => ({ at: point.at, score: 1 - point.score })))).toBe(0);
  });
});
