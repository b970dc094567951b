import { describe, expect, it } from 'vitest';
import { accountLeadScore, type LeadPerson, leadScoreSteps } from './account-lead-score.ts';
import { defaultLeadDefinition } from './default-lead-score.ts';

const DEFAULT = defaultLeadDefinition();
const DAY = 86_400_000;
const did = (day: number, event: string, known = day) => ({ event, at: day * DAY, known: known * DAY, props: {} });

describe('the score of an account', () => {
  it('takes the best fit, and the engagement of the strongest with diminishing weight', () => {
    const people = [
      { fit: 40, engagement: 20 },
      { fit: 80, engagement: 0 },
      { fit: null, engagement: 40 },
      { fit: 10, engagement: 8 },
      { fit: 10, engagement: 8 },
    ];
    // 40 + 20 ÷ 4 + 8 ÷ 8 = 46; (80 + 46) ÷ 2 = 63.
    expect(accountLeadScore(DEFAULT, people)).toEqual({ fit: 80, engagement: 46, grade: 'A', band: 2, score: 63 });
  });

  it('is not made hot by a long list of faint people', () => {
    const crowd = Array.from({ length: 500 }, () => ({ fit: null, engagement: 10 }));
    expect(accountLeadScore(DEFAULT, crowd)).toEqual({ fit: null, engagement: 13.75, grade: null, band: 3, score: 6.875 });
    expect(accountLeadScore(DEFAULT, [])).toEqual({ fit: null, engagement: 0, grade: null, band: 3, score: 0 });
  });
});

describe('the steps of an account’s score', () => {
  const buyer = { person: { title: 'Head of IT' }, account: { industry: 'Retail', country: 'ES' }, emailKind: 'business' as const };
  const people: readonly LeadPerson[] = [
    {
      records: [
        { at: 0, known: 0, record: { person: {}, account: {}, emailKind: 'business' } },
        { at: 5 * DAY, known: 5 * DAY, record: buyer },
      ],
      facts: [did(2, 'form_submitted'), did(3, 'demo_requested', 8)],
    },
  ];

  it('say what could be known at each instant at which something was learned', () => {
    const steps = leadScoreSteps(DEFAULT, people, 10 * DAY);
    expect(steps.map(({ at, grade }) => [at / DAY, grade])).toEqual([
      [0, 'D'],
      [2, 'D'],
      [5, 'B'],
      [8, 'B'],
    ]);
    expect(steps[1]!.score).toBe(20);
    // Day 8: fit 70; a form of 6 days ago and a demo of 5 days ago that became known only now.
    expect(steps[3]!.score).toBeCloseTo((70 + 20 * 2 ** (-6 / 45) + 40 * 2 ** (-5 / 30)) / 2, 10);
    expect(steps.every((step) => step.at === step.known)).toBe(true);
  });

  it('end at now', () => expect(leadScoreSteps(DEFAULT, people, 4 * DAY)).toHaveLength(2));
});
