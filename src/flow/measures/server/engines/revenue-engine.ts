import { addDays } from '#kernel/calendar.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Answer, Engine, EngineQuestion, RowsQuestion } from '../../domain/answer.ts';
import { bridgesOf, type Moved, together } from '../../domain/bridge.ts';
import { windowsOf } from '../../domain/frame.ts';
import { movementAnswer } from '../../domain/movement-answer.ts';
import { isRetained, type RetainedSums, retainedAnswer, retentionWindow } from '../../domain/retained-answer.ts';
import { movementTotals, unconvertedCurrencies } from '../../store/revenue.ts';
import { movementRows, payingAccounts, retainedRows } from '../../store/revenue-rows.ts';
import { retentionSums, stockSums } from '../../store/revenue-sums.ts';
import type { Statement } from '../../store/statement.ts';
import { type MoneyScope, SUBSCRIPTION_EVENTS } from '../../store/subscription-parts.ts';
import { moneyScopeOf, type RatesOf, rawRows } from './engine-scope.ts';
import { createReadings } from './readings.ts';

type Plan = Extract<MeasurePlan, { engine: 'revenue' }>;
type Question = EngineQuestion<Plan>;

/** What do accounts pay, how does it move, how much of it stays? As `domain/revenue` says, in SQL. */
export const revenueEngine = (clickhouse: ClickHouse, ratesOf: RatesOf): Engine<Plan> => {
  const readings = createReadings(clickhouse);
  return {
    events: () => SUBSCRIPTION_EVENTS,
    ask: async (question) => {
      const scope = moneyScopeOf(question, await ratesOf(question.workspace));
      const read: Read = (statement) => readings(question, statement);
      const [answer, notes] = await Promise.all([askRevenue(read, question, scope), unconverted(read, scope)]);
      return notes.length === 0 ? answer : { ...answer, notes };
    },
    rows: async (question, part) => {
      const scope = moneyScopeOf(question, await ratesOf(question.workspace));
      return rawRows(clickhouse, rowsStatement(question, scope, part), question.frame.zone);
    },
  };
};

type Read = <Row>(statement: Statement) => Promise<readonly Row[]>;

const askRevenue = async (ask: Read, question: Question, scope: MoneyScope): Promise<Answer> => {
  const { read } = question.plan;
  const windows = windowsOf(question.frame);
  if (isRetained(read) || read === 'arpa') {
    const statementOf = (of: MoneyScope): Statement =>
      isRetained(read)
        ? retentionSums(
            of,
            windows.map((span) => retentionWindow(read, span)),
          )
        : stockSums(
            of,
            windows.map((span) => addDays(span.to, -1)),
          );
    const { sliced, whole, sql } = await slicedAndWhole<RetainedSums>(ask, scope, statementOf);
    return { ...retainedAnswer(question, sliced, whole), sql };
  }
  const { before, whole: range, spans } = question.frame;
  const edges = [before.from, ...(spans.length === 0 ? [range.from] : spans.map((span) => span.from))];
  const { sliced, whole, sql } = await slicedAndWhole<Moved>(ask, scope, (of) => movementTotals(of, edges, range.to));
  return { ...movementAnswer(question, bridgesOf(sliced, windows), bridgesOf(together(whole), windows).get('*')), sql };
};

/** The rows by slice, and those of all. An account pays for several plans, so by plan its parts do not add up to it: all is asked for itself. */
const slicedAndWhole = async <Row>(ask: Read, scope: MoneyScope, statementOf: (scope: MoneyScope) => Statement) => {
  const statements = [statementOf(scope), ...(scope.breakdown === 'plan' ? [statementOf({ ...scope, breakdown: null })] : [])];
  const answers = await Promise.all(statements.map((statement) => ask<Row>(statement)));
  return { sliced: answers[0]!, whole: answers.at(-1)!, sql: statements.map((statement) => statement.sql) };
};

const unconverted = async (ask: Read, scope: MoneyScope): Promise<NonNullable<Answer['notes']>> => {
  const rows = await ask<{ currency: string; n: number }>(unconvertedCurrencies(scope));
  return rows.map(({ currency, n }) => ({ code: 'unconverted_currency', currency, count: Number(n) }));
};

const rowsStatement = (
  { plan: { read }, breakdown }: Question,
  scope: MoneyScope,
  { span, series, offset, limit }: RowsQuestion,
): Statement => {
  const page = { scope, slice: breakdown === null ? null : series, offset, limit };
  if (isRetained(read)) return retainedRows(page, retentionWindow(read, span));
  if (read === 'new_customers') return movementRows(page, { ...span, kinds: ['new'] });
  if (read !== 'movements' && read !== 'quick_ratio') return payingAccounts(page, addDays(span.to, -1));
  if (series === 'opening') return payingAccounts(page, addDays(span.from, -1));
  if (series === 'closing') return payingAccounts(page, addDays(span.to, -1));
  return movementRows(page, { ...span, kinds: breakdown === null && series !== null && read === 'movements' ? [series] : [] });
};
