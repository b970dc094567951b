import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, startOfDate } from '#kernel/calendar.ts';
import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import type { MrrStep } from './domain/lifecycle/input.ts';
import { type BelievedMove, believedMoves, movesAsOf } from './domain/lifecycle/ledger.ts';
import { carriedMoves, mrrSpans } from './domain/lifecycle/ledger-rows.ts';
import { inOrder, visibleAt } from './domain/lifecycle/steps.ts';
import { type RiverQuestion, riverOf, staysBehind } from './domain/river.ts';
import type { RiverAccount, RiverPart } from './domain/river-stays.ts';
import { river, riverAccounts } from './server/river.ts';
import { writeAccountMrr } from './store/account-mrr.ts';
import { writeLedgers } from './store/ledger.ts';

let postgres: Awaited<ReturnType<typeof createTestPostgres>>;
beforeAll(async () => {
  postgres = await createTestPostgres();
});
afterAll(() => postgres.drop());

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
const day = (n: number): number => startOfDate(addDays('2026-03-01', n), ZONE) + 9 * HOUR;
const NOW = day(100);

/** A generated account: what it paid, and how its ledger was revised now and then. */
interface Story {
  readonly steps: readonly MrrStep[];
  readonly ledger: readonly BelievedMove[];
  readonly industry: string;
}

const path = fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom(...LIFE_STAGES)), { maxLength: 6 });
const payments = fc.array(fc.tuple(fc.integer({ min: -20, max: 90 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 30 })), {
  maxLength: 5,
});
const story: fc.Arbitrary<Story> = fc
  .record({
    first: path,
    revised: fc.option(path),
    at: fc.integer({ min: 0, max: 99 }),
    payments,
    industry: fc.constantFrom('EdTech', 'FinTech'),
  })
  .map(({ first, revised, at, payments: paid, industry }) => {
    const original = believedMoves([], movesOf(first), Number.NEGATIVE_INFINITY);
    const ledger = revised === null ? original : believedMoves(original, movesOf(revised), day(at) + 1);
    const steps = paid.map(([n, amount, late]) => ({ at: day(n), known: day(n + late), mrrMinor: amount * 100 }));
    const unique = [...new Map(steps.map((step) => [`${step.at} ${step.known}`, step])).values()];
    return { ledger: ledger.filter((move) => move.knownFrom <= NOW), steps: unique.filter((step) => step.known <= NOW), industry };
  });

const movesOf = (steps: readonly (readonly [number, LifeStage])[]) => {
  let n = -30;
  const entered: { at: number; stage: LifeStage }[] = [];
  for (const [days, stage] of steps) {
    n += days;
    if (entered.at(-1)?.stage !== stage && day(n) <= NOW) entered.push({ at: day(n), stage });
  }
  return entered.map(({ at, stage }, index) => ({
    ...{ stage, from: entered[index - 1]?.stage ?? null, enteredAt: at, leftAt: entered[index + 1]?.at ?? null },
    ...{ knownAt: at, cause: `${stage}.0.fact`, evidence: [], ruleVersion: 1 },
  }));
};

const keep = async (ws: number, stories: readonly Story[]): Promise<void> => {
  await sql`delete from account where ws = ${ws}`.execute(postgres.db);
  await sql`insert into account (ws, num, id, name, industry, created_at, updated_at)
    select ${ws}, n, 'acc_' || n, 'Account ' || n, industry, now(), now()
    from unnest(${stories.map((one) => one.industry)}::text[]) with ordinality as r (industry, n)`.execute(postgres.db);
  const rows = new Map(
    stories.map(({ ledger, steps }, index) => [
      index + 1,
      carriedMoves(ledger, { mrrSteps: steps, now: NOW, zone: ZONE }).map((move) => ({
        ...{
          stage: move.stage,
          from_stage: move.from,
          to_stage: move.to,
          rule_version: 1,
          entered_on: move.enteredOn,
          left_on: move.leftOn,
        },
        ...{ entered_at: move.enteredAt, left_at: move.leftAt, known_from: move.knownFrom, known_to: move.knownTo },
        ...{ mrr_minor: move.mrrMinor, cause: move.cause, known_at: move.knownAt, evidence: move.evidence },
      })),
    ]),
  );
  const paid = new Map(
    stories.map(({ steps }, index) => [
      index + 1,
      mrrSpans(steps).map((span) => ({
        from_at: span.fromAt,
        to_at: span.toAt,
        known_from: span.knownFrom,
        known_to: span.knownTo,
        mrr_minor: span.mrrMinor,
      })),
    ]),
  );
  await writeLedgers(postgres.db, ws, rows);
  await writeAccountMrr(postgres.db, ws, paid);
};

/** What the reference is given: each account as it was believed at the instant. */
const accountsAt = (stories: readonly Story[], question: RiverQuestion, filter: { industry?: string }): readonly RiverAccount[] =>
  stories.flatMap(({ ledger, steps, industry }, index) => {
    if (filter.industry !== undefined && filter.industry !== industry) return [];
    const end = Math.min(startOfDate(question.to, ZONE), question.asOf + 1);
    // By what was known, not by what had happened by then: a period may end before the as-of time, never after it.
    const believed = inOrder(visibleAt(steps, question.asOf));
    const carried = new Map(
      carriedMoves(ledger, { mrrSteps: steps, now: NOW, zone: ZONE }).map((move) => [
        `${move.enteredAt} ${move.stage} ${move.cause}`,
        move.mrrMinor,
      ]),
    );
    const moves = movesAsOf(ledger, question.asOf).map((move) => ({
      ...move,
      mrrMinor: carried.get(`${move.enteredAt} ${move.stage} ${move.cause}`)!,
    }));
    return [{ id: `acc_${index + 1}`, mrrMinor: believed.findLast((step) => step.at < end)?.mrrMinor ?? 0, moves }];
  });

describe('the river of a store', () => {
  const ask = (more: Partial<RiverQuestion>): RiverQuestion => ({
    ...{ from: '2026-04-10', to: '2026-05-10', asOf: NOW, zone: ZONE, currency: 'EUR', money: true, freshness: null },
    ...more,
  });
  const questions = fc.record({
    from: fc.integer({ min: 0, max: 95 }),
    length: fc.integer({ min: 1, max: 60 }),
    // Moves are at 9: an instant of the same day may be before them.
    asOf: fc.option(fc.tuple(fc.integer({ min: 5, max: 99 }), fc.integer({ min: -3, max: 3 }))),
    industry: fc.option(fc.constantFrom('EdTech', 'FinTech'), { nil: undefined }),
    money: fc.boolean(),
  });

  it('is the river of the reference, now and as of any day, and its lists are the stays behind it', async () => {
    let ws = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 40 }),
        fc.array(questions, { minLength: 1, maxLength: 4 }),
        async (stories, asked) => {
          ws += 1;
          // Once otherwise: what is kept beside the ledger follows its changes.
          await keep(ws, stories.toReversed());
          await keep(ws, stories);
          for (const { from, length, asOf, industry, money } of asked) {
            const question = ask({
              from: addDays('2026-03-01', from),
              to: addDays('2026-03-01', from + length),
              asOf: asOf === null ? NOW : day(asOf[0]) + asOf[1] * HOUR,
              money,
            });
            const accounts = accountsAt(stories, question, { industry });
            const expected = riverOf(accounts, question);
            const isNow = asOf === null;
            expect(await river(postgres.db, ws, { question, isNow, filter: { industry } })).toEqual(expected);
            // Asked for now, or as of now: the two ways of reading the ledger agree.
            if (isNow) expect(await river(postgres.db, ws, { question, isNow: false, filter: { industry } })).toEqual(expected);
            for (const part of ['in', 'entered', 'new', 'left', 'moved', 'back', 'lost', 'stuck'] as const satisfies readonly RiverPart[]) {
              const stage = LIFE_STAGES[from % LIFE_STAGES.length]!;
              const listed = await riverAccounts(postgres.db, ws, {
                ...{ span: question, isNow, filter: { industry } },
                page: { part, stage, next: null, after: null, limit: 500 },
              });
              const behind = staysBehind(accounts, question, { part, stage });
              expect(listed.total).toBe(behind.length);
              const line = (one: { enteredAt: number; days: number }, id: string, mrr: number) =>
                `${one.enteredAt} ${id} ${one.days} ${mrr}`;
              expect(listed.rows.map((row) => line(row, row.accountId, row.mrrMinor)).sort()).toEqual(
                behind.map((stay) => line(stay, stay.accountId, stay.accountMrrMinor)).sort(),
              );
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('says who has stayed long where three quarters lie between two days', async () => {
    const ws = 9_001;
    const ended = [2, 4, 6, 8, 10, 13].map((days) => [
      [30, 'onboarding'],
      [days, 'active'],
    ]);
    const stories = [...ended, ...Array.from({ length: 3 }, () => [[30, 'onboarding']])].map(
      (steps): Story => ({
        ledger: believedMoves([], movesOf(steps as [number, LifeStage][]), Number.NEGATIVE_INFINITY),
        ...{ steps: [{ at: day(0), known: day(0), mrrMinor: 5_000 }], industry: 'EdTech' },
      }),
    );
    await keep(ws, stories);
    const question = ask({ from: '2026-05-01', to: '2026-06-08' });
    const accounts = accountsAt(stories, question, { industry: undefined });
    const expected = riverOf(accounts, question);
    expect(expected.stages.find(({ stage }) => stage === 'onboarding')).toMatchObject({ p75Days: 9.5, stuck: 3, stuckMrrMinor: 15_000 });
    expect(expected.sentence).toMatchObject({ code: 'stuck', stage: 'onboarding' });
    expect(await river(postgres.db, ws, { question, isNow: true, filter: {} })).toEqual(expected);
    const page = { part: 'stuck', stage: 'onboarding', next: null, after: null, limit: 10 } as const;
    expect((await riverAccounts(postgres.db, ws, { span: question, isNow: true, filter: {}, page })).total).toBe(3);
  });
});
