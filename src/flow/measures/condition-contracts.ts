import { z } from 'zod';
import { Condition, FieldTest } from '#kernel/condition.ts';
import { LocalDate } from '#kernel/page.ts';

/** Whom a segment holds. */
export const SegmentUnit = z.enum(['account', 'person']);
export type SegmentUnit = z.infer<typeof SegmentUnit>;

/** What somebody does: facts of these names (none: any that is not the telling of a record's change) that meet a condition over `event.` fields. */
export const Doing = z.object({
  events: z.array(z.string().min(1).max(200)).max(50).default([]),
  where: Condition.nullable().default(null),
});
export type Doing = z.infer<typeof Doing>;

/**
 * When: ever; in the last `days` local days, today among them; in the last `hours` times 60 minutes, both ends inside; or from one local
 * date to another, both inside.
 */
export const SegmentWindow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ever') }),
  z.object({ kind: z.literal('days'), days: z.number().int().min(1).max(3_650) }),
  z.object({ kind: z.literal('hours'), hours: z.number().int().min(1).max(2_160) }),
  z.object({ kind: z.literal('between'), from: LocalDate, to: LocalDate }),
]);
export type SegmentWindow = z.infer<typeof SegmentWindow>;

const within = SegmentWindow.default({ kind: 'ever' });

/** Did it at least, at most or exactly so often? Counted are facts, local days with one, or (of an account) people. "Did not" is at most 0. */
export const DidTest = z
  .object({
    did: Doing,
    of: z.enum(['times', 'days', 'people']).default('times'),
    op: z.enum(['gte', 'lte', 'is']).default('gte'),
    count: z.number().int().min(0).max(1_000_000).default(1),
    within,
  })
  .strict();
export type DidTest = z.infer<typeof DidTest>;

/** Did one after the other, the last at most `withinSeconds` after the first, all in the window? As a funnel counts who goes through. */
export const SequenceTest = z
  .object({
    sequence: z.array(Doing).min(2).max(10),
    withinSeconds: z
      .number()
      .int()
      .min(1)
      .max(400 * 86_400)
      .default(14 * 86_400),
    within,
  })
  .strict();
export type SequenceTest = z.infer<typeof SequenceTest>;

/** Did it for the first, or the last, time in the window, or before it began? */
export const MomentTest = z
  .object({
    moment: z.enum(['first', 'last']),
    of: Doing,
    op: z.enum(['in', 'before']).default('in'),
    within,
  })
  .strict();
export type MomentTest = z.infer<typeof MomentTest>;

export type Behaviour = DidTest | SequenceTest | MomentTest;
/** A test at the end of a condition's branches. */
export type SegmentTest = Behaviour | FieldTest;

export type SegmentCondition =
  | { readonly all: readonly SegmentCondition[] }
  | { readonly any: readonly SegmentCondition[] }
  | { readonly not: SegmentCondition }
  | SegmentTest;

const parts = z.lazy(() => z.array(SegmentCondition).max(50));

/**
 * Who is in a segment: the language of filters (fields as lists of accounts or people name them; of a person also `account.<field>`;
 * `segment.<id> is true`) with tests of behaviour.
 */
export const SegmentCondition: z.ZodType<SegmentCondition> = z.lazy(() =>
  z.union([
    z.object({ all: parts }).strict(),
    z.object({ any: parts }).strict(),
    z.object({ not: SegmentCondition }).strict(),
    DidTest,
    SequenceTest,
    MomentTest,
    FieldTest,
  ]),
);

/** Where a test stands in a condition: the indexes on the way down; the inside of a `not` is its part 0. */
export type ConditionPath = readonly number[];

/** The parts of a node of a condition; null for a test. */
export const partsOf = (condition: SegmentCondition): readonly SegmentCondition[] | null => {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return 'not' in condition ? [condition.not] : null;
};

/** All tests of a condition, from left to right. */
export const testsOf = (condition: SegmentCondition): readonly SegmentTest[] =>
  partsOf(condition)?.flatMap(testsOf) ?? [condition as SegmentTest];

/** Is this a test of what somebody did? */
export const isBehaviour = (test: SegmentTest): test is Behaviour => !('field' in test);

const SEGMENT_FIELD = 'segment.';

/** The field that says whether an account or person is in a segment: 'true' or 'false'. */
export const segmentField = (id: string): string => `${SEGMENT_FIELD}${id}`;

/** The segment that a field asks about, also `account.segment.…` of a person; null for other fields. */
export const segmentOfField = (field: string): string | null => {
  const name = field.replace(/^account\./, '');
  return name.startsWith(SEGMENT_FIELD) && name.length > SEGMENT_FIELD.length ? name.slice(SEGMENT_FIELD.length) : null;
};

/** The segments that a condition names, once each. */
export const segmentsNamed = (condition: SegmentCondition): readonly string[] => [
  ...new Set(testsOf(condition).flatMap((test) => (isBehaviour(test) ? [] : (segmentOfField(test.field) ?? [])))),
];
