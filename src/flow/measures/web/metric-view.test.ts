import { describe, expect, it } from 'vitest';
import { intervalsFor, MetricView, partFromText, partToText, questionOf } from './metric-view.ts';

const here = { today: '2026-03-10', timeZone: 'America/New_York' };
const view = (change: object) => MetricView.parse(change);

describe('questionOf', () => {
  it('asks twelve months with the current one, by month', () => {
    expect(questionOf(view({}), here)).toMatchObject({ from: '2025-04-01', to: '2026-03-11', interval: 'month', asOf: null });
  });

  it('counts an as-of day to its end in the workspace’s zone, and ends there', () => {
    const asked = questionOf(view({ asOf: '2026-03-08' }), here);
    expect(asked.to).toBe('2026-03-09');
    // The clocks of New York went forward that day: it ended at 04:00 UTC.
    expect(asked.asOf).toBe(Date.parse('2026-03-09T04:00:00Z') - 1);
  });

  it('takes an interval that does not fit the range for the usual one', () => {
    expect(questionOf(view({ preset: '7d', interval: 'month' }), here).interval).toBe('day');
    expect(questionOf(view({ preset: 'all', interval: 'day' }), here).interval).toBe('quarter');
    expect(questionOf(view({ preset: '28d', interval: 'week' }), here).interval).toBe('week');
  });

  it('never asks for an empty range', () => {
    const asked = questionOf(view({ preset: 'custom', from: '2026-02-01', to: '2026-01-01' }), here);
    expect(asked).toMatchObject({ from: '2026-02-01', to: '2026-02-02' });
  });
});

describe('intervalsFor', () => {
  it('offers what gives a readable number of periods', () => {
    expect(intervalsFor({ from: '2026-01-01', to: '2026-01-08' })).toEqual(['day', 'week']);
    expect(intervalsFor({ from: '2010-01-01', to: '2026-01-01' })).toEqual(['month', 'quarter', 'year']);
  });
});

describe('partFromText', () => {
  it('reads back what partToText wrote', () => {
    for (const part of [
      { period: '2026-01-01', series: 'a~b' },
      { period: null, series: null },
    ])
      expect(partFromText(partToText(part))).toEqual(part);
  });

  it('opens nothing for a word that names no rows', () => {
    expect(partFromText('nonsense')).toBeNull();
    expect(partFromText(undefined)).toBeNull();
  });
});
