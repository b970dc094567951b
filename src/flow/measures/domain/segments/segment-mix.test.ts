import { describe, expect, it } from 'vitest';
import { segmentMix, segmentsOfBreakdown } from './segment-mix.ts';

const segment = (id: string, members: readonly number[]) => ({
  id,
  values: { of: 'account' as const, values: new Map(members.map((num) => [num, 'true'])), otherwise: 'false' },
});

describe('a breakdown by segments', () => {
  it('names them in its order, and none for an attribute', () => {
    expect(segmentsOfBreakdown('segment.sgm_a+sgm_b')).toEqual(['sgm_a', 'sgm_b']);
    expect(segmentsOfBreakdown('industry')).toEqual([]);
    expect(segmentsOfBreakdown(null)).toEqual([]);
  });

  it('puts everybody into one part: of each segment, of both, of none', () => {
    const { values, otherwise } = segmentMix([segment('a', [1, 2]), segment('b', [2, 3])]);
    expect([...values]).toEqual([
      [1, 'a'],
      [2, 'a+b'],
      [3, 'b'],
    ]);
    expect(otherwise).toBe('false');
  });

  it('is as a filter has it for one', () => {
    expect([...segmentMix([segment('a', [1])]).values]).toEqual([[1, 'true']]);
  });
});
