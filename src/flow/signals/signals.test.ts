import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, startOfDate } from '#kernel/calendar.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { sql } from '#platform/postgres.ts';
import type { Health, LeadScore, LifecycleMove, LifecyclePreview, River, SignalPreview, SignalVersion, StageRule } from './contracts.ts';
import { defaultLifecycleRules } from './domain/lifecycle/default-rules.ts';
import { type OpenSignals, openSignals } from './testing/open-signals.ts';

const ZONE = 'Europe/Madrid';
const day = (n: number): string => addDays('2026-01-01', n);
const noon = (n: number): number => startOfDate(day(n), ZONE) + 12 * 3_600_000;

let open: OpenSignals;
beforeAll(async () => {
  open = await openSignals(noon(0), { timeZone: ZONE, currency: 'EUR' });
});
afterAll(() => open.close());

let facts = 0;
const fact = (n: number, event: string, account: number, more: Partial<FactDraft> = {}): FactDraft => {
  facts += 1;
  return { event, at: noon(n), known: noon(n), source: 'import', account, key: `f${facts}`, ...more };
};
const subscription = (
  n: number,
  account: number,
  mrrMinor: number,
  more: { to?: number; v?: number; interval?: string; from?: number } = {},
): FactDraft => {
  const { to, v = 1, interval = 'month', from = n } = more;
  const timeline = [{ from: day(from), to: to === undefined ? null : day(to), mrrMinor, plan: 'Pro', seats: 3, trial: false }];
  return fact(n, to === undefined ? 'subscription_started' : 'subscription_ended', account, {
    at: startOfDate(day(n), ZONE),
    known: startOfDate(day(n), ZONE),
    subject: `sub_${account}`,
    amountMinor: mrrMinor,
    props: { timeline: JSON.stringify(timeline), currency: 'EUR', interval, v: String(v) },
  });
};
const uses = (account: number, days: readonly number[], person = 0): readonly FactDraft[] =>
  days.flatMap((n) => ['export', 'report', 'share'].map((feature) => fact(n, 'feature_used', account, { person, props: { feature } })));
const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, index) => from + index);

const touched = (accounts: readonly number[]) => accounts.map((num) => ({ num, pastFrom: null }));

/** The product's day: the clock stands at noon, the round has been walked, and these accounts were looked at. */
const liveThrough = async (n: number, accounts: readonly number[]) => {
  open.clock.set(noon(n));
  await open.signals.walkRound();
  return open.signals.react(open.workspace.ws, touched(accounts));
};
const figure = async (num: number) =>
  (
    await sql<Record<string, unknown>>`select * from account_figure where ws = ${open.workspace.ws} and account_num = ${num}`.execute(
      open.postgres.db,
    )
  ).rows[0];
const moves = async (num: number, asOf?: number): Promise<readonly string[]> =>
  ((await open.call('listLifecycleMoves', { params: { id: `acc_${num}` }, query: { asOf } })) as { rows: LifecycleMove[] }).rows.map(
    (move) => move.stage,
  );

describe('an account that becomes a customer', () => {
  it('moves through the lifecycle as its facts arrive, and says so to plays until two weeks have passed', async () => {
    await open.addAccounts([{ num: 1, industry: 'EdTech', createdAt: noon(0) }]);
    await open.tell([fact(0, 'account_created', 1), fact(2, 'deal_opened', 1, { subject: 'dea_1' }), subscription(5, 1, 10_000)]);
    const first = await liveThrough(5, [1]);
    expect(first.entries.map((entry) => entry.stage)).toEqual(['captured', 'opportunity', 'onboarding']);
    await open.tell(uses(1, [6, 7]));
    await liveThrough(8, [1]);
    expect(await figure(1)).toMatchObject({
      ...{ stage: 'active', mrr_minor: 10_000, mrr_peak_minor: 10_000, customer_since: day(5), first_paid_on: day(5), renews_on: day(36) },
      ...{ active_days_28: 2, open_tickets: 0 },
    });
    expect((await liveThrough(25, [1])).entries).toEqual([]);
  });

  it('is seen as of any day, and a correction changes what is believed from then on only', async () => {
    expect(await moves(1, noon(3))).toEqual(['captured', 'opportunity']);
    // On day 30 we learn that it had paid from day 1 on.
    await open.tell([{ ...subscription(30, 1, 10_000, { v: 2, from: 1 }), event: 'subscription_corrected', key: 'corrected' }]);
    await liveThrough(31, [1]);
    expect(await moves(1)).toEqual(['captured', 'onboarding', 'active']);
    expect(await moves(1, noon(20))).toEqual(['captured', 'opportunity', 'onboarding', 'active']);
    expect(await figure(1)).toMatchObject({ customer_since: day(1) });
  });

  it('takes with it what was merged into it, and gives it back', async () => {
    await open.addAccounts([{ num: 2, createdAt: noon(0) }]);
    await open.tell([fact(0, 'account_created', 2), ...uses(2, [28, 29])]);
    await liveThrough(32, [1, 2]);
    expect(await figure(2)).toMatchObject({ stage: 'captured', active_days_28: 2 });
    await sql`update account set merged_into = 1 where ws = ${open.workspace.ws} and num = 2`.execute(open.postgres.db);
    const merged = await liveThrough(32, [1, 2]);
    expect(merged.accounts).toEqual([1]);
    expect(await figure(2)).toBeUndefined();
    expect(await figure(1)).toMatchObject({ active_days_28: 4 });
    await sql`update account set merged_into = null where ws = ${open.workspace.ws} and num = 2`.execute(open.postgres.db);
    await liveThrough(32, [1, 2]);
    expect(await figure(1)).toMatchObject({ active_days_28: 2 });
    expect(await moves(2)).toEqual(['captured']);
  });
});

describe('rules', () => {
  const stricter = (): readonly StageRule[] =>
    defaultLifecycleRules().map((rule) =>
      rule.stage === 'active'
        ? { ...rule, when: [{ kind: 'fact', events: ['feature_used'], where: null, times: 50, withinDays: null }] }
        : rule,
    );

  it('are tried on real accounts without saving', async () => {
    const preview = (await open.call('previewLifecycleRules', { body: { rules: stricter() } })) as LifecyclePreview;
    expect(preview.changed).toEqual([
      { accountId: 'acc_1', name: 'Account 1', now: 'active', tried: 'onboarding', cause: 'onboarding.0.mrr_started' },
    ]);
    expect(preview.stages.find((one) => one.stage === 'onboarding')).toEqual({ stage: 'onboarding', now: 0, tried: 1 });
    expect(await open.call('getLifecycleRules')).toMatchObject({ version: 1 });
  });

  it('leave the past alone when they are for the future, and rewrite it when asked', async () => {
    open.clock.set(noon(33));
    expect(await open.call('saveLifecycleRules', { body: { rules: stricter(), recompute: false } })).toMatchObject({
      version: 2,
      changedBy: 'Test',
    });
    await liveThrough(34, [1]);
    expect(await moves(1)).toEqual(['captured', 'onboarding', 'active']);
    await open.call('saveLifecycleRules', { body: { rules: stricter(), recompute: true } });
    await open.signals.recomputeHistory(open.workspace.ws);
    expect(await moves(1)).toEqual(['captured', 'onboarding']);
    // What was believed under the old rules stays what was believed.
    expect(await moves(1, noon(33))).toEqual(['captured', 'onboarding', 'active']);
    expect(await open.call('getHistoryProgress')).toMatchObject({ running: false, done: 10, total: 10 });
  });

  it('count what the tracking plan counts as their events, as long as it does', async () => {
    const { ws } = open.workspace;
    const rules = stricter().map((rule) =>
      rule.stage === 'active'
        ? { ...rule, when: [{ kind: 'fact', events: ['thing_used'], where: null, times: 1, withinDays: null }] }
        : rule,
    );
    await open.call('saveLifecycleRules', { body: { rules, recompute: true } });
    const rewritten = async () => {
      await open.signals.recomputeHistory(ws);
      const [milestone] = await open.signals.milestonesOf(ws, open.clock.now());
      return [await moves(1), milestone?.events];
    };
    expect(await rewritten()).toEqual([['captured', 'onboarding'], ['thing_used']]);
    open.mergedNames.set('feature_used', 'thing_used');
    expect(await rewritten()).toEqual([
      ['captured', 'onboarding', 'active'],
      ['thing_used', 'feature_used'],
    ]);
    open.mergedNames.clear();
    expect(await rewritten()).toEqual([['captured', 'onboarding'], ['thing_used']]);
    await open.call('saveLifecycleRules', { body: { rules: stricter(), recompute: true } });
    await open.signals.recomputeHistory(ws);
  });

  it('are refused when they ask what is not recorded', async () => {
    const rules = [{ stage: 'captured', when: [], onlyIf: { field: 'health', op: 'gt', value: 3 } }];
    await expect(open.call('previewLifecycleRules', { body: { rules } })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('health', () => {
  it('falls when use stops, crosses once, and says so again for whoever missed it', async () => {
    await open.addAccounts([
      { num: 3, createdAt: noon(40) },
      { num: 4, createdAt: noon(40) },
    ]);
    await open.tell([subscription(40, 3, 50_000), subscription(40, 4, 1_000), ...uses(3, range(40, 150)), ...uses(4, range(40, 220))]);
    const crossings: string[] = [];
    for (const n of [149, 155, 162, 169, 176, 183, 190]) {
      const changes = await liveThrough(n, [3, 4]);
      crossings.push(...changes.crossings.map((one) => `${one.account} ${one.from}>${one.to} ${one.day}`));
    }
    const distinct = [...new Set(crossings)];
    expect(distinct).toEqual([`3 good>watch ${day(160)}`, `3 watch>bad ${day(177)}`]);
    expect(crossings.filter((line) => line.includes('watch>bad')).length).toBeGreaterThan(1);
    expect(await figure(3)).toMatchObject({ health_band: 'bad' });
    expect(await figure(4)).toMatchObject({ health_band: 'good' });
    const health = (await open.call('getHealth', { params: { id: 'acc_3' } })) as Health;
    expect(health.reasons.find((reason) => reason.factor === 'active_days_28')).toMatchObject({ points: 0, value: 0 });
    expect(health.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBeCloseTo(health.score!, 8);
    expect((await figure(3))!.health).toBeCloseTo(health.score!, 8);
    const then = (await open.call('getHealth', { params: { id: 'acc_3' }, query: { asOf: noon(149) } })) as Health;
    expect(then.band).toBe('good');
  });

  it('is answered from what it was judged from, the same as when it is counted, until something comes', async () => {
    const counted = async () => (await open.call('getHealth', { params: { id: 'acc_4' }, query: { asOf: open.clock.now() } })) as Health;
    const answered = async () => (await open.call('getHealth', { params: { id: 'acc_4' } })) as Health;
    const nobodyWaits = async () => {
      await open.facts.hurryReactions();
      await open.facts.finishReactions('account', await open.facts.takeReactions('account', 1_000));
    };
    await nobodyWaits();
    expect(await answered()).toEqual(await counted());
    // Nobody marks the account: only a look at the facts themselves would find this one.
    await open.tell([fact(190, 'feature_used', 4, { props: { feature: 'export' } })]);
    await nobodyWaits();
    expect((await answered()).reasons).not.toEqual((await counted()).reasons);
    await open.deps.touchAccounts(open.workspace.ws, [4]);
    expect(await answered()).toEqual(await counted());
    await liveThrough(190, [4]);
    await nobodyWaits();
    expect(await answered()).toEqual(await counted());
  });

  const past = async () =>
    (
      await sql<{ account_num: number; day: string; points: readonly (number | null)[] }>`
        select account_num, day, score, band, confidence, version, points from score_day
        where ws = ${open.workspace.ws} and signal = 'health' and day < ${day(190)}::date order by account_num, day`.execute(
        open.postgres.db,
      )
    ).rows;

  it('has the same past when a workspace was filled in bulk as by its whole history', async () => {
    await open.signals.recomputeHistory(open.workspace.ws);
    const whole = await past();
    expect(new Set(whole.map((row) => row.account_num)).size).toBeGreaterThan(1);
    await sql`delete from score_day where ws = ${open.workspace.ws} and signal = 'health' and day < ${day(190)}::date`.execute(
      open.postgres.db,
    );
    await open.signals.judgePast(open.workspace.ws);
    expect(await past()).toEqual(whole);
    expect((await open.facts.takeReactions('account', 1_000)).map((one) => one.num).sort()).toEqual([1, 2, 3, 4]);
  });

  it('is judged anew from where the past is told anew: of one account, or of all when a source was fresh for the first time', async () => {
    const { ws } = open.workspace;
    const late = (n: number, event: string, account: number, key: string): FactDraft => ({ ...fact(n, event, account), key });
    /** What follows a file: who waits, from which day on; all of it worked off. */
    const follow = async () => {
      await open.signals.askForPast(ws);
      await open.facts.hurryReactions();
      const waiting = await open.facts.takeReactions('account', 1_000);
      await open.signals.react(ws, waiting);
      await open.facts.finishReactions('account', waiting);
      await open.signals.workOffPast(ws);
      return waiting.map(({ num, pastFrom }) => [num, pastFrom === null ? null : day(0) <= addDays('1970-01-01', pastFrom)]);
    };
    await follow();
    await open.tell([late(60, 'feature_used', 3, 'late use')]);
    expect(await follow()).toEqual([[3, true]]);
    const one = await past();
    await open.tell([late(70, 'payment_failed', 4, 'a first payment')]);
    expect((await follow()).map(([num]) => num).sort()).toEqual([1, 2, 3, 4]);
    const all = await past();
    expect(all).not.toEqual(one);
    await open.signals.recomputeHistory(ws);
    expect(await past()).toEqual(all);
  });

  it('follows a person’s word until it expires', async () => {
    await open.call('overrideHealth', {
      params: { id: 'acc_3' },
      body: { band: 'watch', reason: 'They are on holiday', expiresOn: day(192) },
    });
    expect(await figure(3)).toMatchObject({ health_band: 'watch' });
    await liveThrough(192, [3]);
    expect(await figure(3)).toMatchObject({ health_band: 'watch' });
    expect(await open.call('getHealth', { params: { id: 'acc_3' } })).toMatchObject({
      band: 'watch',
      override: { author: 'Test', expiresOn: day(192) },
    });
    await liveThrough(193, [3]);
    expect(await figure(3)).toMatchObject({ health_band: 'bad' });
    await expect(
      open.call('overrideHealth', { params: { id: 'acc_3' }, body: { band: 'good', reason: 'Too late', expiresOn: day(192) } }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is judged by a changed formula from then on, which can be tried before and taken back after', async () => {
    const cards = (await open.call('listSignals')) as { rows: { id: string; definition: { bands: object } }[] };
    const definition = { ...cards.rows[0]!.definition, bands: { good: 90, watch: 1 } };
    const health = { params: { id: 'health' } };
    const preview = (await open.call('previewSignal', { ...health, body: { definition } })) as SignalPreview;
    expect(preview.changed).toContainEqual(expect.objectContaining({ kind: 'account', id: 'acc_3', name: 'Account 3' }));
    expect(preview.groups.reduce((sum, { tried }) => sum + tried, 0)).toBe(preview.sampled);
    expect(await open.call('saveSignal', { params: { id: 'health' }, body: { definition } })).toMatchObject({ version: 2 });
    await liveThrough(194, [3]);
    expect(await figure(3)).toMatchObject({ health_band: 'watch', health_change: null });
    expect(await open.call('getHealth', { params: { id: 'acc_3' }, query: { asOf: noon(189) } })).toMatchObject({
      version: 1,
      band: 'bad',
    });
    const versions = (await open.call('listSignalVersions', health)) as { rows: SignalVersion[] };
    expect(versions.rows.map(({ version, changedBy }) => [version, changedBy])).toEqual([
      [2, 'Test'],
      [1, ''],
    ]);
    expect(versions.rows[0]!.definition).toMatchObject({ bands: { good: 90, watch: 1 } });
    expect(versions.rows[1]!.definition).toEqual(cards.rows[0]!.definition);
    for (const operation of ['saveSignal', 'previewSignal'])
      await expect(open.call(operation, { ...health, body: { definition: { factors: [] } } })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('lead scores', () => {
  const addPerson = (num: number, account: number | null, title: string, email: string) =>
    sql`insert into person (ws, num, id, title, email, account_num, alias_num, created_at, updated_at)
      values (${open.workspace.ws}, ${num}, ${`per_${num}`}, ${title}, ${email}, ${account}, ${num + 100}, ${new Date(noon(195))}, ${new Date(noon(195))})`
      .execute(open.postgres.db)
      .then(() =>
        sql`insert into alias (ws, kind, value, num, person_num, linked_at)
        values (${open.workspace.ws}, 'user', ${`u${num}`}, ${num + 100}, ${num}, now())`.execute(open.postgres.db),
      );

  it('move an account to Qualified, and say why', async () => {
    await open.addAccounts([{ num: 5, industry: 'Retail', country: 'ES', createdAt: noon(195) }]);
    await addPerson(7, 5, 'Chief Executive Officer', 'ana@empresa-grande.es');
    await open.tell([
      fact(195, 'account_created', 5),
      fact(196, 'demo_requested', 5, { person: 7, alias: 107 }),
      fact(196, 'form_submitted', 5, { person: 7, alias: 107 }),
    ]);
    await liveThrough(197, [5]);
    expect(await figure(5)).toMatchObject({ stage: 'qualified', lead_grade: 'A' });
    const score = (await open.call('getLeadScore', { params: { id: 'per_7' } })) as LeadScore;
    expect(score).toMatchObject({ fit: 75, grade: 'A' });
    expect(score.reasons.map((reason) => reason.rule)).toEqual(
      expect.arrayContaining(['executive', 'business_mail', 'industry_known', 'country_known', 'demo_requested']),
    );
    expect((await figure(5))!.lead_score).toBeCloseTo(score.score, 8);
    const before = (await open.call('getLeadScore', { params: { id: 'per_7' }, query: { asOf: noon(195) + 1 } })) as LeadScore;
    expect(before.engagement).toBe(0);
  });

  it('are tried with other points before they are saved', async () => {
    const cards = (await open.call('listSignals')) as { rows: { id: string; definition: { grades: object } }[] };
    const definition = { ...cards.rows[1]!.definition, grades: { A: 99, B: 98, C: 97 } };
    const asked = { params: { id: 'lead_score' }, body: { definition } };
    const preview = (await open.call('previewSignal', asked)) as SignalPreview;
    expect(preview).toMatchObject({ sampled: 1, changedTotal: 1 });
    expect(preview.changed[0]).toMatchObject({ kind: 'person', id: 'per_7', now: { group: 'A1' }, tried: { group: 'D1' } });
    const plain = (await open.call('previewSignal', asked, ['settings.write'])) as SignalPreview;
    expect(plain.changed[0]!.name).toBe(null);
  });

  it('reach people without an account on the next round', async () => {
    await addPerson(8, null, 'Student', 'x@gmail.com');
    await open.signals.walkRound();
    const { rows } = await sql<{
      lead_grade: string;
    }>`select lead_grade from person_figure where ws = ${open.workspace.ws} and person_num = 8`.execute(open.postgres.db);
    expect(rows).toEqual([{ lead_grade: 'D' }]);
  });
});

describe('the river', () => {
  it('counts the accounts of the ledger, hides money, and lists who is behind a number', async () => {
    const period = { from: day(190), to: day(198) };
    const river = (await open.call('getRiver', { query: period })) as River;
    expect(river.total).toBe(5);
    expect(river.stages.find((one) => one.stage === 'qualified')).toMatchObject({ accounts: 1, entered: 1 });
    const plain = (await open.call('getRiver', { query: period }, ['records.read'])) as River;
    expect(plain.stages.every((one) => one.mrrMinor === null)).toBe(true);
    const list = await open.call('listRiverAccounts', { query: { ...period, part: 'in', stage: 'qualified' } });
    expect(list).toMatchObject({ total: 1, nextCursor: null, rows: [{ accountId: 'acc_5', cause: 'qualified.0.lead_score' }] });
    const then = (await open.call('getRiver', { query: { ...period, asOf: noon(34) } })) as River;
    expect(then.asOf).toBe(noon(34));
  });
});
