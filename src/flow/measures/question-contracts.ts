import { z } from 'zod';
import { Condition } from '#kernel/condition.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, Instant, PageQuery, pageOf } from '#kernel/page.ts';
import { Figure } from './contracts.ts';

/** A field by its prefix: `event.plan`, `account.industry`, `person.title`; `stage`, `signal.health`, `segment.sgm_1` … as other rooms answer them. */
const FieldName = z.string().min(1).max(120);

/** A local date 'YYYY-MM-DD', or a local date and time 'YYYY-MM-DDTHH:MM', in the time zone of the question. */
const LocalTime = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'a date like 2026-03-31, or 2026-03-31T09:00');

/** Whom a question counts: people, accounts, sessions, raw ids, or the values of a field. */
export const QuestionUnit = z.union([z.enum(['person', 'account', 'session', 'alias']), z.strictObject({ field: FieldName })]);
export type QuestionUnit = z.infer<typeof QuestionUnit>;

/**
 * Which facts are meant? Those of these names (none: any that is not the telling of a record's change) that meet the condition. `first_ever` keeps
 * only a unit's first fact of these names, if it meets the condition; `first_matching` the first that meets it. Both look at the whole history.
 */
export const EventMatch = z.strictObject({
  events: z.array(z.string().min(1).max(200)).max(50).default([]),
  where: Condition.nullable().default(null),
  occurrence: z.enum(['every', 'first_ever', 'first_matching']).default('every'),
});
export type EventMatch = z.infer<typeof EventMatch>;

export const QuestionInterval = z.enum(['hour', 'day', 'week', 'month', 'quarter', 'year']);
export type QuestionInterval = z.infer<typeof QuestionInterval>;

const asked = {
  unit: QuestionUnit.default('person'),
  /** `from` is inside, `to` is the first moment after it. */
  range: z.strictObject({ from: LocalTime, to: LocalTime }),
  interval: QuestionInterval.default('day'),
  /** The workspace's when null. */
  timeZone: z.string().max(60).nullable().default(null),
  /** Which facts exist for this question: a test of an attribute holds for each fact's own account or person. */
  filter: Condition.nullable().default(null),
  /** The `top` largest values are told apart, the others are one slice. */
  breakdown: z
    .strictObject({ field: FieldName, top: z.number().int().min(1).max(100).default(10) })
    .nullable()
    .default(null),
  asOf: Instant.nullable().default(null),
};

export const Counting = z.strictObject({
  of: z.enum(['events', 'units', 'sum', 'mean', 'min', 'max', 'percentile']),
  /** The number that is added up, averaged or ranked: `event.amount`, `event.seconds`. */
  field: FieldName.nullable().default(null),
  /** Between 0 and 1, for percentiles; 0.5 is the median. */
  level: z.number().min(0).max(1).default(0.5),
});
export type Counting = z.infer<typeof Counting>;

export const TrendQuestion = z.strictObject({
  kind: z.literal('trend'),
  ...asked,
  /** The series are called A, B, C … in formulas. */
  series: z
    .array(
      EventMatch.extend({
        label: z.string().max(120).nullable().default(null),
        count: Counting.default({ of: 'units', field: null, level: 0.5 }),
      }),
    )
    .min(1)
    .max(20),
  /** `A / B * 100`: figures of one period and slice; without a value where a part has none or is divided by 0. */
  formulas: z
    .array(z.strictObject({ label: z.string().max(120), formula: z.string().min(1).max(200) }))
    .max(10)
    .default([]),
  /** Days that end with each period, instead of the period: 28 for monthly actives. */
  windowDays: z.number().int().min(1).max(400).nullable().default(null),
  /** From the start of the range up to and with each period: units count once. */
  cumulative: z.boolean().default(false),
  compare: z.enum(['none', 'previous']).default('none'),
});
export type TrendQuestion = z.infer<typeof TrendQuestion>;

export const Attribution = z.union([
  z.enum(['first', 'last', 'any', 'first_touch', 'last_touch']),
  z.strictObject({ step: z.number().int().min(0).max(19) }),
  z.strictObject({ eachStep: z.number().int().min(0).max(19) }),
]);
export type Attribution = z.infer<typeof Attribution>;

export const FunnelQuestion = z.strictObject({
  kind: z.literal('funnel'),
  ...asked,
  steps: z.array(EventMatch).min(1).max(20),
  order: z.enum(['sequential', 'strict', 'any']).default('sequential'),
  /** From the entry on, inclusive; a day is 24 hours. */
  windowSeconds: z
    .number()
    .int()
    .min(1)
    .max(400 * 86_400)
    .default(14 * 86_400),
  /** From each step to the next, inclusive, where it is narrower. */
  stepWindowSeconds: z.number().int().min(1).nullable().default(null),
  /** Until when are steps looked for: until the window of each entry is over, or no later than the end of the range? */
  observe: z.enum(['window', 'range']).default('window'),
  /** Between reaching step `from` and reaching step `to` (from 0) these end the attempt. In a funnel of any order they hold for the whole of it. */
  exclusions: z
    .array(EventMatch.extend({ from: z.number().int().min(0).max(18), to: z.number().int().min(1).max(19) }))
    .max(10)
    .default([]),
  /** An attempt with an exclusion `ends` where it was, or `removes` the unit from the funnel unless a clean attempt got as far. */
  spoilt: z.enum(['ends', 'removes']).default('ends'),
  /** Steps of one attempt have the same value of this field; facts without one take no part. */
  holdConstant: FieldName.nullable().default(null),
  /**
   * Whose value of the breakdown counts: that of the entry, of the last step reached or of a step of the attempt that counts; `any`: each value is a
   * funnel of its own; the unit's first or last non-empty one among facts of any step; `eachStep`: a group per value of the facts of that step.
   */
  attribution: Attribution.default('first'),
  /** Steps as a whole, conversions by the period of the entry, or how long it took from one step to another. */
  view: z.enum(['steps', 'trend', 'times']).default('steps'),
  /** Between which steps time is taken, for `times`; null: from the first to the last. */
  between: z
    .tuple([z.number().int().min(0), z.number().int().min(1)])
    .nullable()
    .default(null),
});
export type FunnelQuestion = z.infer<typeof FunnelQuestion>;

export const RetentionQuestion = z.strictObject({
  kind: z.literal('retention'),
  ...asked,
  start: EventMatch,
  /** The same as the start when null. */
  back: EventMatch.nullable().default(null),
  cohort: z.enum(['first_ever', 'first_in_range', 'every']).default('first_ever'),
  /** Calendar periods of the zone, or stretches of 24 hours (an hour, 7 × 24 hours) from each unit's own start. */
  period: z.enum(['calendar', 'rolling']).default('calendar'),
  returns: z.enum(['on', 'on_or_after', 'bracket']).default('on'),
  /** First and last period of each column, for brackets. */
  brackets: z
    .array(z.tuple([z.number().int().min(0), z.number().int().min(0)]))
    .max(50)
    .default([]),
  /** How many columns, the cohort's own period (0) among them; as many as there are cohorts when null. */
  columns: z.number().int().min(1).max(400).nullable().default(null),
  /** How far `on_or_after` looks: to now, or to the last period of the range. */
  onOrAfterUntil: z.enum(['as_of', 'range']).default('as_of'),
  /** How many returning facts a period needs. */
  minimum: z.number().int().min(1).default(1),
});
export type RetentionQuestion = z.infer<typeof RetentionQuestion>;

export const StickinessQuestion = z.strictObject({
  kind: z.literal('stickiness'),
  ...asked,
  match: EventMatch,
  /** In how many intervals was each unit active, or how many are active on a day, in 7 and in 28 days? */
  view: z.enum(['distribution', 'actives']).default('distribution'),
  /** So many consecutive periods are one, counted from the first. */
  intervalCount: z.number().int().min(1).max(400).default(1),
  /** Only intervals with so many facts count as active. */
  criterion: z.strictObject({ op: z.enum(['gte', 'lte', 'is']), count: z.number().int().min(0) }).default({ op: 'gte', count: 1 }),
  /** In at least so many intervals, instead of exactly. */
  cumulative: z.boolean().default(false),
  /** Saturdays and Sundays are no days of the mean of daily actives. */
  weekdaysOnly: z.boolean().default(false),
});
export type StickinessQuestion = z.infer<typeof StickinessQuestion>;

export const LifecycleQuestion = z.strictObject({
  kind: z.literal('lifecycle'),
  ...asked,
  match: EventMatch,
  /** New in the period of its first such fact ever, or in the period of an instant (UTC ms) that a field holds. */
  newBy: z.union([z.literal('first_fact'), z.strictObject({ field: FieldName })]).default('first_fact'),
});
export type LifecycleQuestion = z.infer<typeof LifecycleQuestion>;

export const PathsQuestion = z.strictObject({
  kind: z.literal('paths'),
  ...asked,
  match: EventMatch,
  /** What a fact is called in a path. Facts without a name are no part of it. */
  name: FieldName.default('event.name'),
  /** Names that a pattern fits (`*` stands for any letters) are one; the first that fits counts. */
  groups: z
    .array(z.strictObject({ pattern: z.string().min(1).max(200), name: z.string().min(1).max(120) }))
    .max(50)
    .default([]),
  gapMinutes: z.number().int().min(1).max(1_440).default(30),
  /** Immediate repeats are one. */
  collapse: z.boolean().default(true),
  /** Sequences begin at the first fact of this name in a session; those without it are left out. */
  startsAt: z.string().max(200).nullable().default(null),
  /** Sequences end at the first fact of this name after their beginning, and are told backwards from there; those without it are left out. */
  endsAt: z.string().max(200).nullable().default(null),
  steps: z.number().int().min(1).max(20).default(5),
  /** So many names of each step are told apart; the rest are one, so that what goes in comes out. */
  names: z.number().int().min(1).max(100).default(12),
  /** A path turned into a funnel: how many sequences, and units, go along these names from their beginning on? */
  follow: z.array(z.string().min(1).max(200)).max(20).default([]),
});
export type PathsQuestion = z.infer<typeof PathsQuestion>;

export const SessionsQuestion = z.strictObject({
  kind: z.literal('sessions'),
  ...asked,
  match: EventMatch,
  gapMinutes: z.number().int().min(1).max(1_440).default(30),
  /** Time goes to the module of a fact until the session's next one. */
  module: FieldName.nullable().default(null),
});
export type SessionsQuestion = z.infer<typeof SessionsQuestion>;

export const AdoptionQuestion = z.strictObject({
  kind: z.literal('adoption'),
  ...asked,
  features: z
    .array(
      EventMatch.extend({
        label: z.string().max(120),
        /** Who may use it, by attributes of the account as of then: `account.plan in [pro]`. */
        eligible: Condition.nullable().default(null),
      }),
    )
    .min(1)
    .max(50),
});
export type AdoptionQuestion = z.infer<typeof AdoptionQuestion>;

/** A question to the product analytics of a workspace. */
export const Question = z.discriminatedUnion('kind', [
  TrendQuestion,
  FunnelQuestion,
  RetentionQuestion,
  StickinessQuestion,
  LifecycleQuestion,
  PathsQuestion,
  SessionsQuestion,
  AdoptionQuestion,
]);
export type Question = z.infer<typeof Question>;

/** How long it took, in seconds, over those who got there. */
export const Durations = z.object({
  n: z.number().int(),
  mean: z.number().nullable(),
  lower: z.number().nullable(),
  median: z.number().nullable(),
  upper: z.number().nullable(),
});
export type Durations = z.infer<typeof Durations>;

/** A slice of the breakdown: `*` is all, `…` those beyond the largest. */
const slice = { key: z.string() };

export const FunnelStep = z.object({
  units: z.number().int(),
  /** Stopped at this step, and still have time to go on. */
  open: z.number().int(),
  /** Over entrants whose time is over: who still has time is in neither part. */
  fromFirst: Figure,
  fromPrevious: Figure,
  timeFromFirst: Durations,
  timeFromPrevious: Durations,
});

const Points = z.array(Figure.extend({ period: z.string() }));
export const Answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('trend'),
    series: z.array(
      z.object({
        ...slice,
        series: z.string(),
        label: z.string(),
        points: Points,
        total: Figure,
        previous: Points.nullable(),
        previousTotal: Figure.nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('funnel'),
    slices: z.array(z.object({ ...slice, steps: z.array(FunnelStep) })),
    /** Entrants by the period of their entry, and who of them went through; for the view `trend`. */
    trend: z
      .array(
        z.object({
          ...slice,
          points: z.array(z.object({ period: z.string(), entered: z.number().int(), converted: z.number().int(), rate: Figure })),
        }),
      )
      .nullable(),
    /** Lower bounds in seconds with counts, equally wide; for the view `times`. */
    times: z
      .object({
        mean: z.number().nullable(),
        n: z.number().int(),
        widthSeconds: z.number(),
        bins: z.array(z.tuple([z.number(), z.number().int()])),
      })
      .nullable(),
  }),
  z.object({
    kind: z.literal('retention'),
    columns: z.array(z.string()),
    slices: z.array(
      z.object({
        ...slice,
        rows: z.array(z.object({ cohort: z.string(), size: z.number().int(), cells: z.array(Figure) })),
        average: z.array(Figure),
      }),
    ),
  }),
  z.object({
    kind: z.literal('stickiness'),
    /** Element k - 1: how many units were active in k intervals. */
    distribution: z.array(z.object({ ...slice, counts: z.array(z.number().int()) })).nullable(),
    actives: z
      .array(z.object({ period: z.string(), day: z.number().int(), week: z.number().int(), month: z.number().int(), ratio: Figure }))
      .nullable(),
  }),
  z.object({
    kind: z.literal('lifecycle'),
    slices: z.array(
      z.object({
        ...slice,
        points: z.array(
          z.object({
            period: z.string(),
            fresh: z.number().int(),
            returning: z.number().int(),
            resurrecting: z.number().int(),
            /** Null while the period is not over. */
            dormant: z.number().int().nullable(),
            immature: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  z.object({
    kind: z.literal('paths'),
    /** Step from 1; `…` stands for the names that are not told apart, null for the end of the sequence. */
    edges: z.array(
      z.object({
        step: z.number().int(),
        from: z.string(),
        to: z.string().nullable(),
        transitions: z.number().int(),
        units: z.number().int(),
      }),
    ),
    sequences: z.number().int(),
    units: z.number().int(),
    /** Of each name of `follow`: those that came as far. */
    followed: z.array(z.object({ name: z.string(), sequences: z.number().int(), units: z.number().int() })),
  }),
  z.object({
    kind: z.literal('sessions'),
    slices: z.array(
      z.object({
        ...slice,
        points: z.array(
          z.object({
            period: z.string(),
            sessions: z.number().int(),
            units: z.number().int(),
            facts: z.number().int(),
            seconds: Durations,
            /** The same over the visits of more than one event: one event alone has no length. */
            longer: Durations,
          }),
        ),
      }),
    ),
    modules: z.array(z.object({ module: z.string(), seconds: z.number(), units: z.number().int(), sessions: z.number().int() })).nullable(),
  }),
  z.object({
    kind: z.literal('adoption'),
    features: z.array(z.object({ label: z.string(), share: Figure, facts: z.number().int(), depth: Figure })),
  }),
]);
export type Answer = z.infer<typeof Answer>;

export const QuestionResult = z.object({
  question: Question,
  answer: Answer,
  asOf: Instant,
  /** When the newest fact that it rests on was known; null when there is none. */
  freshness: Instant.nullable(),
  /** The SQL that ran, with its values in their places; long lists are shortened. */
  sql: z.array(z.string()),
  tookMs: z.number(),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

/** Which point, cell, step or edge of an answer? What is null does not narrow it. */
export const AnswerPart = z.object({
  slice: z.string().nullable().default(null),
  /** The period of a point, or the cohort of a cell. */
  period: z.string().nullable().default(null),
  /** The series of a trend (from 0), the step of a funnel or path, the column of a cohort, the number of intervals, the feature. */
  index: z.number().int().min(0).nullable().default(null),
  /** Of a funnel: who reached the step, dropped after it, or still has time. Of a cohort: who was back or not. Of a lifecycle: the state. Of a path: who went along `follow` up to its name `index` (from 0), or left after it. */
  outcome: z
    .enum(['reached', 'dropped', 'open', 'back', 'lost', 'fresh', 'returning', 'resurrecting', 'dormant', 'eligible'])
    .nullable()
    .default(null),
  /** The two ends of an edge; of a time to convert its seconds, from the one to less than the other. */
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
});
export type AnswerPart = z.infer<typeof AnswerPart>;

export const UnitRow = z.object({
  /** The id of the account or person; the raw number or text of other units. */
  id: z.string(),
  kind: z.enum(['person', 'account', 'other']),
  name: z.string().nullable(),
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  at: Instant.nullable(),
  value: z.number().nullable(),
});
export type UnitRow = z.infer<typeof UnitRow>;

const tag = 'Questions';
/** Names a running question, so that it can be cancelled. */
const Running = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const askQuestion = endpoint({
  id: 'askQuestion',
  method: 'POST',
  path: '/api/v1/questions/ask',
  policy: 'records.read',
  tag,
  summary: 'Ask what people or accounts do: trend, funnel, retention, stickiness, lifecycle, paths, sessions, adoption',
  body: z.object({ question: Question, run: Running.optional() }),
  out: QuestionResult,
});
export const listQuestionUnits = endpoint({
  id: 'listQuestionUnits',
  method: 'POST',
  path: '/api/v1/questions/units',
  policy: 'records.read',
  tag,
  summary: 'The people or accounts behind a point, cell, step or edge of an answer',
  // A list of a million is taken along in a hundred pages, each of which asks the question once more.
  query: PageQuery.extend({ limit: z.coerce.number().int().min(1).max(10_000).default(100) }),
  body: z.object({ question: Question, part: AnswerPart }),
  out: pageOf(UnitRow),
});
export const cancelQuestion = endpoint({
  id: 'cancelQuestion',
  method: 'POST',
  path: '/api/v1/questions/runs/:run/cancel',
  policy: 'records.read',
  tag,
  summary: 'Stop a question that runs',
  params: z.object({ run: Running }),
  out: Done,
});

/** A field by which facts of some names can be filtered, divided or summed. */
export const QuestionField = z.object({
  /** `event.plan`. */
  field: FieldName,
  /** Of the latest facts looked at, those that have it. */
  count: z.number().int(),
  /** How many different values they have, about. */
  distinct: z.number().int(),
  isNumber: z.boolean(),
  /** The most frequent values, first the most frequent; none of a field that tells people apart, to readers who may not see people. */
  values: z.array(z.object({ value: z.string(), count: z.number().int() })),
});
export type QuestionField = z.infer<typeof QuestionField>;
export const listQuestionFields = endpoint({
  id: 'listQuestionFields',
  method: 'GET',
  path: '/api/v1/questions/fields',
  policy: 'records.read',
  tag,
  summary: 'Which properties do the latest facts of these names have, how often and with which values?',
  query: z.object({ events: z.string().max(4_000).optional().describe('comma-separated names; none: facts of any name') }),
  out: z.object({ rows: z.array(QuestionField), looked: z.number().int() }),
});
