import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateOf, nextPeriod, periodOf, startOfDate, type Weekday } from '#kernel/calendar.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { RetentionQuestion } from '../../question-contracts.ts';
import { insertWorlds } from '../../store/questions/testing/held-to-reference.ts';
import {
  conditionOf,
  matchOf,
  type PeerCase,
  type PeerEvent,
  type PeerFilter,
  peerCases,
  worldOfCase,
} from '../../store/questions/testing/peer-world.ts';
import { frameOf, scopeOf } from '../../store/questions/testing/scope.ts';
import { rowsOf } from '../../store/statement.ts';
import { retentionEngine } from './retention-engine.ts';

interface Query {
  readonly period: 'hour' | 'day' | 'week' | 'month';
  readonly intervals: number;
  readonly mode: 'recurring' | 'first_time';
  readonly start_event: PeerEvent;
  readonly return_event: PeerEvent;
  readonly last_period_contains?: string;
  readonly first_period?: string;
  readonly cohort_rows?: number;
  readonly timezone?: string;
  readonly minimum_occurrences?: number;
  readonly cumulative?: boolean;
  readonly week_starts_on?: 'monday' | 'sunday';
  readonly filters?: readonly PeerFilter[];
}
type RetentionCase = PeerCase<Query, { readonly rows: readonly (readonly number[])[]; readonly period_starts?: readonly string[] }>;

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const HOUR = 3_600_000;
const weekStartOf = ({ week_starts_on: day }: Query): Weekday => (day === 'monday' ? 1 : 7);

// The range of the cohorts: it ends with the period that contains an instant, or begins with a first one.
const rangeOf = (query: Query): { readonly from: string; readonly to: string } => {
  const { period, timezone = 'UTC', last_period_contains: last, first_period: first } = query;
  const rows = query.cohort_rows ?? query.intervals;
  const instant = Date.parse(last ?? first!);
  if (period === 'hour') {
    const begin = Math.floor(instant / HOUR) * HOUR - (last === undefined ? 0 : (rows - 1) * HOUR);
    const local = (at: number): string => {
      const date = dateOf(at, timezone);
      const hour = Math.floor((at - startOfDate(date, timezone)) / HOUR);
      return `${date}T${String(hour).padStart(2, '0')}:00`;
    };
    return { from: local(begin), to: local(begin + rows * HOUR) };
  }
  const near = periodOf(dateOf(instant, timezone), period, weekStartOf(query));
  const from = last === undefined ? near : nextPeriod(near, period, 1 - rows);
  return { from, to: nextPeriod(from, period, rows) };
};

const questionOf = ({ query }: RetentionCase): RetentionQuestion =>
  RetentionQuestion.parse({
    ...{
      kind: 'retention',
      range: rangeOf(query),
      interval: query.period,
      timeZone: query.timezone ?? 'UTC',
      asOf: Date.parse('2030-01-01'),
      filter: conditionOf(query.filters),
    },
    ...{
      start: matchOf(query.start_event),
      back: matchOf(query.return_event),
      cohort: query.mode === 'recurring' ? 'every' : 'first_ever',
    },
    ...{
      columns: query.intervals,
      minimum: query.minimum_occurrences ?? 1,
      returns: query.cumulative ? 'on_or_after' : 'on',
      onOrAfterUntil: 'range',
    },
  });

const cases = peerCases<Query, RetentionCase['expected']>('product_retention') as readonly RetentionCase[];

describe('a retention of a peer', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s is answered exactly', async (_, one) => {
    const [world, question] = [worldOfCase(one), questionOf(one)];
    const [ws] = await insertWorlds(clickhouse, [world]);
    const asked = { question, scope: scopeOf(world, question, ws!), frame: frameOf(question, weekStartOf(one.query) as 1 | 7) };
    const answer = await retentionEngine.answer((statement) => rowsOf(clickhouse, statement), asked);
    if (answer.kind !== 'retention') throw new Error('no retention');
    const rows = answer.slices[0]!.rows.map(({ size, cells }) => [size, ...cells.slice(1).map((cell) => cell.numerator ?? 0)]);
    expect(rows.map((row, index) => row.slice(0, one.expected.rows[index]!.length))).toEqual(one.expected.rows);
    if (one.expected.period_starts) expect(answer.slices[0]!.rows.map(({ cohort }) => cohort)).toEqual(one.expected.period_starts);
  });
});
