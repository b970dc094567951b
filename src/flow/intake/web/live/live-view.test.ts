import { describe, expect, it } from 'vitest';
import { isNarrowed, LiveView, queryOf } from './live-view.ts';

describe('the view of live events', () => {
  it('asks only for what narrows it', () => {
    const open = LiveView.parse({ open: 'a-1', who: 'Lea', text: '  ' });
    expect([queryOf(open), isNarrowed(open)]).toEqual([{}, false]);
    const followed = LiveView.parse({ person: 'per_1', text: ' pdf ', only: 'refused', source: 'perennial-sdk@0.1.0' });
    expect(queryOf(followed)).toEqual({ person: 'per_1', text: 'pdf', only: 'refused', source: 'perennial-sdk@0.1.0' });
    expect(isNarrowed(followed)).toBe(true);
  });
});
