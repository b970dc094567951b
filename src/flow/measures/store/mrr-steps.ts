import type { ClickHouse } from '#platform/clickhouse.ts';
import { accountScope } from './account-scope.ts';
import { movementParts } from './movement-parts.ts';
import { bindings, rowsOf, withParts } from './statement.ts';
import { beliefsPart, type MoneyScope, phasesPart } from './subscription-parts.ts';

/** One net change of an account's MRR: on this local date it became `mrrMinor`, by `amountMinor`, for this reason. */
export interface MrrChange {
  readonly date: string;
  readonly mrrMinor: number;
  readonly kind: 'new' | 'expansion' | 'contraction' | 'churn' | 'reactivation';
  readonly amountMinor: number;
}

/** How did the MRR of these accounts (null: of all) change over time, as believed then? By dense number, each in order of date. */
export const readMrrChanges = async (
  clickhouse: ClickHouse,
  scope: MoneyScope,
  accounts: readonly number[] | null,
): Promise<ReadonlyMap<number, readonly MrrChange[]>> => {
  const { bind, params } = bindings();
  const { parts } = accountScope({ ...scope, breakdown: null, filter: null }, bind);
  const wanted = accounts === null ? 'true' : `account in ${bind('Array(UInt32)', accounts, 'wanted')}`;
  const sql = `${withParts([...parts, beliefsPart(bind, accounts), phasesPart(scope, bind), ...movementParts()])}select account, groupArray((toString(date), after, toString(kind), amount)) as changes
  from (select * from movements where ${wanted} order by account, date) group by account`;
  const rows = await rowsOf<{ account: number; changes: [string, number, MrrChange['kind'], number][] }>(clickhouse, { sql, params });
  return new Map(
    rows.map(({ account, changes }) => [
      account,
      changes.map(([date, mrrMinor, kind, amountMinor]) => ({ date, mrrMinor, kind, amountMinor })),
    ]),
  );
};
