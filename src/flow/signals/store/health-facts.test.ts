import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateOf, daysBetween, startOfDate } from '#kernel/calendar.ts';
import type { FactDraft } from '#kernel/fact.ts';
import type { HealthFacts } from '../domain/health/health-inputs-at.ts';
import { type OpenSignals, openSignals } from '../testing/open-signals.ts';
import { accountScope } from './account-scope.ts';
import { healthFacts, heardBy } from './health-facts.ts';

const ZONE = 'Pacific/Auckland';
const day = (n: number): string => addDays('2026-01-01', n);
const HOUR = 3_600_000;
const NOW = startOfDate(day(300), ZONE) + 12 * HOUR;

let open: OpenSignals;
beforeAll(async () => {
  open = await openSignals(NOW, { timeZone: ZONE });
  await open.addAccounts([{ num: 1 }, { num: 2 }]);
});
afterAll(() => open.close());

/** What the store counts, counted plainly from the facts known by the end of a local day. */
const countedOn = (facts: readonly FactDraft[], account: number, today: string): Partial<HealthFacts> => {
  const end = Math.min(startOfDate(addDays(today, 1), ZONE), NOW + 1);
  const known = facts.filter((fact) => fact.account === account && fact.at < end && fact.known < end);
  const age = (fact: FactDraft): number => daysBetween(dateOf(fact.at, ZONE), today);
  const named = (...events: readonly string[]) => known.filter((fact) => events.includes(fact.event));
  const within = (some: readonly FactDraft[], from: number, to: number) => some.filter((fact) => age(fact) >= from && age(fact) < to);
  const use = named('feature_used', 'screen_viewed');
  const sum = (some: readonly FactDraft[], key: string, least: number) =>
    some.filter((fact) => fact.event === 'feature_used').reduce((total, fact) => total + (Number(fact.props?.[key]) || least), 0);
  const different = (some: readonly FactDraft[], of: (fact: FactDraft) => unknown) => new Set(some.map(of)).size;
  const featured = (some: readonly FactDraft[]) => some.filter((fact) => fact.props?.feature);
  const [recent, usual] = [within(use, 0, 28), within(use, 28, 112)];
  const tickets = Map.groupBy(named('ticket_opened', 'ticket_closed', 'ticket_escalated'), (fact) => fact.subject);
  const opened = [...tickets.values()].filter((own) => own.some((fact) => fact.event === 'ticket_opened'));
  const isOpen = (own: readonly FactDraft[]) => !own.some((fact) => fact.event === 'ticket_closed');
  const openedAge = (own: readonly FactDraft[]) => age(own.find((fact) => fact.event === 'ticket_opened')!);
  const isUrgent = (own: readonly FactDraft[]) =>
    own.some((fact) => fact.event === 'ticket_escalated' || (fact.event === 'ticket_opened' && fact.props?.priority === 'urgent'));
  const ratings = within(named('ticket_rated'), 0, 180);
  const failed = within(named('payment_failed'), 0, 60);
  const contact = known.filter((fact) => use.includes(fact) || /^(call|meeting|email|note|ticket)_/.test(fact.event));
  const last = contact
    .map((fact) => dateOf(fact.at, ZONE))
    .sort()
    .at(-1);
  return {
    ...(recent.length + usual.length > 0 && {
      activeDays: different(recent, age),
      uses: sum(recent, 'count', 1),
      errors: sum(recent, 'errors', 0),
      features: different(featured(recent), (fact) => fact.props?.feature),
      activePeople: different(
        recent.filter((fact) => fact.person),
        (fact) => fact.person,
      ),
      usualDays: different(usual, age),
      usualUses: sum(usual, 'count', 1),
      usualFeatures: different(featured(usual), (fact) => `${fact.props?.feature} ${Math.floor(age(fact) / 28)}`),
    }),
    ...(opened.some((own) => isOpen(own) || openedAge(own) < 90) && {
      openTickets: opened.filter(isOpen).length,
      urgentTickets: opened.filter((own) => openedAge(own) < 90 && isUrgent(own)).length,
    }),
    ...(ratings.length > 0 && {
      satisfaction: ratings.reduce((total, fact) => total + Number(fact.props?.score), 0) / ratings.length,
      ratedKnown: Math.max(...ratings.map((fact) => fact.known)),
    }),
    ...(failed.length > 0 && { failedPayments: failed.length }),
    ...(last !== undefined && { lastContactOn: last }),
  };
};

const use = fc.record({
  event: fc.constantFrom('feature_used', 'feature_used', 'screen_viewed'),
  person: fc.constantFrom(0, 7, 8),
  props: fc.record({ feature: fc.constantFrom('', 'export', 'report'), count: fc.constantFrom('', '3'), errors: fc.constantFrom('', '1') }),
});
const ticket = fc.record({
  event: fc.constantFrom('ticket_opened', 'ticket_closed', 'ticket_escalated'),
  subject: fc.constantFrom('t1', 't2', 't3'),
  props: fc.record({ priority: fc.constantFrom('low', 'urgent') }),
});
const other = fc.oneof(
  fc.constant({ event: 'payment_failed' }),
  fc.constant({ event: 'note_written' }),
  fc.record({ event: fc.constant('ticket_rated'), props: fc.record({ score: fc.constantFrom('1', '3', '5') }) }),
);
const story = fc.array(
  fc.record({
    account: fc.constantFrom(1, 2),
    on: fc.integer({ min: 0, max: 300 }),
    hour: fc.integer({ min: 0, max: 23 }),
    late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
    told: fc.oneof({ weight: 5, arbitrary: use }, { weight: 2, arbitrary: ticket }, { weight: 2, arbitrary: other }),
  }),
  { minLength: 1, maxLength: 120 },
);

describe('the facts behind health', () => {
  it('are counted for many days at once as plainly day by day', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(story, fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 }), async (told, asked) => {
        run += 1;
        const ws = 1_000 + run;
        await open.addAccounts(
          [{ num: 1 }, { num: 2 }].map((one) => ({ ...one })),
          ws,
        );
        // A ticket is opened once.
        const facts = told
          .map(({ account, on, hour, late, told: { event, ...more } }, index): FactDraft => {
            const at = startOfDate(day(on), ZONE) + hour * HOUR;
            return { event, at, known: at + late * 24 * HOUR, source: 'import', account, key: `${run} ${index}`, ...more } as FactDraft;
          })
          .filter((fact, index, all) => {
            const same = (one: FactDraft) => one.event === fact.event && one.subject === fact.subject && one.account === fact.account;
            return fact.known <= NOW && (fact.subject === undefined || all.findIndex(same) === index);
          });
        await open.tell(facts, ws);
        const scope = await accountScope(open.postgres.db, ws, [1, 2]);
        const days = asked.map(day);
        const found = await healthFacts(open.clickhouse, { scope, days, zone: ZONE, asOf: NOW });
        for (const account of [1, 2]) {
          for (const one of days) expect(found(account, one), `${account} on ${one}`).toEqual(countedOn(facts, account, one));
        }
        const heard = await heardBy(open.clickhouse, { ws, days, zone: ZONE, asOf: NOW });
        for (const one of days) {
          const end = startOfDate(addDays(one, 1), ZONE);
          const newest = (test: RegExp) =>
            facts
              .filter((fact) => test.test(fact.event) && fact.known < end)
              .reduce<number | null>((max, fact) => Math.max(max ?? 0, fact.known), null);
          expect(heard.get(one)).toEqual({
            use: newest(/^(feature_used|screen_viewed)$/),
            tickets: newest(/^ticket_/),
            subscriptions: null,
            payments: newest(/^payment_/),
            contact: newest(/^(feature_used|screen_viewed|note_written|ticket_\w+)$/),
          });
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
