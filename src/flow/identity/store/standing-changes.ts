import { randomUUID } from 'node:crypto';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { type Db, sql } from '#platform/postgres.ts';

/** A raw number and the one that stands for it now (itself after a split). */
export interface Standing {
  readonly raw: number;
  readonly stands: number;
}

/** Notes for the event store that all aliases of these person rows belong to another person now. */
export const noteStandingPeople = async (tx: Db, ws: number, changes: readonly Standing[]): Promise<void> => {
  if (changes.length === 0) return;
  await sql`
    insert into standing_change (ws, kind, raw_num, stands_num)
    select ${ws}, 'person', alias.num, change.stands
    from unnest(${changes.map((one) => one.raw)}::int[], ${changes.map((one) => one.stands)}::int[]) as change (raw, stands)
    join alias on alias.ws = ${ws} and alias.person_num = change.raw`.execute(tx);
};

/** Notes for the event store that another account stands for these. */
export const noteStandingAccounts = async (tx: Db, ws: number, changes: readonly Standing[]): Promise<void> => {
  if (changes.length === 0) return;
  await sql`
    insert into standing_change (ws, kind, raw_num, stands_num)
    select ${ws}, 'account', * from unnest(${changes.map((one) => one.raw)}::int[], ${changes.map((one) => one.stands)}::int[])`.execute(
    tx,
  );
};

interface Change {
  readonly version: number;
  readonly ws: number;
  readonly kind: 'person' | 'account';
  readonly raw_num: number;
  readonly stands_num: number;
}

const AT_ONCE = 20_000;

/**
 * Tells the event store what waits, and forgets it then; answers which accounts that concerns. A crash in between tells it again, which
 * changes nothing: the newest version of a number wins, and versions grow in the order of the decisions.
 */
export const flushStandingChanges = async (
  db: Db,
  clickhouse: ClickHouse,
): Promise<readonly { readonly ws: number; readonly account: number }[]> => {
  const touched: { ws: number; account: number }[] = [];
  for (;;) {
    const { rows } =
      await sql<Change>`select version, ws, kind, raw_num, stands_num from standing_change order by version limit ${AT_ONCE}`.execute(db);
    if (rows.length === 0) return touched;
    const [people, accounts] = [rows.filter((row) => row.kind === 'person'), rows.filter((row) => row.kind === 'account')];
    await clickhouse.insertLines('alias_person', lines(people, 'alias', 'person'), { token: randomUUID() });
    await clickhouse.insertLines('account_standing', lines(accounts, 'account', 'stands'), { token: randomUUID() });
    await sql`delete from standing_change where version = any(${rows.map((row) => row.version)}::bigint[])`.execute(db);
    touched.push(...accounts.flatMap((row) => [row.raw_num, row.stands_num].map((account) => ({ ws: row.ws, account }))));
  }
};

const lines = (rows: readonly Change[], raw: string, stands: string): string =>
  rows.map((row) => JSON.stringify({ ws: row.ws, [raw]: row.raw_num, [stands]: row.stands_num, version: row.version })).join('\n');
