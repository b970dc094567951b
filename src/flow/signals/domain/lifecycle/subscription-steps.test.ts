import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, startOfDate } from '#kernel/calendar.ts';
import { accountMrrSteps, mrrOn } from '../../../measures/domain/revenue/mrr-ledger.ts';
import { renewalOf } from './renewal-of.ts';
import { inOrder, visibleAt } from './steps.ts';
import { mrrStepsOf, type SubscriptionBelief, termStepsOf } from './subscription-steps.ts';

const ZONE = 'America/New_York';
const date = (n: number): string => addDays('2025-01-31', n);
const at = (n: number): number => startOfDate(date(n), ZONE);
const belief = (
  subject: string,
  known: number,
  phases: SubscriptionBelief['phases'],
  more: Partial<SubscriptionBelief> = {},
): SubscriptionBelief => ({
  ...{ subject, known: at(known), version: known, currency: 'USD', interval: 'month', phases },
  ...more,
});
const phase = (from: number, to: number | null, mrrMinor: number, trial = false) => ({
  from: date(from),
  to: to === null ? null : date(to),
  mrrMinor,
  trial,
});

describe('what an account pays', () => {
  const phases = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 4 }), fc.boolean()), { minLength: 1, maxLength: 3 })
    .chain((parts) =>
      fc.boolean().map((ends) => {
        let from = 0;
        return parts.map(([length, amount, trial], index) => {
          const start = from;
          from += length;
          return phase(start, index === parts.length - 1 && !ends ? null : from, amount * 100, trial);
        });
      }),
    );
  const beliefs = fc.array(
    fc.record({ subject: fc.constantFrom('a', 'b'), known: fc.integer({ min: 0, max: 60 }), phases: fc.oneof(phases, fc.constant([])) }),
    {
      maxLength: 6,
    },
  );

  it('is at any instant what the revenue reference makes of what was known then', () => {
    fc.assert(
      fc.property(beliefs, fc.integer({ min: 0, max: 90 }), (given, asked) => {
        const told = given.map((one, index) => belief(one.subject, one.known, one.phases, { version: index }));
        const asOf = at(asked) + 1;
        const steps = inOrder(
          visibleAt(
            mrrStepsOf(told, ZONE, (mrrMinor) => mrrMinor),
            asOf,
          ),
        );
        const ledger = accountMrrSteps({
          versions: told.map(({ subject, known, version, phases: parts }) => ({
            ...{ subscriptionId: subject, accountId: 'acc', knownAt: known, sequence: version, currency: 'USD' },
            phases: parts.map((part) => ({ ...part, plan: 'Pro', seats: null })),
          })),
          ...{ asOf, zone: ZONE, fx: { kind: 'fixed', currency: 'USD', rates: new Map() } },
        });
        const account = ledger.accounts[0] ?? { accountId: 'acc', steps: [] };
        for (let n = 0; n <= asked; n++) {
          expect(steps.findLast((step) => step.at <= at(n))?.mrrMinor ?? 0, `on ${date(n)} as of ${date(asked)}`).toBe(
            mrrOn(account, date(n)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('terms', () => {
  const terms = (beliefs: readonly SubscriptionBelief[], now: number, leastDays = 0) =>
    termStepsOf(beliefs, { zone: ZONE, now: at(now), leastDays }).map((term) => [term.at, term.startsOn, term.endsOn]);

  it('follow each other by themselves while the subscription goes on, and remember the end of the month', () => {
    expect(terms([belief('a', 0, [phase(0, null, 100)])], 60)).toEqual([
      [at(0), '2025-01-31', '2025-02-28'],
      [startOfDate('2025-02-28', ZONE), '2025-02-28', '2025-03-31'],
      [startOfDate('2025-03-31', ZONE), '2025-03-31', '2025-04-30'],
    ]);
  });

  it('are told by the present one alone when they are too short to matter', () => {
    expect(terms([belief('a', 0, [phase(0, null, 100)])], 60, 90)).toEqual([[startOfDate('2025-03-31', ZONE), '2025-03-31', '2025-04-30']]);
  });

  it('are dropped when an end is agreed, at the latest when it comes', () => {
    const running = belief('a', 0, [phase(0, null, 100)], { interval: 'year' });
    expect(terms([running, belief('a', 20, [phase(0, 40, 100)], { interval: 'year' })], 60).at(-1)).toEqual([at(20), null, null]);
    // An end that we hear of late was agreed when it came.
    const late = termStepsOf([running, belief('a', 50, [phase(0, 40, 100)], { interval: 'year' })], {
      zone: ZONE,
      now: at(60),
      leastDays: 0,
    });
    expect(late.at(-1)).toMatchObject({ at: at(40), known: at(50), endsOn: null });
  });

  it('decide the renewal by the longest of them', () => {
    const beliefs = [belief('monthly', 0, [phase(0, null, 100)]), belief('yearly', 5, [phase(5, null, 900)], { interval: 'year' })];
    expect(renewalOf(termStepsOf(beliefs, { zone: ZONE, now: at(60), leastDays: 180 }))).toBe('2026-02-05');
    expect(renewalOf(termStepsOf(beliefs.slice(0, 1), { zone: ZONE, now: at(60), leastDays: 180 }))).toBe('2025-04-30');
  });
});
