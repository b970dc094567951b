import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../testing/sample-plays.ts';
import { causesOfCrossings, causesOfDates, causesOfEntries, causesOfFacts, type TriggeringFact } from './causes.ts';
import type { SignalCrossing } from './play-changes.ts';

const MADRID = 'Europe/Madrid';
// The beginning of 11 May in Madrid, and half an hour later.
const MIDNIGHT = Date.UTC(2026, 4, 10, 22);
const LATE = Date.UTC(2026, 4, 10, 22, 30);

describe('causes', () => {
  it('of a crossing are its local day, for the band and signal that are named', () => {
    const crossing: SignalCrossing = {
      account: 1,
      signal: 'health',
      from: 'good',
      to: 'bad',
      day: '2026-05-11',
    };
    const told = [crossing, { ...crossing, from: 'bad' }, { ...crossing, to: 'watch' }, { ...crossing, signal: 'lead_score' as const }];
    expect(causesOfCrossings({ kind: 'signal_crosses', signal: 'health', to: 'bad' }, told, MADRID)).toEqual([
      { account: 1, key: '2026-05-11', at: MIDNIGHT, evidence: [{ label: 'band', value: 'bad', at: MIDNIGHT }], timeless: false },
    ]);
  });

  it('of an entry are its instant, told and found standing being the same', () => {
    const accounts = [sampleAccount(1, { stage: 'onboarding', stageSince: LATE }), sampleAccount(2, { stage: 'active', stageSince: LATE })];
    const entries = [
      { account: 1, stage: 'onboarding', at: LATE },
      { account: 2, stage: 'onboarding', at: LATE - 1 },
    ] as const;
    const causes = causesOfEntries({ kind: 'stage_entered', stage: 'onboarding' }, entries, accounts);
    expect(causes.map(({ account, key }) => [account, key])).toEqual([
      [1, String(LATE)],
      [2, String(LATE - 1)],
    ]);
  });

  it('of a date are the date, also one that a custom attribute holds, and none for what is no date', () => {
    const at = { today: '2026-05-10', zone: MADRID };
    const account = (contract: string | null) => [sampleAccount(1, { attributes: { contract } })];
    const keys = (contract: string | null) =>
      causesOfDates({ kind: 'date_near', field: 'x.contract', days: 30 }, account(contract), at).map(({ key }) => key);
    expect(keys('2026-06-01')).toEqual(['2026-06-01']);
    expect(keys('2026-06-01T10:00:00Z')).toEqual(['2026-06-01']);
    expect([keys('soon'), keys(null), keys('2026-13-01')]).toEqual([[], [], []]);
  });

  it('of facts are one for a record in a local month, and one for each other fact', () => {
    const fact = (id: string, at: number, subject: string | null): TriggeringFact => ({
      id,
      event: 'payment_failed',
      account: 1,
      subject,
      at,
      reason: null,
    });
    const told = [
      fact('1', LATE, 'inv_1'),
      fact('2', LATE - 1e9, 'inv_1'),
      fact('3', LATE + 40 * 864e5, 'inv_1'),
      fact('4', LATE, null),
      fact('5', LATE, null),
    ];
    const causes = causesOfFacts(told, MADRID);
    expect(causes.map(({ key, evidence }) => [key, evidence.length])).toEqual([
      ['inv_1:2026-05', 1],
      ['inv_1:2026-04', 1],
      ['inv_1:2026-06', 1],
      ['4', 1],
      ['5', 1],
    ]);
    expect(causesOfFacts([fact('2', LATE - 1, 'inv_1'), fact('1', LATE, 'inv_1')], MADRID)[0]).toMatchObject({
      at: LATE,
      evidence: [{ at: LATE - 1 }, { at: LATE }],
    });
  });
});
