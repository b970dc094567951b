import { fieldsOf, holds } from '#kernel/condition.ts';
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
export const leadScoreOf = (definition: LeadDefinition, record: LeadRecord, facts: readonly LeadFact[], now: number): LeadScoreResult => {
  const fit = fitOf(definition, record, now);
  const done = engagementOf(definition, facts, now);
  return { ...scored(definition, fit.points, done.points), reasons: [...fit.reasons, ...done.reasons], version: definition.version };
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

const fitOf = (
  { fit: rules }: LeadDefinition,
  record: LeadRecord,
  now: number,
): { readonly points: number | null; readonly reasons: readonly LeadReason[] } => {
  const read = (field: string) => leadField(record, field);
  const asked = new Set(rules.flatMap((rule) => fieldsOf(rule.when)));
  if (![...asked].some((field) => read(field) !== undefined)) return { points: null, reasons: [] };
  const reasons = rules
    .filter((rule) => holds(rule.when, read, now))
    .map(({ key, when, points }): LeadReason => {
      const values = fieldsOf(when).flatMap((field) => read(field) ?? []);
      return { rule: key, kind: 'fit', points, at: null, note: values.map(noteText).join(', ') };
    });
  return limited(reasons, 'fit', 100);
};

const engagementOf = (
  { engagement }: LeadDefinition,
  facts: readonly LeadFact[],
  now: number,
): { readonly points: number; readonly reasons: readonly LeadReason[] } => {
  const counted = facts.filter((fact) => fact.at <= now && fact.known <= now && !isMachine(fact));
  return limited(
    engagement.flatMap((group) => groupReasons(group, counted, now)),
    'engagement',
    Number.POSITIVE_INFINITY,
  );
};

const groupReasons = (group: EngagementGroup, facts: readonly LeadFact[], now: number): readonly LeadReason[] => {
  const reasons = group.rules.flatMap((rule) => ruleReason(rule, group.halfLifeDays, facts, now) ?? []);
  const total = sum(reasons.map((reason) => reason.points));
  const share = total > group.cap ? group.cap / total : 1;
  return reasons.map((reason) => ({ ...reason, points: reason.points * share }));
};

const ruleReason = (
  { key, events, where, points }: EngagementRule,
  halfLifeDays: number,
  facts: readonly LeadFact[],
  now: number,
): LeadReason | null => {
  const matches = facts.filter(
    (fact) => events.includes(fact.event) && (where === null || holds(where, (field) => fact.props[field], fact.at)),
  );
  if (matches.length === 0) return null;
  const weight = sum(matches.map((fact) => 2 ** (-(now - fact.at) / (halfLifeDays * DAY_MS))));
  return {
    rule: key,
    kind: 'engagement',
    points: points * weight,
    at: Math.max(...matches.map((fact) => fact.at)),
    note: `×${matches.length}`,
  };
};

const limited = (
  reasons: readonly LeadReason[],
  kind: LeadReason['kind'],
  most: number,
): { readonly points: number; readonly reasons: readonly LeadReason[] } => {
  const total = sum(reasons.map((reason) => reason.points));
  const points = Math.min(most, Math.max(0, total));
  const limit: LeadReason = { rule: `${kind}_limit`, kind, points: points - total, at: null, note: '' };
  return { points, reasons: points === total ? reasons : [...reasons, limit] };
};

const noteText = (value: unknown): string => (typeof value === 'number' ? String(Math.round(value * 10) / 10) : String(value));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
