import { sameValue } from '#kernel/same-value.ts';
import type { Words } from '#kernel/words.ts';
import type { HealthDefinition } from './health/health-definition.ts';
import type { LeadDefinition } from './lead-score/lead-definition.ts';

/** What differs between two versions of a formula: a part that came or went, or a field of one that has another value. */
export type FormulaChange =
  | { readonly kind: 'added' | 'removed'; readonly name: Words }
  | {
      readonly kind: 'changed';
      readonly name: Words | null;
      readonly field: FormulaField;
      readonly before: unknown;
      readonly after: unknown;
    };

/** The fields in which versions differ; those of no part belong to the formula as a whole. */
export type FormulaField =
  | 'name'
  | 'weight'
  | 'score'
  | 'freshDays'
  | 'good'
  | 'watch'
  | 'leastConfidence'
  | 'points'
  | 'when'
  | 'cap'
  | 'halfLifeDays'
  | 'A'
  | 'B'
  | 'C'
  | 'hot'
  | 'warm'
  | 'fitShare'
  | 'people';

/** What did a version of the formula of health change against an earlier one? */
export const healthChanges = (before: HealthDefinition, after: HealthDefinition): readonly FormulaChange[] =>
  changesOf(healthParts(before), healthParts(after));

/** What did a version of the formula of the lead score change against an earlier one? */
export const leadChanges = (before: LeadDefinition, after: LeadDefinition): readonly FormulaChange[] =>
  changesOf(leadParts(before), leadParts(after));

interface Part {
  readonly key: string;
  readonly name: Words | null;
  readonly fields: Readonly<Partial<Record<FormulaField, unknown>>>;
}

const WHOLE = '';

const healthParts = ({ factors, bands, leastConfidence }: HealthDefinition): readonly Part[] => [
  ...factors.map(({ key, name, weight, score, freshDays }) => ({ key, name, fields: { name, weight, score, freshDays } })),
  { key: WHOLE, name: null, fields: { ...bands, leastConfidence } },
];

const leadParts = ({ fit, engagement, grades, bands, fitShare, people }: LeadDefinition): readonly Part[] => [
  ...fit.map(({ key, name, points, when }) => ({ key: `fit.${key}`, name, fields: { name, points, when } })),
  ...engagement.flatMap(({ key: group, name, cap, halfLifeDays, rules }) => [
    { key: `group.${group}`, name, fields: { name, cap, halfLifeDays } },
    ...rules.map((rule) => ({
      key: `rule.${rule.key}`,
      name: rule.name,
      fields: { name: rule.name, points: rule.points, when: { events: rule.events, where: rule.where } },
    })),
  ]),
  { key: WHOLE, name: null, fields: { ...grades, ...bands, fitShare, people } },
];

const changesOf = (before: readonly Part[], after: readonly Part[]): readonly FormulaChange[] => {
  const [old, fresh] = [new Map(before.map((part) => [part.key, part])), new Map(after.map((part) => [part.key, part]))];
  return [
    ...after.flatMap((part): readonly FormulaChange[] => {
      const was = old.get(part.key);
      return was === undefined ? [{ kind: 'added', name: part.name! }] : fieldChanges(was, part);
    }),
    ...before.flatMap(({ key, name }): readonly FormulaChange[] => (fresh.has(key) ? [] : [{ kind: 'removed', name: name! }])),
  ];
};

const fieldChanges = (was: Part, is: Part): readonly FormulaChange[] =>
  (Object.keys(is.fields) as readonly FormulaField[]).flatMap((field): readonly FormulaChange[] =>
    sameValue(was.fields[field], is.fields[field])
      ? []
      : [{ kind: 'changed', name: is.name, field, before: was.fields[field], after: is.fields[field] }],
  );
