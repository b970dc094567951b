import { describe, expect, it } from 'vitest';
import { readDraft } from './draft.ts';
import { questionAt } from './explore-view.ts';
import { tellingSteps, viewWithSomething } from './first-view.ts';

const at = { today: '2026-11-23', timeZone: 'Europe/Madrid' };
const asked = (period: object = {}, unit = 'person') =>
  questionAt(readDraft({ kind: 'trend', unit, series: [{ events: [] }] })!, { preset: '90d', ...period }, at);
const usage = { first: Date.UTC(2023, 0, 1), last: Date.UTC(2024, 11, 31) };

describe('the first look', () => {
  it('goes to the last year in which something was done, then to accounts, and no further', () => {
    const year = { preset: 'custom', from: '2024-01-02', to: '2024-12-31' } as const;
    expect(viewWithSomething(asked(), usage, at.timeZone)).toEqual(year);
    expect(viewWithSomething(asked(year), usage, at.timeZone)?.q).toMatchObject({ kind: 'trend', unit: 'account' });
    expect(viewWithSomething(asked(year, 'account'), usage, at.timeZone)).toBeNull();
  });

  it('begins no earlier than the facts do', () => {
    const short = { first: Date.UTC(2024, 10, 5, 12), last: usage.last };
    expect(viewWithSomething(asked(), short, at.timeZone)).toMatchObject({ from: '2024-11-05' });
  });
});

describe('a funnel that nobody has said anything about', () => {
  const fact = (event: string, count: number, more: object = {}) => ({ event, count, last: usage.last, isRecord: false, ...more });

  it('begins with the two commonest things done by name lately, the commoner first', () => {
    const facts = [
      ...[fact('page_viewed', 900), fact('ticket.opened', 800, { isRecord: true }), fact('old', 700, { last: usage.first })],
      ...[fact('invited', 50), fact('report_viewed', 200), fact('exported', 90)],
    ];
    expect(tellingSteps(facts, usage.first + 1).map(({ events }) => events)).toEqual([['report_viewed'], ['exported']]);
    expect(tellingSteps(facts.slice(0, 4), usage.first + 1)).toEqual([]);
  });
});
