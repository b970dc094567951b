import { describe, expect, it } from 'vitest';
import { movementsOf, planMovementsOf } from './movements.ts';
import { accountMrrSteps } from './mrr-ledger.ts';
import type { SubscriptionVersion } from './subscription-version.ts';
import { DOLLARS, phase, version } from './testing/timelines.ts';

const PRO = { plan: 'Pro' };
const ENTERPRISE = { plan: 'Enterprise' };

describe('movementsOf', () => {
  it('names each net change of a date', () => {
    const phases = [
      phase('2024-01-01', '2024-02-01', 5_000, { trial: true }),
      phase('2024-02-01', '2024-03-01', 5_000),
      phase('2024-03-01', '2024-04-01', 8_000),
      phase('2024-04-01', '2024-05-01', 6_000),
      phase('2024-06-01', null, 7_000),
    ];
    // The trial converts: new on 1 February, not in January. May is a gap: churn on its first day, reactivation on the first after it.
    expect(movements([version('acme:1', phases)])).toEqual([
      ['2024-02-01', 'new', 5_000, 1],
      ['2024-03-01', 'expansion', 3_000, 0],
      ['2024-04-01', 'contraction', -2_000, 0],
      ['2024-05-01', 'churn', -6_000, -1],
      ['2024-06-01', 'reactivation', 7_000, 1],
    ]);
  });

  it('nets what happens on one local date, whichever subscription it is', () => {
    const versions = [version('acme:1', [phase('2024-01-01', '2024-03-01', 5_000)]), version('acme:2', [phase('2024-03-01', null, 9_000)])];
    expect(movements(versions)).toEqual([
      ['2024-01-01', 'new', 5_000, 1],
      ['2024-03-01', 'expansion', 4_000, 0],
    ]);
  });
});

describe('planMovementsOf', () => {
  it('calls what goes from plan to plan a transfer and only the net change expansion', () => {
    const phases = [phase('2024-01-01', '2024-03-01', 5_000), phase('2024-03-01', null, 9_000, PRO)];
    // Basic loses 50, Pro gains 90: 50 are transferred, 40 are expansion, and it happens in Pro.
    expect(planMovements([version('acme:1', phases)])).toEqual([
      ['2024-01-01', 'Basic', 'new', 5_000, 1],
      ['2024-03-01', 'Basic', 'transfer', -5_000, -1],
      ['2024-03-01', 'Pro', 'expansion', 4_000, 0],
      ['2024-03-01', 'Pro', 'transfer', 5_000, 1],
    ]);
  });

  it('splits a contraction over the plans that shrank, to the cent', () => {
    const versions = [
      version('acme:1', [phase('2024-01-01', '2024-03-01', 100)]),
      version('acme:2', [phase('2024-01-01', '2024-03-01', 50, ENTERPRISE)]),
      version('acme:3', [phase('2024-03-01', null, 100, PRO)]),
    ];
    // Pro gains 100 of the 150 that Basic (100) and Enterprise (50) lose. 100 × 2/3 = 66.67 and 33.33: transfers of 67 and 33; what is
    // left, 33 and 17, is the contraction of 50.
    expect(planMovements(versions)).toEqual([
      ['2024-01-01', 'Basic', 'new', 100, 1],
      ['2024-01-01', 'Enterprise', 'new', 50, 1],
      ['2024-03-01', 'Basic', 'contraction', -33, 0],
      ['2024-03-01', 'Basic', 'transfer', -67, -1],
      ['2024-03-01', 'Enterprise', 'contraction', -17, 0],
      ['2024-03-01', 'Enterprise', 'transfer', -33, -1],
      ['2024-03-01', 'Pro', 'transfer', 100, 1],
    ]);
  });

  it('calls one plan more, and one plan less, of a paying account expansion and contraction', () => {
    const versions = [version('acme:1', [phase('2024-01-01', null, 100)]), version('acme:2', [phase('2024-02-01', '2024-03-01', 40, PRO)])];
    expect(planMovements(versions)).toEqual([
      ['2024-01-01', 'Basic', 'new', 100, 1],
      ['2024-02-01', 'Pro', 'expansion', 40, 1],
      ['2024-03-01', 'Pro', 'contraction', -40, -1],
    ]);
  });
});

function account(versions: readonly SubscriptionVersion[]) {
  const asOf = Date.parse('2024-12-31T12:00:00Z');
  return accountMrrSteps({ versions, asOf, zone: 'UTC', fx: DOLLARS }).accounts[0]!;
}

function movements(versions: readonly SubscriptionVersion[]) {
  return movementsOf(account(versions)).map(({ date, kind, amountMinor, accounts }) => [date, kind, amountMinor, accounts]);
}

function planMovements(versions: readonly SubscriptionVersion[]) {
  return planMovementsOf(account(versions)).map(({ date, plan, kind, amountMinor, accounts }) => [date, plan, kind, amountMinor, accounts]);
}
