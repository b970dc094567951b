import { describe, expect, it } from 'vitest';
import { taskRank, urgency, valueAtStake } from './task-rank.ts';

const TODAY = '2026-05-10';

describe('the rank of a task', () => {
  it('is urgent by half-lives of 14 days, between 1/8 and 2', () => {
    expect(['2026-05-10', '2026-05-24', '2026-04-26', '2026-03-01', '2026-06-21', '2030-01-01'].map((due) => urgency(due, TODAY))).toEqual([
      1, 0.5, 2, 2, 0.125, 0.125,
    ]);
  });

  it('weighs a year of revenue, never less than nothing', () => {
    expect([50_000, 0, null, -100].map(valueAtStake)).toEqual([600_000, 0, 0, 0]);
    expect(taskRank({ valueMinor: 600_000, dueOn: '2026-05-24' }, TODAY)).toBe(305_000);
  });

  it('orders what has no revenue by its date, and tells nothing of money to who may not know it', () => {
    const rank = (dueOn: string) => taskRank({ valueMinor: 0, dueOn }, TODAY);
    expect(rank('2026-05-09')).toBeGreaterThan(rank('2026-05-12'));
    expect(taskRank({ valueMinor: null, dueOn: '2026-05-24' }, TODAY)).toBe(0.5);
  });
});
