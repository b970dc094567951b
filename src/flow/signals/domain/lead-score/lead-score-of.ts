import { type FieldValue, fieldsOf, holds, looksAtClock } from '#kernel/condition.ts';
import type { LeadGrade } from '#kernel/signal.ts';
import type { LeadScore } from '../../contracts.ts';
import type { EngagementGroup, EngagementRule, LeadDefinition } from './lead-definition.ts';
import { type LeadRecord, leadField } from './lead-fields.ts';

/** Something that a person did, as the score reads it; instants are UTC ms. */
export interface LeadFact {
  readonly event: string;
  readonly at: number;
  readonly known: number;
  readonly props: Readonly<Record<string, string>>;
}

export type LeadScoreResult = Omit<LeadScore, 'asOf'>;
type LeadReason = LeadScore['reasons'][number];

/**
 * How good is this lead at `now` (UTC ms), and why?
 *
 * Fit: the points of the rules that hold, between 0 and 100; it never decays. Null, and without a grade, when nothing that a rule asks
 * for is known. Engagement: Σ over groups of min(cap, Σ points · 2^−(age ÷ half-life)), at least 0; facts after `now`, or known after it, do not count,
 * nor what a machine did. Band 1 is hot, 3 cold. Score: fitShare · fit + (1 − fitShare) · min(100, engagement), an unknown fit counting
 * as 0. The points of the reasons add up to fit and to engagement: a capped group shares its cap, and what a limit takes or gives is a reason of its own.
 */
export const leadScoreOf = (definition: LeadDefinition, record: LeadRecord, facts: readonly LeadFact[], now: number): LeadScoreResult =>
  leadScorer(definition, facts)(record, now);

/** As `leadScoreOf` for the same facts at one instant after another: what does not change with time is looked at once. */
export const leadScorer = (
  definition: LeadDefinition,
  facts: readonly LeadFact[],
): ((record: LeadRecord, now: number) => LeadScoreResult) => {
  const done = factsByRule(definition, facts);
  const { version } = definition;
  return (record, now) => {
    const fit = fitOf(definition, record, now);
    const engagement = engagementAt(done, now);
    return { ...scored(definition, fit.points, engagement.points), reasons: [...fit.reasons, ...engagement.reasons], version };
  };
};

/** Which grade, band and score follow from fit (null: unknown) and engagement? */
export const scored = (
  { grades, bands, fitShare }: LeadDefinition,
  fit: number | null,
  engagement: number,
): Pick<LeadScore, 'fit' | 'engagement' | 'grade' | 'band' | 'score'> => ({
  fit,
  engagement,
  grade: fit === null ? null : gradeOf(fit, grades),
  band: engagement >= bands.hot ? 1 : engagement >= bands.warm ? 2 : 3,
  score: fitShare * (fit ?? 0) + (1 - fitShare) * Math.min(100, engagement),
});

/** Was it a machine: a mail scanner that follows links, an image proxy that opens mails, a bot? Their facts carry a mark from intake. */
export const isMachine = ({ props }: Pick<LeadFact, 'props'>): boolean => MACHINE_MARKS.some((mark) => props[mark] === 'true');

const MACHINE_MARKS = ['machine', 'bot', 'prefetch'] as const;
const DAY_MS = 86_400_000;

const gradeOf = (fit: number, grades: LeadDefinition['grades']): LeadGrade =>
  fit >= grades.A ? 'A' : fit >= grades.B ? 'B' : fit >= grades.C ? 'C' : 'D';

interface Points<Total> {
  readonly points: Total;
  readonly reasons: readonly LeadReason[];
}
type Fit = Points<number | null>;

const fitOf = (definition: LeadDefinition, record: LeadRecord, now: number): Fit => {
  const { fields, isTimeless, fits } = fitRulesOf(definition);
  const held = isTimeless ? fits.get(record) : undefined;
  if (held !== undefined) return held;
  const read = (field: string) => leadField(record, field);
  const fit = fields.some((field) => read(field) !== undefined) ? fitBy(definition, read, now) : { points: null, reasons: [] };
  fits.set(record, fit);
  return fit;
};

const fitBy = ({ fit }: LeadDefinition, read: (field: string) => FieldValue, now: number): Fit => {
  const reasons = fit
    .filter((rule) => holds(rule.when, read, now))
    .map(({ key, when, points }): LeadReason => {
      const values = fieldsOf(when).flatMap((field) => read(field) ?? []);
      return { rule: key, kind: 'fit', points, at: null, note: values.map(noteText).join(', ') };
    });
  return limited(reasons, 'fit', 100);
};

interface FitRules {
  readonly fields: readonly string[];
  /** Does no rule look at the clock? Then a record fits as it did. */
  readonly isTimeless: boolean;
  readonly fits: WeakMap<LeadRecord, Fit>;
}

const fitRulesOf = (definition: LeadDefinition): FitRules => {
  const held = FIT_RULES.get(definition);
  if (held !== undefined) return held;
  const conditions = definition.fit.map((rule) => rule.when);
  const fields = [...new Set(conditions.flatMap(fieldsOf))];
  const rules = { fields, isTimeless: !conditions.some(looksAtClock), fits: new WeakMap<LeadRecord, Fit>() };
  FIT_RULES.set(definition, rules);
  return rules;
};

// The steps of an account's score ask the same records at every instant of its past: judging their fit again was half of a recomputation.
const FIT_RULES = new WeakMap<LeadDefinition, FitRules>();

interface DoneOfGroup {
  readonly group: EngagementGroup;
  readonly done: readonly { readonly rule: EngagementRule; readonly facts: readonly LeadFact[] }[];
}

const factsByRule = ({ engagement }: LeadDefinition, facts: readonly LeadFact[]): readonly DoneOfGroup[] => {
  if (facts.length === 0) return [];
  const byPeople = facts.filter((fact) => !isMachine(fact));
  return engagement.flatMap((group) => {
    const done = group.rules.flatMap((rule) => {
      const ofRule = byPeople.filter((fact) => isOfRule(rule, fact));
      return ofRule.length === 0 ? [] : [{ rule, facts: ofRule }];
    });
    return done.length === 0 ? [] : [{ group, done }];
  });
};

const isOfRule = ({ events, where }: EngagementRule, fact: LeadFact): boolean =>
  events.includes(fact.event) && (where === null || holds(where, (field) => fact.props[field], fact.at));

const engagementAt = (groups: readonly DoneOfGroup[], now: number): Points<number> =>
  limited(
    groups.flatMap((one) => groupReasons(one, now)),
    'engagement',
    Number.POSITIVE_INFINITY,
  );

const groupReasons = ({ group, done }: DoneOfGroup, now: number): readonly LeadReason[] => {
  const reasons = done.flatMap(({ rule, facts }) => ruleReason(rule, { facts, halfLifeDays: group.halfLifeDays, now }) ?? []);
  const total = sum(reasons.map((reason) => reason.points));
  const share = total > group.cap ? group.cap / total : 1;
  return share === 1 ? reasons : reasons.map((reason) => ({ ...reason, points: reason.points * share }));
};

const ruleReason = (
  { key, points }: EngagementRule,
  { facts, halfLifeDays, now }: { readonly facts: readonly LeadFact[]; readonly halfLifeDays: number; readonly now: number },
): LeadReason | null => {
  const counted = facts.filter((fact) => fact.at <= now && fact.known <= now);
  if (counted.length === 0) return null;
  const weight = sum(counted.map((fact) => 2 ** (-(now - fact.at) / (halfLifeDays * DAY_MS))));
  const at = counted.reduce((latest, fact) => Math.max(latest, fact.at), Number.NEGATIVE_INFINITY);
  return { rule: key, kind: 'engagement', points: points * weight, at, note: `×${counted.length}` };
};

const limited = (reasons: readonly LeadReason[], kind: LeadReason['kind'], most: number): Points<number> => {
  const total = sum(reasons.map((reason) => reason.points));
  const points = Math.min(most, Math.max(0, total));
  const limit: LeadReason = { rule: `${kind}_limit`, kind, points: points - total, at: null, note: '' };
  return { points, reasons: points === total ? reasons : [...reasons, limit] };
};

const noteText = (value: unknown): string => (typeof value === 'number' ? String(Math.round(value * 10) / 10) : String(value));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
