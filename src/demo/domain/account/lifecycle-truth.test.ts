import { describe, expect, it } from 'vitest';
import { type Moment, stagesFrom } from './lifecycle-truth.ts';

const named = (moments: readonly Moment[]): readonly string[] => stagesFrom(moments).map(({ stage, at }) => `${at} ${stage}`);
const prospect = (at: number, stage: Extract<Moment, { kind: 'prospect' }>['stage']): Moment => ({ at, kind: 'prospect', stage });
const pays = (at: number, mrrMinor: number): Moment => ({ at, kind: 'pays', mrrMinor });

describe('stagesFrom', () => {
  it('only goes forward before the first payment, and back to qualified when the last deal is lost', () => {
    expect(
      named([
        prospect(1, 'captured'),
        prospect(2, 'qualified'),
        prospect(3, 'interested'),
        prospect(4, 'opportunity'),
        { at: 5, kind: 'deals_lost' },
        prospect(6, 'opportunity'),
      ]),
    ).toEqual(['1 captured', '2 qualified', '4 opportunity', '5 qualified', '6 opportunity']);
  });

  it('is onboarding, active, expanded; renewing covers them while the term ends', () => {
    expect(
      named([
        prospect(1, 'qualified'),
        pays(2, 100),
        { at: 3, kind: 'activated' },
        pays(4, 150),
        pays(5, 100),
        { at: 6, kind: 'term_ends_soon', isSoon: true },
        { at: 7, kind: 'term_ends_soon', isSoon: false },
      ]),
    ).toEqual(['1 qualified', '2 onboarding', '3 active', '4 expanded', '5 active', '6 renewing', '7 active']);
  });

  it('ends with the payments and begins anew with the next, when everything counts again', () => {
    expect(named([pays(1, 100), { at: 2, kind: 'activated' }, pays(3, 0), prospect(4, 'opportunity'), pays(5, 80)])).toEqual([
      '1 onboarding',
      '2 active',
      '3 churned',
      '5 onboarding',
    ]);
  });
});
