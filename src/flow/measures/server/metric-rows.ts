import { z } from 'zod';
import { AppError } from '#kernel/app-error.ts';
import type { MeasureDefinition, MeasurePlan, MeasureUnit } from '#kernel/measure.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { SegmentUnit } from '../condition-contracts.ts';
import type { MetricRow, MetricRowsQuestion } from '../contracts.ts';
import type { EngineQuestion, MeasuredWorkspace, RawRow } from '../domain/answer.ts';
import type { Span } from '../domain/frame.ts';
import { MEASURE_SAYS } from '../domain/measure-sayings.ts';
import type { EngineOf } from './ask-metric.ts';
import type { Catalogue } from './catalogue.ts';
import type { MeasuresDeps } from './deps.ts';
import { prepareMetric } from './prepare-metric.ts';

/** Which page of the rows behind which point; `sees` says what the reader may know of them. */
export interface RowsRequest {
  readonly metricId: string;
  readonly question: MetricRowsQuestion;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly sees: { readonly money: boolean; readonly people: boolean };
}

export interface RowsPage {
  readonly rows: MetricRow[];
  readonly nextCursor: string | null;
}

const Cursor = z.tuple([z.number().int().min(0).max(10_000_000), z.number().int()]);

/** Answers the rows behind a figure. A cursor holds the instant as of which the first page was asked, so that pages fit together. */
export const createMetricRows =
  (deps: MeasuresDeps, catalogue: Catalogue, engineOf: EngineOf) =>
  async (workspace: MeasuredWorkspace, request: RowsRequest): Promise<RowsPage> => {
    const definition = catalogue.find(request.metricId);
    const [offset, asOf] = request.cursor === undefined ? [0, request.question.asOf] : readCursor(request.cursor);
    const question = await prepareMetric(deps, workspace, { definition, question: { ...request.question, asOf } });
    const part = {
      span: spanOf(question, request.question.period),
      series: seriesOf(request.question.series),
      offset,
      limit: request.limit + 1,
    };
    const found = await engineOf(definition.plan).rows(question, part);
    const showsMoney = definition.plan.engine !== 'revenue' || request.sees.money;
    const shown = { rows: found.slice(0, request.limit), unit: rowUnit(definition), showsMoney, showsPeople: request.sees.people };
    const rows = await named(deps, workspace.ws, shown);
    const isLast = found.length <= request.limit;
    return { rows, nextCursor: isLast ? null : writeCursor(offset + request.limit, question.frame.asOf) };
  };

/** The accounts or people in the rows behind a point of a metric, by dense number, each once. */
export type MetricUnitsOf = (
  workspace: MeasuredWorkspace,
  asked: { readonly metric: string; readonly rows: MetricRowsQuestion; readonly unit: SegmentUnit },
) => Promise<readonly number[]>;

const A_STRETCH = 50_000;
const MOST_ROWS = 1_000_000;

/** Reads whom the rows of a metric are about; rows about nobody known are left out. */
export const createMetricUnits =
  (deps: MeasuresDeps, catalogue: Catalogue, engineOf: EngineOf): MetricUnitsOf =>
  async (workspace, { metric, rows, unit }) => {
    const definition = catalogue.find(metric);
    const question = await prepareMetric(deps, workspace, { definition, question: rows });
    const part = { span: spanOf(question, rows.period), series: seriesOf(rows.series), limit: A_STRETCH };
    const nums = new Set<number>();
    for (let offset = 0; offset < MOST_ROWS; offset += A_STRETCH) {
      const found = await engineOf(definition.plan).rows(question, { ...part, offset });
      for (const row of found) nums.add(row[unit]);
      if (found.length < A_STRETCH) break;
    }
    nums.delete(0);
    return [...nums];
  };

// '*' is the key of the one series of an answer that is not divided.
const seriesOf = (series: string | null): string | null => (series === '*' ? null : series);

const spanOf = ({ frame }: EngineQuestion, period: string | null): Span => {
  if (period === null) return frame.whole;
  const span = frame.spans.find((one) => one.period === period);
  if (span === undefined) throw new AppError('invalid', MEASURE_SAYS.period_unknown({ period }));
  return span;
};

const ROW_UNITS: Readonly<Record<Exclude<MeasurePlan['engine'], 'duration'>, MeasureUnit>> = {
  revenue: 'money',
  lifecycle: 'days',
  trend: 'count',
  open_records: 'days',
  activation: 'days',
  retention: 'count',
};

const rowUnit = ({ plan, unit }: MeasureDefinition): MeasureUnit => (plan.engine === 'duration' ? unit : ROW_UNITS[plan.engine]);

interface ShownRows {
  readonly rows: readonly RawRow[];
  readonly unit: MeasureUnit;
  readonly showsMoney: boolean;
  readonly showsPeople: boolean;
}

const named = async ({ directory }: MeasuresDeps, ws: number, { rows, unit, showsMoney, showsPeople }: ShownRows): Promise<MetricRow[]> => {
  const numsOf = (read: (row: RawRow) => number): number[] => [...new Set(rows.map(read))].filter((num) => num > 0);
  const [accounts, people] = await Promise.all([
    directory.accountsByNums(
      ws,
      numsOf((row) => row.account),
    ),
    directory.peopleByNums(
      ws,
      numsOf((row) => row.person),
    ),
  ]);
  return rows.map((row) => {
    const account = accounts.get(row.account);
    const person = people.get(row.person);
    return {
      accountId: account?.id ?? null,
      accountName: account?.name ?? null,
      subject: row.subject || person?.id || null,
      label: (showsPeople ? person?.name : null) ?? row.label,
      at: row.at,
      value: showsMoney ? row.value : null,
      unit,
    };
  });
};

const writeCursor = (offset: number, asOf: number): string => Buffer.from(JSON.stringify([offset, asOf])).toString('base64url');

const readCursor = (cursor: string): readonly [number, number] => {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new AppError('malformed', RECORD_SAYS.cursor_foreign(), { cause });
  }
};
