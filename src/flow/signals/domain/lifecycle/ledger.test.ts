import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import { StageRule } from '../../contracts.ts';
import { defaultLifecycleRules } from './default-rules.ts';
import type { LifecycleInput } from './input.ts';
import { type BelievedMove, believedMoves, ledgerOf, movesAsOf } from './ledger.ts';
import { lifecycleMoves } from './lifecycle-moves.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const END = START + 60 * DAY;

// Few instants, so that ties, corrections and late arrivals are common.
const at = fc.integer({ min: 0, max: 30 }).map((n) => START + n * DAY);
const dated = fc
  .record({ at, late: fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 25 })) })
  .map((one) => ({ at: one.at, known: one.at + one.late * DAY }));
const factOf = fc
  .tuple(
    dated,
    fc.constantFrom(
      'page_viewed',
      'form_submitted',
      'demo_requested',
      'deal_opened',
      'deal_lost',
      'deal_won',
      'feature_used',
      'feature_used',
    ),
    fc.constantFrom('a', 'b'),
  )
  .map(([when, event, subject]) => ({ ...when, event, subject, props: { path: '/pricing' } }));
const mrrStep = fc.tuple(dated, fc.constantFrom(0, 0, 100, 120, 150)).map(([when, mrrMinor]) => ({ ...when, mrrMinor }));
const termStep = fc
  .tuple(dated, fc.constantFrom('s', 't'), fc.option(fc.integer({ min: 4, max: 40 })))
  .map(([when, subject, days]) => ({ ...when, subject, startsOn: null, endsOn: days === null ? null : dateText(when.at + days * DAY) }));
const scoreStep = fc
  .tuple(dated, fc.constantFrom(10, 50, 80), fc.constantFrom('A', 'B', 'C', null))
  .map(([when, score, grade]) => ({ ...when, score, grade }));
const attributeStep = fc.tuple(dated, fc.constantFrom('ES', 'US')).map(([when, country]) => ({ ...when, set: { country } }));
const dateText = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const shortRules: readonly StageRule[] = [
  ...defaultLifecycleRules().filter((rule) => !['active', 'renewing', 'captured'].includes(rule.stage)),
  { stage: 'captured', when: [{ kind: 'fact', events: ['form_submitted'] }], onlyIf: { field: 'country', op: 'is', value: 'ES' } },
  { stage: 'active', when: [{ kind: 'fact', events: ['feature_used'], times: 2, withinDays: 8 }] },
  { stage: 'renewing', when: [{ kind: 'term_ends_within', days: 6 }] },
].map((rule) => StageRule.parse(rule));

const input: fc.Arbitrary<LifecycleInput> = fc.record({
  // Often none, so that the calendar alone moves the account.
  facts: fc.oneof(fc.constant([]), fc.array(factOf, { maxLength: 14 })),
  mrrSteps: fc.array(mrrStep, { maxLength: 6 }),
  termEnds: fc.array(termStep, { maxLength: 4 }),
  scores: fc.oneof(fc.constant([]), fc.array(scoreStep, { maxLength: 3 })),
  attributes: fc.oneof(fc.constant([]), fc.array(attributeStep, { maxLength: 3 })),
  rules: fc.constantFrom(shortRules, defaultLifecycleRules()),
  ruleVersion: fc.constant(1),
  now: fc.constant(END),
  zone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Shanghai'),
});
const instant = fc.integer({ min: 0, max: 60 * 4 }).map((n) => START + n * (DAY / 4));

const told = (moves: ReturnType<typeof lifecycleMoves>) =>
  moves.map(({ stage, from, enteredAt, leftAt, cause }) => ({ stage, from, enteredAt, leftAt, cause }));

describe('the moves of any account', () => {
  it('are in order, contiguous, and exactly the last one is open', () => {
    fc.assert(
      fc.property(input, (given) => {
        const moves = lifecycleMoves(given);
        for (const [index, move] of moves.entries()) {
          const next = moves[index + 1];
          expect(move.leftAt).toBe(next?.enteredAt ?? null);
          expect(move.from).toBe(moves[index - 1]?.stage ?? null);
          expect(move.from).not.toBe(move.stage);
          if (next !== undefined) expect(next.enteredAt).toBeGreaterThan(move.enteredAt);
          expect(move.enteredAt).toBeLessThanOrEqual(given.now);
          expect(move.knownAt).toBeLessThanOrEqual(given.now);
          expect(move.knownAt).toBeGreaterThanOrEqual(
            Math.min(
              ...given.facts.concat(given.mrrSteps as never, given.termEnds as never, given.scores as never).map((one) => one.known),
            ),
          );
          expect(move.evidence.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('take a prospect back only for a lost deal, and a customer to churn only when it stops paying', () => {
    fc.assert(
      fc.property(input, (given) => {
        const rank = (stage: LifeStage | null) => (stage === null ? -1 : LIFE_STAGES.indexOf(stage));
        let customer = false;
        for (const { stage, from, cause } of lifecycleMoves(given)) {
          if (customer) expect(rank(stage)).toBeGreaterThanOrEqual(rank('onboarding'));
          else if (rank(stage) < rank(from)) expect(cause).toBe('deal_lost');
          if (stage === 'churned') expect(cause).toBe('churned.0.mrr_ended');
          if (from === 'churned') expect(rank(stage)).toBeLessThan(rank('churned'));
          customer ||= rank(stage) >= rank('onboarding');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('as of an instant are not changed by anything known later', () => {
    fc.assert(
      fc.property(input, instant, (given, now) => {
        const known = <T extends { readonly known: number }>(all: readonly T[]) => all.filter((one) => one.known <= now);
        const then = {
          ...given,
          now,
          facts: known(given.facts),
          mrrSteps: known(given.mrrSteps),
          termEnds: known(given.termEnds),
          scores: known(given.scores),
          attributes: known(given.attributes),
        };
        expect(lifecycleMoves({ ...given, now })).toEqual(lifecycleMoves(then));
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order in which the facts are handed over', () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(told(lifecycleMoves({ ...given, facts: [...given.facts].reverse() }))).toEqual(told(lifecycleMoves(given)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the ledger', () => {
  it('says as of any instant what could be known then', () => {
    fc.assert(
      fc.property(input, instant, (given, now) => {
        expect(told(movesAsOf(ledgerOf(given), now))).toEqual(told(lifecycleMoves({ ...given, now })));
      }),
      { numRuns: 1500 },
    );
  });

  it('kept from day to day says the same, at the ends of the days', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 60 }), (given, day) => {
        let kept: readonly BelievedMove[] = [];
        for (let now = START; now <= END; now += DAY) kept = believedMoves(kept, lifecycleMoves({ ...given, now }), now);
        const asOf = START + day * DAY;
        expect(told(movesAsOf(kept, asOf))).toEqual(told(lifecycleMoves({ ...given, now: asOf })));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what was believed before a late fact, and says when it was given up', () => {
    const facts = [
      { event: 'page_viewed', at: START + 5 * DAY, known: START + 5 * DAY, subject: null, props: {} },
      { event: 'page_viewed', at: START, known: START + 10 * DAY, subject: null, props: {} },
    ];
    const given = {
      facts,
      mrrSteps: [],
      termEnds: [],
      scores: [],
      attributes: [],
      rules: defaultLifecycleRules(),
      ruleVersion: 1,
      now: END,
      zone: 'UTC',
    };
    expect(
      ledgerOf(given).map(({ enteredAt, knownFrom, knownTo }) => [enteredAt, knownFrom, knownTo].map((one) => one && (one - START) / DAY)),
    ).toEqual([
      [0, 10, null],
      [5, 5, 10],
    ]);
  });

  it('keeps the past of the old rules when the rules change', () => {
    const visit = { event: 'page_viewed', at: START, known: START, subject: null, props: {} };
    const given = {
      facts: [visit],
      mrrSteps: [],
      termEnds: [],
      scores: [],
      attributes: [],
      rules: defaultLifecycleRules(),
      ruleVersion: 1,
      now: END,
      zone: 'UTC',
    };
    const rules = [StageRule.parse({ stage: 'interested', when: [{ kind: 'fact', events: ['page_viewed'] }] })];
    const changedAt = START + 30 * DAY;
    const ledger = believedMoves(ledgerOf(given), lifecycleMoves({ ...given, rules, ruleVersion: 2 }), changedAt);
    expect(movesAsOf(ledger, changedAt - 1).map((move) => [move.stage, move.ruleVersion])).toEqual([['reached', 1]]);
    expect(movesAsOf(ledger, changedAt).map((move) => [move.stage, move.ruleVersion])).toEqual([['interested', 2]]);
  });
});
