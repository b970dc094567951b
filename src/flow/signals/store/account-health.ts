import { type Db, sql } from '#platform/postgres.ts';
import { HEALTH_INPUT_KEYS, type HealthInput } from '../domain/health/health-inputs.ts';
import type { HealthInputs } from '../domain/health/health-of.ts';

/** What an account's health was judged from when it was last looked at; without inputs there was nothing to judge. */
export interface JudgedHealth {
  readonly account: number;
  readonly inputs: HealthInputs | null;
}

/** Keeps what these accounts were judged from, all at one instant (UTC ms) and by one version of the formula. */
export const writeAccountHealth = async (
  tx: Db,
  ws: number,
  { judged, at, version }: { readonly judged: readonly JudgedHealth[]; readonly at: number; readonly version: number },
): Promise<void> => {
  if (judged.length === 0) return;
  await sql`
    insert into account_health (ws, account_num, judged_at, version, inputs)
    select ${ws}, account, ${new Date(at)}, ${version}, inputs
    from unnest(${judged.map((one) => one.account)}::int[], ${judged.map(({ inputs }) => inputs && textOf(inputs))}::json[]) as r (account, inputs)
    on conflict (ws, account_num) do update set judged_at = excluded.judged_at, version = excluded.version, inputs = excluded.inputs`.execute(
    tx,
  );
};

/** Takes away what accounts were judged from that stand for nothing any more. */
export const clearAccountHealth = async (tx: Db, ws: number, accounts: readonly number[]): Promise<void> => {
  if (accounts.length > 0) await sql`delete from account_health where ws = ${ws} and account_num = any(${accounts}::int[])`.execute(tx);
};

/**
 * What was this account judged from, when, and by which version, if nothing came since? Null when it was never looked at, or waits to be looked at again:
 * reads the marks that facts leaves for the reactor, also on accounts that were merged into this one.
 */
export const accountHealth = async (
  db: Db,
  ws: number,
  account: number,
): Promise<{ readonly inputs: HealthInputs | null; readonly at: number; readonly version: number } | null> => {
  const { rows } = await sql<{ judged_at: Date; version: number; inputs: KeptInputs | null }>`
    select judged_at, version, inputs from account_health where ws = ${ws} and account_num = ${account} and not exists (
      select from account_reaction where ws = ${ws} and account_num in (
        select num from account where ws = ${ws} and (num = ${account} or merged_into = ${account})))`.execute(db);
  const row = rows[0];
  return row === undefined ? null : { inputs: row.inputs && inputsOf(row.inputs), at: row.judged_at.getTime(), version: row.version };
};

type KeptInput = readonly [value: number | null, baseline: number | null, asOf: number | null];
type KeptInputs = Readonly<Record<string, KeptInput>>;

const textOf = (inputs: HealthInputs): string =>
  JSON.stringify(
    Object.fromEntries(
      HEALTH_INPUT_KEYS.flatMap((key) => {
        const input = inputs[key];
        return input === undefined ? [] : [[key, [input.value, input.baseline ?? null, input.asOf] satisfies KeptInput]];
      }),
    ),
  );

const inputsOf = (kept: KeptInputs): HealthInputs =>
  Object.fromEntries(
    HEALTH_INPUT_KEYS.flatMap((key): readonly [string, HealthInput][] => {
      const input = kept[key];
      return input === undefined ? [] : [[key, { value: input[0], baseline: input[1], asOf: input[2] }]];
    }),
  );
