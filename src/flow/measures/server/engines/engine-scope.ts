import { startOfDate } from '#kernel/calendar.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { EngineQuestion, RawRow } from '../../domain/answer.ts';
import { segmentsOfBreakdown } from '../../domain/segments/segment-mix.ts';
import type { QuestionUnit } from '../../question-contracts.ts';
import type { Scope } from '../../store/account-scope.ts';
import type { FactScope } from '../../store/questions/unit-facts.ts';
import { rowsOf, type Statement } from '../../store/statement.ts';
import type { MoneyScope } from '../../store/subscription-parts.ts';

/** Units of the workspace's currency for one unit of another, as decimal texts, by currency. */
export type RatesOf = (workspace: { readonly ws: number; readonly currency: string }) => Promise<ReadonlyMap<string, string>>;

/** The facts that a question reads. */
export const scopeOf = ({ workspace, frame, breakdown, filter, outside }: EngineQuestion): Scope => ({
  ws: workspace.ws,
  asOf: frame.asOf,
  breakdown,
  filter,
  outside,
});

/** The facts that a measure reads, seen by units of its own. */
export const factScopeOf = ({ workspace, frame, filter, outside, merged }: EngineQuestion, unit: QuestionUnit): FactScope => ({
  ...{ ws: workspace.ws, asOf: frame.asOf, unit, filter, outside, merged },
});

/** The breakdown of a measure as one of questions: by an attribute of the account or by segments, all values told apart. */
export const breakdownOf = ({ breakdown }: EngineQuestion): { readonly field: string; readonly top: number } | null =>
  breakdown === null ? null : { field: segmentsOfBreakdown(breakdown).length > 0 ? breakdown : `account.${breakdown}`, top: EVERY_SLICE };

const EVERY_SLICE = 65_535;

/** The same with what money needs to be added up. */
export const moneyScopeOf = (question: EngineQuestion, rates: ReadonlyMap<string, string>): MoneyScope => ({
  ...scopeOf(question),
  observedThrough: question.frame.observedThrough,
  currency: question.workspace.currency,
  rates,
});

interface StoredRow {
  readonly account: number;
  readonly person?: number;
  readonly subject?: string;
  readonly label: string;
  readonly value: number | null;
  /** An instant, or a local date. */
  readonly latest?: string;
  readonly date?: string;
}

/** The rows behind a figure; a local date stands for the instant at which it began. */
export const rawRows = async (clickhouse: ClickHouse, statement: Statement, zone: string): Promise<readonly RawRow[]> =>
  (await rowsOf<StoredRow>(clickhouse, statement)).map((row) => ({
    account: Number(row.account),
    person: Number(row.person ?? 0),
    subject: row.subject ?? '',
    label: row.label,
    at: row.latest !== undefined ? Date.parse(row.latest) : row.date !== undefined ? startOfDate(row.date, zone) : null,
    value: row.value === null ? null : Number(row.value),
  }));
