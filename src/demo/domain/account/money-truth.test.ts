import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, parseMajor } from '#kernel/money.ts';
import { accountStory } from '../account-story.ts';
import { companyStory } from '../company-story.ts';
import type { AccountStory } from '../deliveries.ts';
import { demoPlan } from '../plan.ts';

const PLANS = (['en', 'zh-CN', 'es'] as const).map((language, index) =>
  demoPlan({ endsOn: '2026-11-21', language, seed: 40 + index, usesPerPersonMonth: 1 }),
);

/** What is paid from which date on, read from the files alone as a clerk would, in minor units of the home currency. */
const paidByRows = ({ rows }: AccountStory, home: string, rates: Readonly<Record<string, number>>): Map<string, number> => {
  const paid = new Map<string, number>();
  for (const { file, values } of rows) {
    if (!file.startsWith('subscription') || values.is_trial === 'true') continue;
    const currency = values.currency!;
    const amountMinor = parseMajor(values.mrr!, currency)!;
    const worth = currency === home ? amountMinor : convert({ amountMinor, currency }, home, rates[currency]!).amountMinor;
    if (values.end_date !== undefined) paid.set(values.end_date, 0);
    else paid.set(values.changed_on ?? values.start_date!, worth);
  }
  return paid;
};

describe('the money of an account', () => {
  it('moves as its files say, to the cent, in order of time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLANS), fc.integer({ min: 0, max: 5_000 }), (plan, index) => {
        const story = accountStory(plan, index);
        const byRows = [...paidByRows(story, plan.currency, companyRates(plan.language))].sort(([a], [b]) => (a < b ? -1 : 1));
        let before = 0;
        const expected = byRows.flatMap(([on, toMinor]) => {
          const byMinor = toMinor - before;
          before = toMinor;
          return byMinor === 0 ? [] : [{ on, byMinor, toMinor }];
        });
        expect(story.truth.movements.map(({ kind: _, ...movement }) => movement)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('is twelve times as much a year as a month, with as many seats as were corrected in the end', () => {
    for (let index = 0; index < 600; index++) {
      const { rows, truth } = accountStory(PLANS[0]!, index);
      for (const { values } of rows.filter(({ values }) => values.arr !== undefined))
        expect(parseMajor(values.arr!, 'USD')).toBe(12 * parseMajor(values.mrr!, 'USD')!);
      for (const { rightMinor, wrongMinor, knownOn } of truth.corrections) {
        expect(wrongMinor).toBeGreaterThan(rightMinor);
        expect(rows.find(({ file }) => file === 'subscription-corrections')?.values.known_on).toBe(knownOn);
      }
    }
  });
});

const RATES = new Map(PLANS.map((plan) => [plan.language, companyStory({ ...plan, accounts: 1 }).fxRates]));
const companyRates = (language: 'en' | 'zh-CN' | 'es'): Readonly<Record<string, number>> => RATES.get(language)!;
