import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportRow } from '#flow/intake/contracts.ts';
import { addDays } from '#kernel/calendar.ts';
import { reviseSubscription } from './revise-subscription.ts';
import { mrrOn, type SubscriptionRecord } from './subscription.ts';
import { termsOfRow } from './subscription-row.ts';

const NOW = Date.parse('2025-01-15T12:00:00Z');
const revise = (values: ImportRow['values'], before: SubscriptionRecord | null = null, now = NOW) => {
  const terms = termsOfRow({ line: 2, values: { start_date: '2024-03-01', plan: 'Pro', ...values }, custom: {} }, 'USD');
  if ('refused' in terms) throw new Error(terms.refused.said.code);
  const fate = reviseSubscription(
    {
      terms,
      account: { id: 'acc_1', num: 1 },
      source: 'file',
      externalId: 'S-1',
      importNumber: 1,
      now,
      timeZone: 'UTC',
      makeId: () => 'sub_1',
    },
    before,
  );
  if ('refused' in fate) throw new Error(fate.refused.said.code);
  return fate;
};
const taken = (fate: ReturnType<typeof revise>) => {
  if (!('facts' in fate)) throw new Error('Nothing changed.');
  return fate;
};
const events = (fate: ReturnType<typeof revise>) =>
  taken(fate).facts.map(({ event, amountMinor, props }) => [event, amountMinor, props?.v]);

describe('a subscription that a file tells again', () => {
  const first = taken(revise({ mrr: 10_000 })).record;

  it('begins a month of a yearly or quarterly price', () => {
    expect(taken(revise({ arr: 120_000 })).record.phases[0]?.mrrMinor).toBe(10_000);
    expect(taken(revise({ amount: 30_000, billing_frequency: 'Quarterly' })).record.phases[0]?.mrrMinor).toBe(10_000);
    expect(taken(revise({ mrr: 1_000, currency: 'jpy' })).record).toMatchObject({ currency: 'JPY', phases: [{ mrrMinor: 1_000 }] });
  });

  it('is corrected when its start or currency was wrong: one phase again', () => {
    const fate = revise({ mrr: 10_000, start_date: '2024-04-01' }, first);
    expect(events(fate)).toEqual([['subscription_corrected', 10_000, '2']]);
    expect(taken(fate).facts[0]).toMatchObject({ at: NOW, known: NOW });
    expect(taken(fate).record.phases).toMatchObject([{ from: '2024-04-01', to: null }]);
  });

  it('is corrected as of the day that the file gives, unless something later is known', () => {
    const corrected = taken(revise({ mrr: 9_000, changed_on: '2024-03-01', known_on: '2024-04-10' }, first));
    expect(events(corrected)).toEqual([['subscription_corrected', 9_000, '2']]);
    expect(corrected.facts[0]).toMatchObject({ at: Date.parse('2024-04-10'), known: Date.parse('2024-04-10') });
    const after = taken(revise({ mrr: 8_000, changed_on: '2024-06-01' }, corrected.record));
    expect(after.facts[0]).toMatchObject({ event: 'subscription_changed', known: Date.parse('2024-06-01') });
    expect(taken(revise({ mrr: 7_000, changed_on: '2024-03-01', known_on: '2024-05-01' }, after.record)).facts[0]).toMatchObject({
      known: NOW,
    });
  });

  it('changes from the date that the file gives, and lives on when its end is taken back', () => {
    const dearer = taken(revise({ mrr: 15_000, changed_on: '2024-09-01' }, first));
    expect(dearer.notes).toEqual([]);
    expect([mrrOn(dearer.record.phases, '2024-08-31'), mrrOn(dearer.record.phases, '2024-09-01')]).toEqual([10_000, 15_000]);
    const late = taken(revise({ mrr: 15_000, changed_on: '2024-09-01', known_on: '2024-09-20' }, first));
    expect(late.facts[0]).toMatchObject({ at: Date.parse('2024-09-01'), known: Date.parse('2024-09-20') });
    const over = taken(revise({ mrr: 15_000, end_date: '2025-01-10' }, dearer.record));
    expect(over.record.phases.map(({ from, to }) => [from, to])).toEqual([
      ['2024-03-01', '2024-09-01'],
      ['2024-09-01', '2025-01-10'],
    ]);
    expect(events(revise({ mrr: 15_000, end_date: null }, over.record))).toEqual([['subscription_corrected', 15_000, '4']]);
  });

  it('leaves one account and comes to another', () => {
    const elsewhere = { ...first, accountId: 'acc_2', accountNum: 2 };
    const fate = taken(revise({ mrr: 10_000 }, elsewhere));
    expect(fate.facts.map(({ event, account, amountMinor, props }) => [event, account, amountMinor, props?.v])).toEqual([
      ['subscription_removed', 2, 0, '2'],
      ['subscription_corrected', 1, 10_000, '3'],
    ]);
  });

  it('knows an end in the future today, and keeps what the file has no column for', () => {
    const [, ended] = taken(revise({ mrr: 10_000, end_date: '2025-06-01' })).facts;
    expect(ended).toMatchObject({ event: 'subscription_ended', at: Date.UTC(2025, 5, 1), known: NOW });
    const seated = taken(revise({ mrr: 10_000, seats: 5, auto_renew: true })).record;
    expect(revise({ mrr: 10_000 }, seated)).toEqual({ record: null, notes: [] });
  });

  it('never tells an older belief after a newer one, whatever comes in which order', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2024-01-01', n));
    const row = fc.record({
      start_date: day,
      mrr: fc.integer({ min: 0, max: 9 }),
      end_date: fc.option(day),
      changed_on: fc.option(day),
      seats: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        let before: SubscriptionRecord | null = null;
        let known = Number.NEGATIVE_INFINITY;
        rows
          .filter(({ start_date, end_date }) => end_date === null || end_date >= start_date)
          .forEach((values, index) => {
            const fate = revise(values, before, NOW + index * 86_400_000);
            if (!('facts' in fate)) return;
            for (const fact of fate.facts) {
              expect(fact.known).toBeGreaterThanOrEqual(known);
              known = fact.known;
            }
            const { phases, endedOn } = fate.record;
            expect(phases.slice(1).map(({ from }) => from)).toEqual(phases.slice(0, -1).map(({ to }) => to));
            expect(phases.at(-1)!.to).toBe(endedOn);
            expect(phases.every(({ from, to }) => to === null || from <= to)).toBe(true);
            before = fate.record;
          });
      }),
    );
  });
});
