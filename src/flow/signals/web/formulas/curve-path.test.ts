import { expect, it } from 'vitest';
import { curvePath } from './curve-path.ts';

it('runs flat, then along the corners, then flat again', () => {
  const path = curvePath(
    [
      { at: 0, score: 1 },
      { at: 10, score: 0 },
    ],
    { width: 50, height: 21 },
  );
  expect(path).toBe('M0.0 1.0L5.0 1.0L45.0 21.0L50.0 21.0');
});
