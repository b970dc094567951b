import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { answerOf, type Engine, type EngineQuestion } from '../../domain/answer.ts';
import { instantsOf, windowsOf } from '../../domain/frame.ts';
import { openCounts, openRows } from '../../store/open-records.ts';
import { rowsOf } from '../../store/statement.ts';
import { rawRows, scopeOf } from './engine-scope.ts';
import { figuresBySlice } from './figures-by-slice.ts';

type Plan = Extract<MeasurePlan, { engine: 'open_records' }>;

/** How many records are open at the end of each period, or now where it has not ended. */
export const openRecordsEngine = (clickhouse: ClickHouse): Engine<Plan> => ({
  events: (plan) => [plan.opened, plan.closed],
  ask: async (question) => {
    const ends = windowsOf(question.frame).map((span) => instantsOf(span, question.frame).end);
    const statement = openCounts(recordsOf(question), ends);
    const counts = figuresBySlice(await rowsOf<{ slice: string; w: number; n: number }>(clickhouse, statement));
    const figure = (slice: string, window: number) => ({ value: Number(counts.get(slice, window)?.n ?? 0) });
    return { ...answerOf(question, counts.slices, figure), sql: [statement.sql] };
  },
  rows: (question, { span, series, offset, limit }) => {
    const instant = instantsOf(span, question.frame).end;
    return rawRows(clickhouse, openRows(recordsOf(question), { instant, slice: series, offset, limit }), question.frame.zone);
  },
});

const recordsOf = (question: EngineQuestion<Plan>) => ({
  scope: scopeOf(question),
  opened: question.plan.opened,
  closed: question.plan.closed,
});
