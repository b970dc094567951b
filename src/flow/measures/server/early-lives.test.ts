import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { plannedNames } from '../domain/tracking-plan/merged-names.ts';
import { insertFacts, type ToldFact } from '../store/testing/event-lines.ts';
import { subscriptionFact } from '../store/testing/subscription-facts.ts';
import { createEarlyLives } from './early-lives.ts';

const WS = 1;
const BEGAN = Date.UTC(2026, 0, 5, 9);
const DAY = 86_400_000;
const WORKSPACE = { ws: WS, timeZone: 'UTC', currency: 'EUR', weekStart: 1 };

const started = (account: number): ToldFact =>
  subscriptionFact(
    WS,
    {
      ...{ accountId: `a${account}`, subscriptionId: `s${account}`, sequence: 0, knownAt: BEGAN, currency: 'EUR' },
      phases: [{ from: '2026-01-05', to: null, mrrMinor: 10_000, plan: 'pro', seats: 3, trial: false }],
    },
    account,
  );
const did = (account: number, event: string, day: number): ToldFact => ({ ws: WS, event, account, person: account, at: BEGAN + day * DAY });

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  await insertFacts(clickhouse, [
    ...[started(1), started(2)],
    ...[did(1, 'invited', 1), did(1, 'Invite Sent', 2), did(2, 'Invite Sent', 3), did(2, 'debug', 1)],
  ]);
}, 120_000);
afterAll(() => clickhouse?.drop());

const countsWith = async (plan: Parameters<typeof plannedNames>[0]) => {
  const lives = createEarlyLives({ clickhouse, plannedNamesOf: async () => plannedNames(plan) });
  const { counts } = await lives(WORKSPACE, { asOf: BEGAN + 300 * DAY, horizonDays: 60, windows: [7] });
  return counts.map(({ event, times }) => [event, [...times]]);
};

it('counts what customers did at first under the names of the tracking plan', async () => {
  expect(await countsWith([])).toEqual([
    ['Invite Sent', [1, 1]],
    ['debug', [0, 1]],
    ['invited', [1, 0]],
  ]);
  const merged = { name: 'Invite Sent', mergedInto: 'invited', hidden: false };
  // A hidden name is nobody's behaviour, unless it counts as one that is shown.
  expect(
    await countsWith([
      { ...merged, hidden: true },
      { name: 'debug', mergedInto: null, hidden: true },
    ]),
  ).toEqual([['invited', [2, 1]]]);
});
