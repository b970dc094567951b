import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLeadDefinition } from './default-lead-score.ts';
import { LeadDefinition } from './lead-definition.ts';
import type { LeadRecord } from './lead-fields.ts';
import { type LeadFact, leadScoreOf } from './lead-score-of.ts';

const NOW = Date.UTC(2026, 5, 30);
const DAY = 86_400_000;
const DEFAULT = defaultLeadDefinition();
const did = (daysAgo: number, event: string, props: Record<string, string> = {}): LeadFact => ({
  event,
  at: NOW - daysAgo * DAY,
  known: NOW - daysAgo * DAY,
  props,
});
const lead = (
  person: LeadRecord['person'],
  account: LeadRecord['account'] = {},
  emailKind: LeadRecord['emailKind'] = null,
): LeadRecord => ({
  person,
  account,
  emailKind,
});
const NOBODY = lead({});

describe('fit by the default formula', () => {
  it('gives the best lead a hundred, each part with its reason', () => {
    const best = leadScoreOf(
      DEFAULT,
      lead({ title: 'Chief Executive Officer' }, { employees: 200, industry: 'Retail', country: 'ES' }, 'business'),
      [],
      NOW,
    );
    expect(best).toMatchObject({ fit: 100, grade: 'A', engagement: 0, band: 3, score: 50 });
    expect(best.reasons.map((reason) => [reason.rule, reason.points, reason.note])).toEqual([
      ['executive', 30, 'executive'],
      ['size_medium', 25, '200'],
      ['business_mail', 20, 'business'],
      ['industry_known', 15, 'Retail'],
      ['country_known', 10, 'ES'],
    ]);
  });

  it('is unknown, without a grade, when nothing that it asks for is known', () => {
    expect(leadScoreOf(DEFAULT, NOBODY, [], NOW)).toMatchObject({ fit: null, grade: null, score: 0, reasons: [] });
  });

  it('does not fall below nothing, and says what the limit gave back', () => {
    const student = leadScoreOf(DEFAULT, lead({ title: 'Student' }, {}, 'free'), [], NOW);
    expect(student).toMatchObject({ fit: 0, grade: 'D' });
    expect(student.reasons.map((reason) => [reason.rule, reason.points])).toEqual([
      ['student', -30],
      ['free_mail', -10],
      ['fit_limit', 40],
    ]);
  });
});

describe('engagement by the default formula', () => {
  it('halves with each half-life', () => {
    const of = (days: number) => leadScoreOf(DEFAULT, NOBODY, [did(days, 'demo_requested')], NOW).engagement;
    expect([of(0), of(30), of(60)]).toEqual([40, 20, 10]);
  });

  it('worked by hand: groups are capped after decay, and share their cap among their reasons', () => {
    // intent: 40 + 40 = 80, capped at 60; answers: 20 · 2^(−45/45) = 10; visits: 3 · 2 · 2^(−14/14) = 3.
    const facts = [
      did(0, 'demo_requested'),
      did(0, 'trial_started'),
      did(45, 'form_submitted'),
      ...[1, 2, 3].map(() => did(14, 'page_viewed', { path: '/' })),
    ];
    const hot = leadScoreOf(DEFAULT, NOBODY, facts, NOW);
    expect(hot).toMatchObject({ engagement: 73, band: 1, score: 36.5 });
    expect(hot.reasons.map((reason) => [reason.rule, reason.points, reason.note])).toEqual([
      ['demo_requested', 30, '×1'],
      ['trial_started', 30, '×1'],
      ['form_submitted', 10, '×1'],
      ['page_viewed', 3, '×3'],
    ]);
  });

  it('counts the pricing page twice over: as a page and as intent', () => {
    const visit = leadScoreOf(DEFAULT, NOBODY, [did(0, 'page_viewed', { path: '/en/pricing' })], NOW);
    expect(visit.engagement).toBe(17);
  });

  it('ignores what machines do, and what was not known yet', () => {
    const facts = [
      did(0, 'email_clicked', { machine: 'true' }),
      did(0, 'page_viewed', { bot: 'true' }),
      { ...did(1, 'demo_requested'), known: NOW + 1 },
      did(-1, 'trial_started'),
      did(0, 'email_opened'),
    ];
    expect(leadScoreOf(DEFAULT, NOBODY, facts, NOW)).toMatchObject({ engagement: 0, reasons: [] });
  });

  it('takes a refusal from what was given, down to nothing', () => {
    expect(leadScoreOf(DEFAULT, NOBODY, [did(0, 'trial_started'), did(0, 'question_asked'), did(0, 'unsubscribed')], NOW).engagement).toBe(
      20,
    );
    const gone = leadScoreOf(DEFAULT, NOBODY, [did(0, 'form_submitted'), did(0, 'unsubscribed')], NOW);
    expect(gone).toMatchObject({ engagement: 0, band: 3 });
    expect(gone.reasons.at(-1)).toMatchObject({ rule: 'engagement_limit', points: 20 });
  });
});

describe('any lead', () => {
  const fact: fc.Arbitrary<LeadFact> = fc.record({
    event: fc.constantFrom('demo_requested', 'page_viewed', 'form_submitted', 'email_clicked', 'unsubscribed', 'other'),
    at: fc.integer({ min: 0, max: 400 }).map((days) => NOW - days * DAY),
    known: fc.constant(0),
    props: fc.constantFrom<Record<string, string>>({}, { path: '/pricing' }, { machine: 'true' }),
  });
  const record = fc.record({
    person: fc.record({ title: fc.constantFrom('CEO', 'Student', 'Engineer', null), do_not_email: fc.constantFrom('Yes', 'No', null) }),
    account: fc.record({ seats: fc.constantFrom(1, 20, 500, 9000, null), industry: fc.constantFrom('Retail', '') }),
    emailKind: fc.constantFrom('business' as const, 'free' as const, 'disposable' as const, null),
  });

  it('has scores within bounds that the reasons add up to', () => {
    fc.assert(
      fc.property(record, fc.array(fact, { maxLength: 40 }), (who, facts) => {
        const score = leadScoreOf(DEFAULT, who, facts, NOW);
        const sum = (kind: string) => score.reasons.filter((one) => one.kind === kind).reduce((total, one) => total + one.points, 0);
        expect(sum('fit')).toBeCloseTo(score.fit ?? 0, 8);
        expect(sum('engagement')).toBeCloseTo(score.engagement, 8);
        expect(score.fit === null).toBe(score.grade === null);
        expect(score.score).toBeGreaterThanOrEqual(0);
        expect(score.score).toBeLessThanOrEqual(100);
        expect(score.engagement).toBeLessThanOrEqual(60 + 40 + 20 + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('only cools down while it does nothing, unless it refused', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 20 }), fc.integer({ min: 1, max: 200 }), (facts, days) => {
        const willing = facts.filter((one) => one.event !== 'unsubscribed');
        const [now, later] = [NOW, NOW + days * DAY].map((at) => leadScoreOf(DEFAULT, NOBODY, willing, at).engagement);
        expect(later).toBeLessThanOrEqual(now! + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('is never made hotter than its caps by doing the same again and again', () => {
    const clicks = Array.from({ length: 1000 }, () => did(0, 'page_viewed'));
    expect(leadScoreOf(DEFAULT, NOBODY, clicks, NOW).engagement).toBeCloseTo(20, 9);
  });
});

describe('a formula', () => {
  it('must have its own key for every rule, and grades that fall', () => {
    expect(LeadDefinition.safeParse({ ...DEFAULT, fit: [DEFAULT.fit[0], DEFAULT.fit[0]] }).success).toBe(false);
    expect(LeadDefinition.safeParse({ ...DEFAULT, grades: { A: 50, B: 60, C: 10 } }).success).toBe(false);
  });
});

describe('the leads of an education company', () => {
  it('are told apart by fit alone better than by chance: the probability that a won lead stands above a lost one', () => {
    const rows: readonly Record<string, string>[] = parse(readFileSync('../shared/data/lead_scoring/leads.csv', 'utf8'), {
      columns: (names: readonly string[]) =>
        names.map((name) =>
          name
            .trim()
            .toLowerCase()
            .replace(/[^a-z]+/g, '_'),
        ),
      relax_column_count: true,
    });
    const fits = rows.map((row) => ({ won: row.converted === '1', fit: leadScoreOf(DEFAULT, lead(row), [], NOW).fit ?? 0 }));
    const of = (won: boolean) => fits.filter((one) => one.won === won).map((one) => one.fit);
    const [won, lost] = [of(true), of(false)];
    expect([won.length, lost.length]).toEqual([2148, 3416]);
    let above = 0;
    for (const a of won) for (const b of lost) above += a > b ? 1 : a === b ? 0.5 : 0;
    const auc = above / (won.length * lost.length);
    expect(auc).toBeCloseTo(0.752, 3);
  });
});
