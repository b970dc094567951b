import { describe, expect, it } from 'vitest';
import { addDays, dateOf, daysBetween, startOfDate } from '#kernel/calendar.ts';
import { LIFE_STAGES } from '#kernel/stage-of-life.ts';
import { StageRule } from '../../contracts.ts';
import { defaultLifecycleRules } from './default-rules.ts';
import type { LifecycleFact, LifecycleInput } from './input.ts';
import { lifecycleMoves } from './lifecycle-moves.ts';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
/** Noon of the n-th day of the story. */
const day = (n: number): number => startOfDate(addDays('2026-01-01', n), ZONE) + 12 * HOUR;
const date = (n: number): string => addDays('2026-01-01', n);
const fact = (n: number, event: string, extra: Partial<LifecycleFact> = {}): LifecycleFact => ({
  event,
  at: day(n),
  known: day(n),
  subject: null,
  props: {},
  ...extra,
});
const pays = (n: number, mrrMinor: number) => ({ at: day(n), known: day(n), mrrMinor, subject: 'sub_1' });
const term = (n: number, from: number, to: number | null) => ({
  subject: 'sub_1',
  at: day(n),
  known: day(n),
  startsOn: date(from),
  endsOn: to === null ? null : date(to),
});
const used = (...days: readonly number[]) => days.map((n) => fact(n, 'feature_used'));

const story = (given: Partial<LifecycleInput>): LifecycleInput => ({
  facts: [],
  mrrSteps: [],
  termEnds: [],
  scores: [],
  attributes: [],
  rules: defaultLifecycleRules(),
  ruleVersion: 1,
  now: day(3000),
  zone: ZONE,
  ...given,
});
/** The moves as lines: `day 3 captured <- reached (captured.0.fact)`. */
const told = (given: Partial<LifecycleInput>): readonly string[] =>
  lifecycleMoves(story(given)).map(
    (move) => `day ${daysBetween('2026-01-01', dateOf(move.enteredAt, ZONE))} ${move.stage} <- ${move.from ?? '-'} (${move.cause})`,
  );

describe('a prospect', () => {
  it('goes from the first touch to an opportunity, one fact at a time', () => {
    const facts = [
      fact(0, 'page_viewed', { props: { path: '/' } }),
      fact(2, 'form_submitted'),
      fact(5, 'page_viewed', { props: { path: '/pricing?plan=pro' } }),
      fact(9, 'deal_opened', { subject: 'deal_1' }),
    ];
    const scores = [
      { at: day(5), known: day(5), score: 44, grade: 'B' },
      { at: day(7), known: day(7), score: 51, grade: 'B' },
    ];
    expect(told({ facts, scores })).toEqual([
      'day 0 reached <- - (reached.0.fact)',
      'day 2 captured <- reached (captured.0.fact)',
      'day 5 interested <- captured (interested.1.fact)',
      'day 7 qualified <- interested (qualified.0.lead_score)',
      'day 9 opportunity <- qualified (opportunity.0.fact)',
    ]);
  });

  it('is not qualified by a high score of a poor grade, nor moved back when the score decays', () => {
    const scores = [
      { at: day(1), known: day(1), score: 90, grade: 'C' },
      { at: day(2), known: day(2), score: 90, grade: 'A' },
      { at: day(30), known: day(30), score: 12, grade: 'A' },
    ];
    expect(told({ scores })).toEqual(['day 2 qualified <- - (qualified.0.lead_score)']);
  });

  it('never goes back for a lesser fact, and makes one move of several facts at one instant', () => {
    const facts = [fact(0, 'page_viewed'), fact(0, 'form_submitted'), fact(0, 'demo_requested'), fact(1, 'form_submitted')];
    expect(told({ facts })).toEqual(['day 0 interested <- - (interested.0.fact)']);
  });

  it('falls back into nurture when its last open deal is lost, and rises again with the next', () => {
    const deal = (n: number, event: string, subject: string) => fact(n, event, { subject });
    const facts = [
      fact(0, 'lead_captured'),
      deal(1, 'deal_opened', 'a'),
      deal(2, 'deal_opened', 'b'),
      deal(3, 'deal_lost', 'a'),
      deal(4, 'deal_lost', 'b'),
      deal(50, 'deal_opened', 'c'),
    ];
    expect(told({ facts })).toEqual([
      'day 0 captured <- - (captured.0.fact)',
      'day 1 opportunity <- captured (opportunity.0.fact)',
      'day 4 qualified <- opportunity (deal_lost)',
      'day 50 opportunity <- qualified (opportunity.0.fact)',
    ]);
  });

  it('stays an opportunity while another deal is won', () => {
    const facts = [
      fact(1, 'deal_opened', { subject: 'a' }),
      fact(1, 'deal_opened', { subject: 'b' }),
      fact(2, 'deal_won', { subject: 'a' }),
      fact(3, 'deal_lost', { subject: 'b' }),
    ];
    expect(told({ facts })).toHaveLength(1);
  });
});

describe('a customer', () => {
  it('may be first seen paying: then it is onboarding at once, and touches no longer count', () => {
    expect(told({ mrrSteps: [pays(3, 9900)], facts: [fact(4, 'page_viewed'), fact(5, 'deal_opened')] })).toEqual([
      'day 3 onboarding <- - (onboarding.0.mrr_started)',
    ]);
  });

  it('is active with its fifth use within thirty days of its start, counted from the start', () => {
    const mrrSteps = [pays(10, 9900)];
    expect(told({ mrrSteps, facts: used(8, 9, 11, 12, 20, 30) })).toHaveLength(1);
    const moves = lifecycleMoves(story({ mrrSteps, facts: used(8, 9, 11, 12, 20, 30, 39) }));
    expect(moves.at(-1)).toMatchObject({ stage: 'active', enteredAt: day(39), cause: 'active.0.fact' });
    expect(moves.at(-1)!.evidence.map((one) => one.at)).toEqual([day(11), day(12), day(20), day(30), day(39)]);
    expect(told({ mrrSteps, facts: used(11, 12, 20, 30, 40) })).toHaveLength(1);
  });

  it('counts its thirty days by the calendar, over a change of the clocks', () => {
    // 30 local days from noon of 1 March (Berlin) end with 30 March; on 29 March the clocks go forward.
    const mrrSteps = [{ at: startOfDate('2026-03-01', ZONE) + 12 * HOUR, known: 0, mrrMinor: 100 }];
    const last = (at: number) =>
      [...Array(4)].map((_, i) => ({ ...fact(0, 'feature_used'), at: mrrSteps[0]!.at + i })).concat({ ...fact(0, 'feature_used'), at });
    const end = startOfDate('2026-03-31', ZONE);
    expect(told({ mrrSteps, facts: last(end - 1) })).toHaveLength(2);
    expect(told({ mrrSteps, facts: last(end) })).toHaveLength(1);
  });

  it('is expanded while it pays more than at its start', () => {
    const mrrSteps = [pays(0, 100), pays(40, 150), pays(60, 120), pays(80, 100), pays(90, 101)];
    expect(told({ mrrSteps, facts: used(1, 2, 3, 4, 5) }).slice(1)).toEqual([
      'day 5 active <- onboarding (active.0.fact)',
      'day 40 expanded <- active (expanded.0.mrr_above_start)',
      'day 80 active <- expanded (expanded.0.mrr_above_start.ended)',
      'day 90 expanded <- active (expanded.0.mrr_above_start)',
    ]);
  });

  it('that expanded without the milestone counts as active once it contracts', () => {
    expect(told({ mrrSteps: [pays(0, 100), pays(40, 150), pays(60, 50)] }).at(-1)).toBe(
      'day 60 active <- expanded (expanded.0.mrr_above_start.ended)',
    );
  });

  it('is renewing from 90 days before its term ends until it renews, and returns to what held beneath', () => {
    const given = { mrrSteps: [pays(0, 100), pays(40, 150)], termEnds: [term(0, 0, 365), term(300, 365, 730)] };
    expect(told(given).slice(1)).toEqual([
      'day 40 expanded <- onboarding (expanded.0.mrr_above_start)',
      'day 275 renewing <- expanded (renewing.0.term_ends_within)',
      'day 300 expanded <- renewing (renewing.0.term_ends_within.ended)',
      'day 640 renewing <- expanded (renewing.0.term_ends_within)',
    ]);
    // A window opens with its local day, not at noon.
    expect(lifecycleMoves(story(given))[2]!.enteredAt).toBe(startOfDate(date(275), ZONE));
  });

  it('returns to onboarding when it renews without ever having reached the milestone', () => {
    const given = { mrrSteps: [pays(0, 100)], termEnds: [term(0, 0, 365), term(300, 365, 730)], now: day(310) };
    expect(told(given).at(-1)).toBe('day 300 onboarding <- renewing (renewing.0.term_ends_within.ended)');
  });

  it('stays renewing when its term ran out while it still pays, and churns when it stops', () => {
    const given = { mrrSteps: [pays(0, 100), pays(400, 0)], termEnds: [term(0, 0, 365)] };
    expect(told(given).slice(-2)).toEqual([
      'day 275 renewing <- onboarding (renewing.0.term_ends_within)',
      'day 400 churned <- renewing (churned.0.mrr_ended)',
    ]);
  });

  it('with a monthly term is not renewing all the time', () => {
    expect(told({ mrrSteps: [pays(0, 100)], termEnds: [term(0, 0, 31), term(31, 31, 59)] })).toHaveLength(1);
  });

  it('won back begins a second life in onboarding, with its own milestone and its own start', () => {
    const mrrSteps = [pays(0, 100), pays(50, 0), pays(200, 80), pays(300, 90)];
    const facts = [...used(1, 2, 3, 4, 5), fact(100, 'page_viewed'), fact(110, 'deal_opened'), ...used(190, 201, 202, 203, 204)];
    expect(told({ mrrSteps, facts })).toEqual([
      'day 0 onboarding <- - (onboarding.0.mrr_started)',
      'day 5 active <- onboarding (active.0.fact)',
      'day 50 churned <- active (churned.0.mrr_ended)',
      'day 200 onboarding <- churned (onboarding.0.mrr_started)',
      'day 300 expanded <- onboarding (expanded.0.mrr_above_start)',
    ]);
    expect(told({ mrrSteps, facts: [...facts, ...used(205)] })).toContain('day 205 active <- onboarding (active.0.fact)');
  });

  it('is not renewing in its second life for a term of the first that nobody closed', () => {
    const given = { mrrSteps: [pays(0, 100), pays(300, 0), pays(500, 100)], termEnds: [term(0, 0, 365)] };
    expect(told(given).at(-1)).toBe('day 500 onboarding <- churned (onboarding.0.mrr_started)');
  });
});

describe('time', () => {
  it('knows no move after now, and none whose evidence came later', () => {
    const late = { ...fact(3, 'form_submitted'), known: day(20) };
    const given = { facts: [fact(0, 'page_viewed'), late], mrrSteps: [{ ...pays(30, 100), known: day(1) }] };
    expect(told({ ...given, now: day(19) })).toEqual(['day 0 reached <- - (reached.0.fact)']);
    expect(told({ ...given, now: day(20) })[1]).toBe('day 3 captured <- reached (captured.0.fact)');
    expect(lifecycleMoves(story({ ...given, now: day(29) })).map((move) => move.stage)).toEqual(['reached', 'captured']);
    expect(lifecycleMoves(story({ ...given, now: day(29) }))[1]!.knownAt).toBe(day(20));
  });

  it('takes the step that was known last when one instant was corrected', () => {
    const mrrSteps = [pays(0, 100), pays(50, 0), { ...pays(50, 120), known: day(60) }];
    expect(told({ mrrSteps, now: day(55) }).at(-1)).toContain('churned');
    expect(told({ mrrSteps, now: day(60) }).at(-1)).toContain('expanded');
  });
});

describe('changed rules', () => {
  const rule = (given: unknown) => StageRule.parse(given);

  it('ask their condition with the attributes of that instant, and again when an attribute changes while the state holds', () => {
    const rules = [
      rule({
        stage: 'captured',
        when: [{ kind: 'fact', events: ['form_submitted'] }],
        onlyIf: { field: 'country', op: 'is', value: 'ES' },
      }),
      rule({
        stage: 'qualified',
        when: [{ kind: 'lead_score', atLeast: 50, gradeAtLeast: 'B' }],
        onlyIf: { field: 'country', op: 'is', value: 'ES' },
      }),
    ];
    const given = {
      rules,
      facts: [fact(1, 'form_submitted'), fact(8, 'form_submitted')],
      scores: [{ at: day(2), known: day(2), score: 60, grade: 'A' }],
      attributes: [
        { at: day(0), known: day(0), set: { country: 'US' } },
        { at: day(5), known: day(6), set: { country: 'ES' } },
      ],
    };
    expect(told(given)).toEqual(['day 5 qualified <- - (qualified.0.lead_score)']);
    expect(lifecycleMoves(story(given))[0]!.knownAt).toBe(day(6));
    expect(told({ ...given, scores: [] })).toEqual(['day 8 captured <- - (captured.0.fact)']);
  });

  it('forget with the life what held in it without meeting its condition', () => {
    const expanded = {
      stage: 'expanded',
      when: [{ kind: 'lead_score', atLeast: 50, gradeAtLeast: 'A' }],
      onlyIf: { field: 'tier', op: 'is', value: 'gold' },
    };
    const rules = [...defaultLifecycleRules().filter((one) => one.stage !== 'expanded'), rule(expanded)];
    const given = {
      rules,
      mrrSteps: [pays(0, 100), pays(50, 0)],
      scores: [{ at: day(10), known: day(10), score: 70, grade: 'A' }],
      attributes: [{ at: day(60), known: day(60), set: { tier: 'gold' } }],
    };
    expect(told(given).at(-1)).toBe('day 50 churned <- onboarding (churned.0.mrr_ended)');
  });

  it('pass over a stage that is switched off', () => {
    const rules = defaultLifecycleRules().map((one) => ({ ...one, on: one.stage !== 'onboarding' && one.stage !== 'qualified' }));
    const facts = [fact(0, 'demo_requested'), fact(1, 'deal_opened'), fact(2, 'deal_lost'), ...used(11, 12, 13, 14, 15)];
    expect(told({ rules, facts, mrrSteps: [pays(10, 100)] }).slice(2)).toEqual([
      'day 2 interested <- opportunity (deal_lost)',
      'day 15 active <- interested (active.0.fact)',
    ]);
  });

  it('count several facts within a number of days, before one is a customer, in any such stretch', () => {
    const rules = [rule({ stage: 'interested', when: [{ kind: 'fact', events: ['page_viewed'], times: 3, withinDays: 7 }] })];
    const visits = [0, 5, 9, 12, 14].map((n) => fact(n, 'page_viewed'));
    expect(told({ rules, facts: visits })).toEqual(['day 14 interested <- - (interested.0.fact)']);
  });

  it('may know customers by facts alone', () => {
    const rules = [
      rule({ stage: 'onboarding', when: [{ kind: 'fact', events: ['contract_signed'] }] }),
      rule({ stage: 'active', when: [{ kind: 'fact', events: ['feature_used'], times: 2, withinDays: 30 }] }),
      rule({ stage: 'churned', when: [{ kind: 'fact', events: ['contract_ended'] }] }),
    ];
    const facts = [
      ...used(1, 2),
      fact(10, 'contract_signed'),
      ...used(11, 12),
      fact(20, 'contract_ended'),
      fact(30, 'contract_signed'),
      ...used(31),
    ];
    expect(told({ rules, facts }).map((line) => line.split(' (')[0])).toEqual([
      'day 10 onboarding <- -',
      'day 12 active <- onboarding',
      'day 20 churned <- active',
      'day 30 onboarding <- churned',
    ]);
  });
});

describe('the default rules', () => {
  it('have one rule for every stage, in the order of the river', () => {
    expect(defaultLifecycleRules().map((rule) => rule.stage)).toEqual([...LIFE_STAGES]);
  });
});

describe('a rule that asks for several people', () => {
  const by = (person: number, n: number): LifecycleFact => fact(n, 'feature_used', { person });
  const rulesWith = (people: number): readonly StageRule[] =>
    defaultLifecycleRules().map((rule) =>
      rule.stage === 'active'
        ? { ...rule, when: [{ kind: 'fact', events: ['feature_used'], where: null, times: 3, people, withinDays: 30 }] }
        : rule,
    );
  const activeOn = (facts: readonly LifecycleFact[], people: number) =>
    told({ facts, mrrSteps: [pays(0, 100)], rules: rulesWith(people), now: day(60) }).filter((line) => line.includes(' active '));

  it('waits for the last of them, in time, and counts nobody for facts that name nobody', () => {
    const facts = [by(1, 1), by(1, 2), by(1, 3), by(0, 4), by(2, 9), by(3, 12)];
    expect(activeOn(facts, 1)).toEqual(['day 3 active <- onboarding (active.0.fact)']);
    expect(activeOn(facts, 2)).toEqual(['day 9 active <- onboarding (active.0.fact)']);
    expect(activeOn(facts, 3)).toEqual(['day 12 active <- onboarding (active.0.fact)']);
    expect(activeOn(facts, 4)).toEqual([]);
    expect(activeOn([by(1, 1), by(1, 2), by(1, 3), by(2, 40)], 2)).toEqual([]);
  });
});
