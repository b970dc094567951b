import { z } from 'zod';
import { Condition } from '#kernel/condition.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { DIMENSIONS, MeasureShape, MeasureUnit } from '#kernel/measure.ts';
import { Instant, LocalDate, PageQuery, pageOf } from '#kernel/page.ts';
import { Words } from '#kernel/words.ts';

export const Interval = z.enum(['day', 'week', 'month', 'quarter', 'year']);
export type Interval = z.infer<typeof Interval>;

export const MetricCard = z.object({
  id: z.string(),
  version: z.number().int(),
  stage: z.string(),
  name: Words,
  words: Words,
  formula: Words,
  unit: MeasureUnit,
  shape: MeasureShape,
  grain: z.string(),
  better: z.enum(['up', 'down', 'neither']),
  dimensions: z.array(z.enum(DIMENSIONS)),
});
export type MetricCard = z.infer<typeof MetricCard>;

/** By what a figure is divided: an attribute of accounts; who is in a segment (`segment.<id>`), or in which of several (`segment.<id>+<id>`). */
export const Breakdown = z.union([z.enum(DIMENSIONS), z.templateLiteral(['segment.', z.string().regex(/^[\w-]+(\+[\w-]+){0,4}$/)])]);
export type Breakdown = z.infer<typeof Breakdown>;

/** A question put to a metric. `from` is inclusive, `to` exclusive, both local dates; `asOf` limits what was known. */
export const MetricQuestion = z.object({
  from: LocalDate,
  to: LocalDate,
  interval: Interval.default('month'),
  breakdown: Breakdown.nullable().default(null),
  filter: Condition.nullable().default(null),
  asOf: Instant.nullable().default(null),
});
export type MetricQuestion = z.infer<typeof MetricQuestion>;

/** The rows behind a point of a metric: of one period or the whole range, of one series or all. */
export const MetricRowsQuestion = MetricQuestion.extend({
  period: LocalDate.nullable().default(null),
  series: z.string().nullable().default(null),
});
export type MetricRowsQuestion = z.infer<typeof MetricRowsQuestion>;

/** A value with what it is made of. `value` is null when it cannot be said (n/a); `low` and `high` are a 95 % interval. */
export const Figure = z.object({
  value: z.number().nullable(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  n: z.number().int().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  /** Not yet known: the window has not elapsed. */
  immature: z.boolean().optional(),
});
export type Figure = z.infer<typeof Figure>;

export const MetricResult = z.object({
  metric: z.object({ id: z.string(), version: z.number().int() }),
  question: MetricQuestion,
  unit: MeasureUnit,
  currency: z.string().nullable(),
  shape: MeasureShape,
  asOf: Instant,
  /** When the newest fact that it rests on was known; null when there is none. */
  freshness: Instant.nullable(),
  /** The figure of the whole range, or its latest state for stocks. */
  total: Figure,
  /** The figure of the range of equal length before, when it can be said. */
  previous: Figure.nullable(),
  series: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      points: z.array(Figure.extend({ period: LocalDate })),
      /** Of a part of a breakdown: its figure of the whole range, or its latest state for stocks. */
      total: Figure.optional(),
    }),
  ),
  funnel: z
    .array(
      z.object({
        key: z.string(),
        label: z.string(),
        units: z.number().int(),
        fromFirst: Figure,
        fromPrevious: Figure,
        medianDays: z.number().nullable(),
      }),
    )
    .nullable(),
  cohorts: z
    .object({
      periods: z.array(z.number().int()),
      rows: z.array(z.object({ cohort: LocalDate, size: z.number().int(), cells: z.array(Figure) })),
      average: z.array(Figure),
    })
    .nullable(),
  table: z
    .object({
      columns: z.array(z.object({ key: z.string(), label: z.string(), unit: MeasureUnit.or(z.literal('text')) })),
      rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
    })
    .nullable(),
  /** What the figures leave out, and why: `currency` has no rate, so `count` subscriptions are in no sum. */
  notes: z.array(z.object({ code: z.literal('unconverted_currency'), currency: z.string(), count: z.number().int() })).optional(),
  /** The SQL that ran, with its parameters named. */
  sql: z.array(z.string()),
  tookMs: z.number(),
});
export type MetricResult = z.infer<typeof MetricResult>;

/** A row behind a figure. */
export const MetricRow = z.object({
  accountId: z.string().nullable(),
  accountName: z.string().nullable(),
  subject: z.string().nullable(),
  label: z.string(),
  at: Instant.nullable(),
  value: z.number().nullable(),
  /** What the value is; often not the unit of the figure: behind a share stand amounts, days or counts. */
  unit: MeasureUnit,
});
export type MetricRow = z.infer<typeof MetricRow>;

const tag = 'Metrics';
const Id = z.object({ id: z.string() });
export const listMetrics = endpoint({
  id: 'listMetrics',
  method: 'GET',
  path: '/api/v1/metrics',
  policy: 'records.read',
  tag,
  summary: 'The catalogue of metrics',
  out: z.object({ rows: z.array(MetricCard) }),
});
export const askMetric = endpoint({
  id: 'askMetric',
  method: 'POST',
  path: '/api/v1/metrics/:id/ask',
  policy: 'records.read',
  tag,
  summary: 'Ask a metric for a range, interval, breakdown, filter, as of any instant',
  params: Id,
  body: MetricQuestion,
  out: MetricResult,
});
export const listMetricRows = endpoint({
  id: 'listMetricRows',
  method: 'POST',
  path: '/api/v1/metrics/:id/rows',
  policy: 'records.read',
  tag,
  summary: 'The rows behind a point: one period, one series',
  params: Id,
  query: PageQuery,
  body: MetricRowsQuestion,
  out: pageOf(MetricRow),
});
export const getMrrLine = endpoint({
  id: 'getMrrLine',
  method: 'GET',
  path: '/api/v1/accounts/:id/mrr',
  policy: 'money.read',
  tag,
  summary: 'The MRR of one account over time, with its movements',
  params: Id,
  query: z.object({ asOf: z.coerce.number().int().optional() }),
  out: z.object({
    currency: z.string(),
    steps: z.array(z.object({ date: LocalDate, mrrMinor: z.number().int() })),
    movements: z.array(z.object({ date: LocalDate, kind: z.string(), amountMinor: z.number().int() })),
  }),
});

/** A fixed rate: units of the workspace's currency for one unit of `currency`, as a decimal text. */
export const ExchangeRate = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  rate: z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,12})?$/),
});
export type ExchangeRate = z.infer<typeof ExchangeRate>;
export const ExchangeRates = z.object({
  /** The workspace's own currency. */
  currency: z.string(),
  rates: z.array(ExchangeRate),
  /** Currencies in which subscriptions are kept and for which there is no rate: these are in no sum. */
  missing: z.array(z.object({ currency: z.string(), subscriptions: z.number().int() })),
});
export type ExchangeRates = z.infer<typeof ExchangeRates>;
export const getExchangeRates = endpoint({
  id: 'getExchangeRates',
  method: 'GET',
  path: '/api/v1/exchange-rates',
  policy: 'records.read',
  tag,
  summary: 'At which fixed rates is revenue in other currencies counted, and which currencies lack one?',
  out: ExchangeRates,
});
export const setExchangeRates = endpoint({
  id: 'setExchangeRates',
  method: 'PUT',
  path: '/api/v1/exchange-rates',
  policy: 'settings.write',
  tag,
  summary: 'Set all fixed exchange rates; revenue, stages and health are computed again with them',
  body: z.object({ rates: z.array(ExchangeRate).max(200) }),
  out: ExchangeRates,
});
