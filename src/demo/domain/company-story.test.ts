import { describe, expect, it } from 'vitest';
import { CHANNELS } from './company/channels.ts';
import { companyStory } from './company-story.ts';
import { demoPlan } from './plan.ts';

describe('companyStory', () => {
  const plan = demoPlan({ endsOn: '2026-11-21', language: 'es', accounts: 120 });
  const { rows, messages, truth, fxRates } = companyStory(plan);

  it('is the same to the byte for the same plan', () => {
    expect(JSON.stringify(companyStory({ ...plan }))).toBe(JSON.stringify({ rows, messages, truth, fxRates }));
  });

  it('spends on every channel, month by month, within the simulated time', () => {
    const spend = rows.filter(({ file }) => file === 'spend').map(({ values }) => values);
    expect(new Set(spend.map(({ channel }) => channel))).toEqual(new Set(CHANNELS.map(({ name }) => name.es)));
    expect(spend.every(({ from, to }) => from! >= truth.startsOn && to! <= truth.endsOn && from! <= to!)).toBe(true);
    expect(new Set(spend.map(({ line_id }) => line_id)).size).toBe(spend.length);
  });

  it('has onlookers of every depth, of whom little is known and nobody ever signs in', () => {
    const furthest = Map.groupBy(truth.onlookers, ({ stages }) => stages.at(-1)!.stage);
    expect([...furthest.keys()].sort()).toEqual(['captured', 'interested', 'reached']);
    expect(furthest.get('reached')!.length).toBeGreaterThan(furthest.get('interested')!.length);
    const told = rows.filter(({ file }) => file === 'accounts').map(({ values }) => values);
    expect(told.every(({ industry, employees }) => industry === undefined && employees === undefined)).toBe(true);
    const withoutCompany = messages.filter(
      ({ type, groupId, anonymousId }) => type === 'identify' && groupId === undefined && anonymousId?.startsWith('o-'),
    );
    expect(withoutCompany.length).toBeGreaterThan(0);
  });

  it('has strangers, robots and junk that name no account, and rates of both other currencies', () => {
    const strangers = messages.filter(({ anonymousId }) => !anonymousId!.startsWith('o-'));
    expect(strangers.every(({ groupId }) => groupId === undefined)).toBe(true);
    expect(messages.every(({ userId }) => userId === undefined)).toBe(true);
    expect(messages.some(({ context }) => String(context?.userAgent).includes('bot'))).toBe(true);
    expect(messages.some(({ traits }) => String(traits?.email).endsWith('mailinator.com'))).toBe(true);
    expect(Object.keys(fxRates)).toEqual(['USD', 'MXN']);
  });
});
