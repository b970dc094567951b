import { expect, it } from 'vitest';
import { type Judged, previewOf } from './formula-preview.ts';

const one = (id: string, now: readonly [string, number | null], tried: readonly [string, number | null]): Judged => ({
  kind: 'account',
  id,
  name: id,
  now: { group: now[0], score: now[1] },
  tried: { group: tried[0], score: tried[1] },
});

it('counts the groups in their order and lists who changes, the largest difference first', () => {
  const preview = previewOf(
    [
      one('a', ['good', 80], ['good', 75]),
      one('b', ['good', 72], ['watch', 69]),
      one('c', ['watch', 60], ['bad', 20]),
      one('d', ['unknown', null], ['watch', 50]),
    ],
    ['good', 'watch', 'bad', 'unknown', 'never'],
  );
  expect(preview.groups).toEqual([
    { group: 'good', now: 2, tried: 1 },
    { group: 'watch', now: 1, tried: 2 },
    { group: 'bad', now: 0, tried: 1 },
    { group: 'unknown', now: 1, tried: 0 },
  ]);
  expect(preview.changed.map(({ id }) => id)).toEqual(['d', 'c', 'b']);
  expect([preview.sampled, preview.changedTotal]).toEqual([4, 3]);
});
