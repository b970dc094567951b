import { nextPeriod, startOfDate } from '#kernel/calendar.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Engine, EngineQuestion } from '../../domain/answer.ts';
import { cohortGrid } from '../../domain/cohorts.ts';
import { NOTHING } from '../../domain/figure.ts';
import { type RetentionCell, retentionCells, retentionRows } from '../../store/retention.ts';
import { rowsOf } from '../../store/statement.ts';
import { rawRows, scopeOf } from './engine-scope.ts';

type Plan = Extract<MeasurePlan, { engine: 'retention' }>;

/** Who comes back: cohorts by the calendar period of the first start ever, and the share of each that returned n periods later. */
export const retentionEngine = (clickhouse: ClickHouse): Engine<Plan> => ({
  events: (plan) => [...new Set([...plan.start, ...plan.back])],
  ask: async (question) => {
    const starts = question.frame.spans.map((span) => span.period);
    if (starts.length === 0)
      return { total: NOTHING, previous: null, series: [], cohorts: { periods: [], rows: [], average: [] }, sql: [] };
    const periods = { starts, elapsed: elapsedOf(question) };
    const statement = retentionCells(retentionOf(question));
    const cells = await rowsOf<RetentionCell>(clickhouse, statement);
    const cohorts = cohortGrid(added(cells), periods);
    const slices = question.breakdown === null ? ['*'] : [...new Set(cells.map((cell) => cell.slice))];
    const gridOf = (slice: string) =>
      slice === '*'
        ? cohorts
        : cohortGrid(
            cells.filter((cell) => cell.slice === slice),
            periods,
          );
    return {
      // The next period is the first in which coming back means something.
      total: cohorts.average[1] ?? NOTHING,
      previous: null,
      series: slices.map((slice) => ({
        key: slice,
        label: slice,
        points: gridOf(slice).rows.map((row) => ({ ...(row.cells[1] ?? NOTHING), period: row.cohort })),
      })),
      cohorts,
      sql: [statement.sql],
    };
  },
  rows: async (question, { span, series, offset, limit }) => {
    const index = question.frame.spans.indexOf(span);
    if (question.frame.spans.length === 0) return [];
    const part = { cohort: index < 0 ? null : index + 1, slice: series, offset, limit };
    return rawRows(clickhouse, retentionRows(retentionOf(question), part), question.frame.zone);
  },
});

/** Period beginnings from the first cohort on until the end of the period in which it is now. */
const boundsOf = ({ frame, interval }: EngineQuestion): readonly string[] => {
  const bounds = frame.spans.map((span) => span.period);
  while (bounds.at(-1)! <= frame.observedThrough) bounds.push(nextPeriod(bounds.at(-1)!, interval));
  return bounds;
};

const elapsedOf = (question: EngineQuestion): number =>
  boundsOf(question).filter((bound) => bound <= question.frame.observedThrough).length - 1;

const retentionOf = (question: EngineQuestion<Plan>) => ({
  scope: scopeOf(question),
  start: question.plan.start,
  back: question.plan.back,
  unit: question.plan.unit,
  bounds: boundsOf(question).map((date) => startOfDate(date, question.frame.zone)),
  cohorts: question.frame.spans.length,
});

const added = (cells: readonly RetentionCell[]): readonly RetentionCell[] =>
  [...Map.groupBy(cells, (cell) => `${cell.cohort} ${cell.n}`).values()].map((held) => ({
    ...held[0]!,
    units: held.reduce((sum, cell) => sum + Number(cell.units), 0),
  }));
