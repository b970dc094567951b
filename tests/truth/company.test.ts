import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountStory } from '#demo/index.ts';
import type { StageRule } from '#flow/signals/contracts.ts';
import { ACTIVATION_MILESTONE } from '#kernel/activation.ts';
import { addDays, periodOf, startOfDate } from '#kernel/calendar.ts';
import { startProduct, type TestProduct } from '../product.ts';
import { type BroughtCompany, bringCompany, type Wish } from './bring-company.ts';
import { countsByHand, knownStarts } from './early-counts.ts';
import { firstPaid, lostOf, monthsOf, movementsByMonth, mrrKnownOn, stagesAsTheProductSees } from './truth-sums.ts';

/** Short enough that a small company has customers on both sides. */
const HORIZON = 90;

/** Behaviours that are made the activation milestone. */
const MILESTONES = [
  { event: 'feature_used', feature: 'schedule', times: 4, people: 2 },
  { event: 'teammate_invited', feature: null, times: 3, people: 1 },
];

const WISHES: readonly Wish[] = [
  { seed: 11, accounts: 100, language: 'en', timeZone: 'America/New_York', currency: 'USD' },
  { seed: 12, accounts: 100, language: 'es', timeZone: 'Europe/Madrid', currency: 'EUR' },
  { seed: 13, accounts: 100, language: 'zh-CN', timeZone: 'Asia/Shanghai', currency: 'CNY' },
];

let product: TestProduct;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

describe.each(WISHES)('the company of seed $seed in $language', (wish) => {
  let company: BroughtCompany;
  beforeAll(async () => {
    company = await bringCompany(product, wish);
  }, 180_000);

  it('comes in whole: no row and no message is refused', async () => {
    expect(company.state).toMatchObject({ status: 'done', rejected: 0, error: null });
    const { rows } = await product.stores.postgres.pool.query<{
      file_name: string;
      failed: number;
      status: string;
      columns: { name: string; target: string | null }[];
    }>('select file_name, failed, status, columns from import where ws = $1', [company.workspace.ws]);
    expect(rows.filter(({ failed, status }) => failed > 0 || status !== 'done')).toEqual([]);
    // Its files name the fields of their kinds: no column is left out or kept as a custom field.
    expect(
      rows.flatMap(({ file_name, columns }) =>
        columns.filter(({ name, target }) => name !== target).map(({ name }) => `${file_name}: ${name}`),
      ),
    ).toEqual([]);
  });

  it('moves through the lifecycle on the very dates on which it happened', async () => {
    const moves = await company.movesOf(null);
    const { endsOn } = company.plan;
    const wrong = company.truths.flatMap((truth) => {
      // The simulated past ends yesterday; what today brings by itself, a renewal window for one, is not in it.
      const seen = (moves.get(truth.accountId) ?? []).filter(({ on }) => on <= endsOn);
      const told = seen.map(({ stage, on }) => `${stage} ${on}`);
      const expected = stagesAsTheProductSees(truth, seen).map(({ stage, on }) => `${stage} ${on}`);
      return JSON.stringify(told) === JSON.stringify(expected) ? [] : [{ account: truth.accountId, told, expected }];
    });
    expect(wrong).toEqual([]);
  });

  it('keeps onlookers where they stopped: reached, captured or interested', async () => {
    const moves = await company.movesOf(null);
    const wrong = company.onlookers.flatMap(({ accountId, stages }) => {
      const told = (moves.get(accountId) ?? []).map(({ stage, on }) => `${stage} ${on}`);
      const expected = stages.map(({ stage, on }) => `${stage} ${on}`);
      return JSON.stringify(told) === JSON.stringify(expected) ? [] : [{ accountId, told, expected }];
    });
    expect(wrong).toEqual([]);
  });

  it('pays and moves by month to the cent', async () => {
    const { plan, truths } = company;
    const months = monthsOf(plan);
    const { table } = await company.ask('grow.mrr_movements', { from: months[0], to: months.at(-1), interval: 'month' });
    expect(table?.rows.length).toBe(months.length - 1);
    const kinds = ['new', 'expansion', 'reactivation', 'contraction', 'churn'] as const;
    const told = (table?.rows ?? []).map((row) => kinds.map((kind) => Number(row[kind] ?? 0)));
    const movements = truths.flatMap((truth) => truth.movements);
    expect(told).toEqual(movementsByMonth(movements, months).map((month) => kinds.map((kind) => month[kind])));
    const { series } = await company.ask('grow.mrr', { from: months[0], to: months.at(-1), interval: 'month' });
    const closing = months
      .slice(1)
      .map((next) => truths.reduce((sum, truth) => sum + mrrKnownOn(truth, plan, { on: addDays(next, -1), known: null }), 0));
    expect(series[0]?.points.map((point) => point.value)).toEqual(closing);
  });

  it('activates, and keeps or loses its customers, as it did', async () => {
    const { plan, truths } = company;
    const months = monthsOf(plan);
    const customers = truths.filter((truth) => truth.lives.length > 0);
    const { series } = await company.ask('activate.activation_rate', { from: months[0], to: months.at(-1), interval: 'month' });
    const told = series[0]?.points.map((point) => [point.numerator ?? 0, point.denominator ?? 0]) ?? [];
    // Who still has time on the last day is in neither part.
    const elapsed = addDays(plan.endsOn, 1 - ACTIVATION_MILESTONE.withinDays);
    const expected = months.slice(0, -1).map((month) => {
      const started = customers.filter((truth) => periodOf(firstPaid(truth), 'month') === month && firstPaid(truth) <= elapsed);
      return [started.filter((truth) => truth.lives[0]!.activatedOn !== null).length, started.length];
    });
    expect(told).toEqual(expected);
    const churn = await company.ask('grow.logo_churn', { from: months[0], to: months.at(-1), interval: 'month' });
    expect(churn.series[0]?.points.map((point) => [point.numerator ?? 0, point.denominator ?? 0])).toEqual(
      months.slice(0, -1).map((month, index) => lostOf(truths, month, months[index + 1]!)),
    );
  });

  it('counts what customers did at first as they did it: those that it knows, with the planted behaviour and without', async () => {
    const { plan, workspace } = company;
    const stories = company.truths.map((truth) => accountStory(plan, truth.index));
    const starts = knownStarts(stories, plan, HORIZON);
    const behaviours = countsByHand(starts, plan, [14]).filter(
      ({ event, feature }) => event === 'teammate_invited' || (event === 'feature_used' && feature === 'schedule'),
    );
    expect(behaviours.map(({ event }) => event).sort()).toEqual(['feature_used', 'teammate_invited']);
    for (const { event, feature, times, people } of behaviours) {
      const behaviour = { event, feature, times: 3, people: event === 'feature_used' ? 2 : 1, withinDays: 14 };
      for (const part of ['with_stayed', 'with_left', 'without_stayed', 'without_left'] as const) {
        const { body } = await workspace.call<{ rows: readonly { name: string; times: number; people: number; startedOn: string }[] }>(
          'POST',
          `/api/v1/activation/keepers/accounts?horizonDays=${HORIZON}`,
          { behaviour, part },
        );
        const told = body.rows.map((row) => `${row.name} ${row.startedOn} ${row.times} ${row.people}`).sort();
        const expected = starts.flatMap(({ story, startedOn, stayed }, index) => {
          const shows = times[index]! >= behaviour.times && people[index]! >= behaviour.people;
          const isOfPart = part === `${shows ? 'with' : 'without'}_${stayed ? 'stayed' : 'left'}`;
          return isOfPart ? [`${story.truth.name} ${startedOn} ${times[index]} ${people[index]}`] : [];
        });
        expect([part, told]).toEqual([part, expected.sort()]);
      }
    }
  });

  it('knows by which channel each customer came', async () => {
    const { rows } = await product.stores.postgres.pool.query<{ id: string; channel: string }>(
      `select key.external_id as id, account.channel from account join account_key as key
       on key.ws = account.ws and key.account_num = account.num and key.source = 'demo' where account.ws = $1`,
      [company.workspace.ws],
    );
    const told = new Map(rows.map(({ id, channel }) => [id, channel]));
    expect(company.truths.map(({ accountId }) => [accountId, told.get(accountId)])).toEqual(
      company.truths.map(({ accountId, channelName }) => [accountId, channelName]),
    );
  });

  it.each([200, 60])('knows %i days back what could be known then, late and corrected facts included', async (days) => {
    const { plan, truths } = company;
    const on = addDays(plan.endsOn, -days);
    const asOf = startOfDate(addDays(on, 1), plan.timeZone) - 1;
    const { total } = await company.ask('grow.mrr', { from: addDays(on, -30), to: addDays(on, 1), interval: 'day', asOf });
    expect(total.value).toBe(truths.reduce((sum, truth) => sum + mrrKnownOn(truth, plan, { on, known: on }), 0));
    const then = await company.movesOf(asOf);
    const now = await company.movesOf(null);
    const wrong = truths.filter((truth) => {
      const believed = then.get(truth.accountId)?.at(-1)?.stage ?? null;
      const happened = (now.get(truth.accountId) ?? []).findLast((move) => move.at <= asOf)?.stage ?? null;
      return believed !== happened;
    });
    // What was heard of late was not known then: of use that came days after it happened, and of seats that were corrected.
    for (const truth of wrong) expect(isDoubtful(truth, on)).toBe(true);
    expect(wrong.length).toBeLessThanOrEqual(truths.length * 0.05);
  });

  it('counts as activated what the rule for Active counts, and moves accounts by it', async () => {
    const { event, feature, times, people } = MILESTONES[wish.seed % MILESTONES.length]!;
    const { plan, truths, workspace } = company;
    const { body } = await workspace.call<{ rules: readonly StageRule[] }>('GET', '/api/v1/lifecycle/rules');
    const where = feature === null ? null : { field: 'feature', op: 'is', value: feature };
    const trigger = { kind: 'fact', events: [event], where, times, people, withinDays: 14 };
    const rules = body.rules.map((rule) => (rule.stage === 'active' ? { ...rule, when: [trigger] } : rule));
    expect((await workspace.call('PUT', '/api/v1/lifecycle/rules', { rules, recompute: true })).status).toBe(200);
    await product.quiet();
    const customers = truths.filter((truth) => truth.lives.length > 0);
    const starts = customers.map((truth) => ({ startedOn: firstPaid(truth), story: accountStory(plan, truth.index) }));
    const counted = countsByHand(starts, plan, [14]).find((one) => one.event === event && one.feature === feature)!;
    const reached = customers.filter((_, index) => counted.times[index]! >= times && counted.people[index]! >= people);
    expect(reached.length).toBeGreaterThan(5);
    // The ledger: a customer in its first life was Active, or more than that, on the way.
    const moves = await company.movesOf(null);
    const active = customers.filter((truth) => {
      const end = truth.lives[0]!.to ?? '9999-12-31';
      return (moves.get(truth.accountId) ?? []).some(
        ({ stage, on }) => stage === 'active' && on <= addDays(firstPaid(truth), 14) && on < end,
      );
    });
    const expandedFirst = reached.filter((truth) => !active.includes(truth));
    expect(expandedFirst.length).toBeLessThan(3);
    expect(active.filter((truth) => !reached.includes(truth))).toEqual([]);
    // The activation rate: by the month of the first paid day, of those whose two weeks are over.
    const months = monthsOf(plan);
    const { series } = await company.ask('activate.activation_rate', { from: months[0], to: months.at(-1), interval: 'month' });
    const elapsed = addDays(plan.endsOn, 1 - 14);
    const expected = months.slice(0, -1).map((month) => {
      const started = customers.filter((truth) => periodOf(firstPaid(truth), 'month') === month && firstPaid(truth) <= elapsed);
      return [started.filter((truth) => reached.includes(truth)).length, started.length];
    });
    expect(series[0]?.points.map((point) => [point.numerator ?? 0, point.denominator ?? 0])).toEqual(expected);
  }, 60_000);
});

const isDoubtful = (truth: BroughtCompany['truths'][number], on: string): boolean =>
  truth.corrections.some((one) => one.from <= on && one.knownOn > on) ||
  truth.lives.some((life) => life.activatedOn !== null && Math.abs(Date.parse(life.activatedOn) - Date.parse(on)) < 10 * 86_400_000);
