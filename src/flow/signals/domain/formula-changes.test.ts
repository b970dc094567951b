import { describe, expect, it } from 'vitest';
import { healthChanges, leadChanges } from './formula-changes.ts';
import { defaultHealthDefinition } from './health/default-health.ts';
import { defaultLeadDefinition } from './lead-score/default-lead-score.ts';

describe('what a version of a formula changed', () => {
  it('is nothing between equal ones, whatever their number', () => {
    const health = defaultHealthDefinition();
    expect(healthChanges(health, { ...health, version: 7 })).toEqual([]);
    const lead = defaultLeadDefinition();
    expect(leadChanges(lead, { ...lead, version: 7 })).toEqual([]);
  });

  it('names factors that came and went, and every field that differs', () => {
    const before = defaultHealthDefinition();
    const [first, second, ...rest] = before.factors;
    const after = { ...before, bands: { good: 80, watch: 40 }, factors: [{ ...second!, weight: 16 }, ...rest] };
    expect(healthChanges(before, after)).toEqual([
      { kind: 'changed', name: second!.name, field: 'weight', before: 15, after: 16 },
      { kind: 'changed', name: null, field: 'good', before: 70, after: 80 },
      { kind: 'removed', name: first!.name },
    ]);
    expect(healthChanges(after, before)[0]).toEqual({ kind: 'added', name: first!.name });
  });

  it('looks into the groups of a lead score', () => {
    const before = defaultLeadDefinition();
    const [group, ...others] = before.engagement;
    const [rule, ...rules] = group!.rules;
    const after = {
      ...before,
      fitShare: 0.4,
      engagement: [{ ...group!, halfLifeDays: 10, rules: [{ ...rule!, events: ['asked'], points: 1 }, ...rules] }, ...others],
    };
    expect(leadChanges(before, after).map((change) => (change.kind === 'changed' ? change.field : change.kind))).toEqual([
      'halfLifeDays',
      'points',
      'when',
      'fitShare',
    ]);
  });
});
