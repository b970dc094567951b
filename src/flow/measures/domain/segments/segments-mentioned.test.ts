import { describe, expect, it } from 'vitest';
import { segmentsMentioned, usesBySegment, withOtherSegment } from './segments-mentioned.ts';

describe('where segments are used', () => {
  it('finds them in conditions, questions and breakdowns, once each', () => {
    const question = {
      filter: {
        all: [{ field: 'segment.sgm_a', op: 'is', value: true }, { not: { field: 'account.segment.sgm_b', op: 'is', value: true } }],
      },
      breakdown: { field: 'segment.sgm_a', top: 10 },
      metric: { by: 'segment.sgm_c+sgm_d' },
      name: 'A segment. of some',
    };
    expect(segmentsMentioned(question)).toEqual(['sgm_a', 'sgm_b', 'sgm_c', 'sgm_d']);
    expect(segmentsMentioned(null)).toEqual([]);
  });

  it('lists for each what names it, and nothing else', () => {
    const uses = usesBySegment([
      { kind: 'question', id: 'q', name: 'Q', of: { field: 'segment.sgm_a' } },
      { kind: 'play', id: 'p', name: 'P', of: ['segment.sgm_a'] },
      { kind: 'view', id: 'v', name: 'V', of: { field: 'plan' } },
    ]);
    expect([...uses]).toEqual([
      [
        'sgm_a',
        [
          { kind: 'question', id: 'q', name: 'Q' },
          { kind: 'play', id: 'p', name: 'P' },
        ],
      ],
    ]);
  });

  it('puts another in the place of one in fields and breakdowns, and changes nothing else', () => {
    const kept = {
      filter: { not: { field: 'account.segment.sgm_a', op: 'is', value: true } },
      by: 'segment.sgm_b+sgm_a+sgm_c',
      name: 'segment. sgm_a',
      list: ['segment.sgm_ab', 'segment.sgm_a', 5, null],
    };
    expect(withOtherSegment(kept, 'sgm_a', 'sgm_c')).toEqual({
      filter: { not: { field: 'account.segment.sgm_c', op: 'is', value: true } },
      by: 'segment.sgm_b+sgm_c',
      name: 'segment. sgm_a',
      list: ['segment.sgm_ab', 'segment.sgm_c', 5, null],
    });
  });
});
