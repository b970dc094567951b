import type { HealthBand } from '#kernel/signal.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { HealthOverride } from '../domain/health/health-over-time.ts';

/** What people last said of these accounts' health by an instant (UTC ms); not whether it has expired. */
export const healthOverrides = async (
  db: Db,
  ws: number,
  accounts: readonly number[],
  asOf: number,
): Promise<ReadonlyMap<number, HealthOverride>> => {
  const { rows } = await sql<{ account: number; band: HealthBand | null; author: string; reason: string; expires_on: string }>`
    select distinct on (account_num) account_num as account, band, author, reason, expires_on from health_override
    where ws = ${ws} and account_num = any(${accounts}::int[]) and set_at <= ${new Date(asOf)} order by account_num, set_at desc`.execute(
    db,
  );
  return new Map(
    rows.flatMap(({ account, band, author, reason, expires_on }) =>
      band === null ? [] : [[account, { band, author, reason, expiresOn: expires_on }] as const],
    ),
  );
};

/** Keeps a person's word about an account's health; null takes the last one back. */
export const setHealthOverride = async (
  tx: Db,
  ws: number,
  set: { readonly account: number; readonly at: number; readonly author: string; readonly override: Omit<HealthOverride, 'author'> | null },
): Promise<void> => {
  await sql`
    insert into health_override (ws, account_num, set_at, band, author, reason, expires_on)
    values (${ws}, ${set.account}, ${new Date(set.at)}, ${set.override?.band ?? null}, ${set.author}, ${set.override?.reason ?? ''},
      ${set.override?.expiresOn ?? '1970-01-01'})
    on conflict (ws, account_num, set_at) do update set band = excluded.band, author = excluded.author, reason = excluded.reason,
      expires_on = excluded.expires_on`.execute(tx);
};
