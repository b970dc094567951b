import { nextPeriod, type Weekday } from '#kernel/calendar.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Engine, EngineQuestion } from '../../domain/answer.ts';
import { type CohortCount, cohortGrid } from '../../domain/cohorts.ts';
import { NOTHING } from '../../domain/figure.ts';
import { questionFrame } from '../../domain/questions/question-frame.ts';
import type { RetentionCount } from '../../domain/questions/retention/retention-columns.ts';
import { ALL } from '../../domain/questions/slices.ts';
import { RetentionQuestion } from '../../question-contracts.ts';
import { retentionCells, retentionUnits } from '../../store/questions/retention.ts';
import type { RetentionCut } from '../../store/questions/retention-bounds.ts';
import { rowsOf } from '../../store/statement.ts';
import { breakdownOf, factScopeOf, rawRows } from './engine-scope.ts';

type Plan = Extract<MeasurePlan, { engine: 'retention' }>;

/** Who comes back: cohorts by the calendar period of the first start ever, and the share of each that returned n periods later. */
export const retentionEngine = (clickhouse: ClickHouse): Engine<Plan> => ({
  events: (plan) => [...new Set([...plan.start, ...plan.back])],
  ask: async (question) => {
    const starts = question.frame.spans.map((span) => span.period);
    if (starts.length === 0)
      return { total: NOTHING, previous: null, series: [], cohorts: { periods: [], rows: [], average: [] }, sql: [] };
    const periods = { starts, elapsed: elapsedOf(question) };
    const statement = retentionCells(factScopeOf(question, question.plan.unit), cutOf(question));
    const cells = (await rowsOf<RetentionCount>(clickhouse, statement)).map(cellOf);
    const cohorts = cohortGrid(added(cells), periods);
    const slices = question.breakdown === null ? [ALL] : [...new Set(cells.map((cell) => cell.slice))];
    const gridOf = (slice: string) =>
      slice === ALL
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
    const part = { cohort: index < 0 ? null : index + 1, column: null, isBack: true, slice: series, offset, limit };
    return rawRows(clickhouse, retentionUnits(factScopeOf(question, question.plan.unit), cutOf(question), part), question.frame.zone);
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

// The question `retention` as a measure asks it: cohorts are whole calendar periods.
const cutOf = (question: EngineQuestion<Plan>): RetentionCut => {
  const { frame, interval, plan, workspace } = question;
  const range = { from: frame.spans[0]!.period, to: nextPeriod(frame.spans.at(-1)!.period, interval) };
  const [start, back] = [plan.start, plan.back].map((events) => ({ events: [...events] }));
  const asked = RetentionQuestion.parse({ kind: 'retention', unit: plan.unit, range, interval, start, back });
  return {
    question: { ...asked, breakdown: breakdownOf(question) },
    frame: questionFrame({ range, interval, zone: frame.zone, weekStart: workspace.weekStart as Weekday, asOf: frame.asOf }),
  };
};

const cellOf = ({ slice, cohort, column, units }: RetentionCount): Cell => ({
  slice,
  cohort: Number(cohort),
  n: Number(column),
  units: Number(units),
});

interface Cell extends CohortCount {
  readonly slice: string;
}

const added = (cells: readonly Cell[]): readonly Cell[] =>
  [...Map.groupBy(cells, (cell) => `${cell.cohort} ${cell.n}`).values()].map((held) => ({
    ...held[0]!,
    units: held.reduce((sum, cell) => sum + Number(cell.units), 0),
  }));
