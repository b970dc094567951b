import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactDraft } from '#kernel/fact.ts';
import { LIFE_STAGES } from '#kernel/stage-of-life.ts';
import { sql } from '#platform/postgres.ts';
import type { Health } from './contracts.ts';
import { defaultLifecycleRules } from './domain/lifecycle/default-rules.ts';
import { ledgerOf } from './domain/lifecycle/ledger.ts';
import { mrrStepsOf, type SubscriptionBelief, termStepsOf } from './domain/lifecycle/subscription-steps.ts';
import { believedOf, readLedgers } from './store/ledger.ts';
import { scoresBetween } from './store/scores.ts';
import { type OpenSignals, openSignals } from './testing/open-signals.ts';
import { ravenstack } from './testing/ravenstack.ts';

let open: OpenSignals;
const NOW = Date.parse('2025-01-01T12:00:00Z');
const sample = ravenstack();
const everybody = sample.accounts.map((account) => account.num);
const touched = everybody.map((num) => ({ num, pastFrom: null }));

beforeAll(async () => {
  open = await openSignals(NOW);
  await open.addAccounts(sample.accounts);
  await open.tell(sample.facts);
  await open.signals.react(open.workspace.ws, touched);
}, 120_000);
afterAll(() => open.close());

/** What the facts of an account say about its subscriptions, read without the store. */
const beliefsOf = (facts: readonly FactDraft[]): readonly SubscriptionBelief[] =>
  facts
    .filter((fact) => fact.event.startsWith('subscription_'))
    .map((fact) => ({
      subject: fact.subject!,
      known: fact.known,
      version: Number(fact.props!.v),
      currency: fact.props!.currency!,
      interval: fact.props!.interval as 'month',
      phases: JSON.parse(fact.props!.timeline!),
    }));

describe('RavenStack', () => {
  it('has the ledger that the reference makes of every single fact', async () => {
    const stored = await readLedgers(open.postgres.db, open.workspace.ws, everybody);
    const byAccount = Map.groupBy(sample.facts, (fact) => fact.account!);
    for (const num of everybody) {
      const facts = byAccount.get(num) ?? [];
      const expected = ledgerOf({
        facts: facts.map(({ event, at, known, subject = null, props = {} }) => ({ event, at, known, subject, props })),
        mrrSteps: mrrStepsOf(beliefsOf(facts), 'UTC', (mrrMinor) => mrrMinor),
        termEnds: termStepsOf(beliefsOf(facts), { zone: 'UTC', now: NOW, leastDays: 0 }),
        ...{ scores: [], attributes: [], rules: defaultLifecycleRules(), ruleVersion: 1, now: NOW, zone: 'UTC' },
      });
      const line = (move: (typeof expected)[number]) => `${move.enteredAt} ${move.stage} ${move.cause} ${move.knownFrom} ${move.knownTo}`;
      expect((stored.get(num) ?? []).map(believedOf).map(line), `account ${num}`).toEqual(expected.map(line));
    }
  });

  it('pays what the revenue reference says, to the cent', async () => {
    const { rows } = await sql<{ mrr: number; customers: number }>`
      select sum(mrr_minor)::bigint as mrr, count(*) filter (where customer_since is not null)::int as customers from account_figure`.execute(
      open.postgres.db,
    );
    // The close of December 2024 in measures/domain/revenue/ravenstack.test.ts.
    expect(rows[0]).toEqual({ mrr: 1_015_960_800, customers: 500 });
  });

  it('says nothing new when nothing is new', async () => {
    const versions = async () =>
      (
        await sql<{ xmin: string }>`select xmin::text from lifecycle_move union all select xmin::text from account_figure union all
        select xmin::text from account_mrr union all select xmin::text from score_day`.execute(open.postgres.db)
      ).rows.map((row) => row.xmin);
    const before = await versions();
    const again = await open.signals.react(open.workspace.ws, touched);
    expect(await versions()).toEqual(before);
    expect(again).toEqual(await open.signals.react(open.workspace.ws, touched));
    expect(again.entries.every((entry) => entry.at > NOW - 14 * 86_400_000 && LIFE_STAGES.includes(entry.stage))).toBe(true);
  });

  it('has a health for every day of its history, as judged on the day itself', async () => {
    // Half a year of the two, from the middle of the story: the rest is more of the same.
    open.clock.set(Date.parse('2023-07-15T12:00:00Z'));
    await open.signals.recomputeHistory(open.workspace.ws);
    const day = '2023-06-20';
    const kept = await scoresBetween(open.postgres.db, open.workspace.ws, { signal: 'health', accounts: everybody, from: day, to: day });
    expect(kept.size).toBeGreaterThan(50);
    // Judged again as if that day were today: nothing known later may have leaked into it.
    open.clock.set(Date.parse('2023-06-20T23:59:59.999Z'));
    for (const num of everybody.filter((one) => kept.has(one)).slice(0, 15)) {
      const health = (await open.call('getHealth', { params: { id: `acc_${num}` } })) as Health;
      expect([health.score, health.band]).toEqual([kept.get(num)![0]!.score, kept.get(num)![0]!.band]);
      expect(health.history.at(-1)).toMatchObject({ day, score: health.score });
    }
    open.clock.set(NOW);
  }, 180_000);
});
