import { describe, expect, it } from 'vitest';
import { IdeaDraft } from '#flow/measures/experiment-contracts.ts';
import type { KeeperFinding } from '../contracts.ts';
import { ideaOfFinding } from './idea-of-finding.ts';

const FINDING: KeeperFinding = {
  ...{ event: 'feature_used', feature: 'shift swap & more', times: 7, people: 2, withinDays: 14, kind: 'use', verdict: 'stands' },
  ...{ explainedBy: null, shown: 40, stayedWith: 30, stayedWithout: 20, z: 3, falseRate: 0.01, curve: [] },
  effect: { value: 0.2, low: 0.05, high: 0.35 },
};

describe('the idea of a finding', () => {
  it('is one that can be kept as it is, with the behaviour, the expected effect and the way back', () => {
    const draft = ideaOfFinding(FINDING, 180, { name: 'x'.repeat(300), hypothesis: 'If …', audience: 'New customers' });
    expect(IdeaDraft.parse(draft)).toEqual(draft);
    expect(draft).toMatchObject({
      behaviour: { event: 'feature_used', feature: 'shift swap & more', times: 7, people: 2, withinDays: 14 },
      effect: { value: 0.2, low: 0.05, high: 0.35 },
      ...{ unit: 'account', status: 'idea' },
    });
    const back = new URL(draft.origin ?? '', 'https://a.example');
    expect([back.pathname, ...back.searchParams.values()]).toEqual(['/activate', '180', 'feature_used~shift swap & more']);
  });
});
