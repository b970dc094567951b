import type { AppendFacts } from '#kernel/fact.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import type { Db, Postgres } from '#platform/postgres.ts';
import type { AccountName } from '../store/accounts.ts';
import type { ResolutionCache } from './resolution-cache.ts';

/** What the composition root gives to identity. */
export interface IdentityDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly clock: Clock;
  readonly appendFacts: AppendFacts<Db>;
  /** Asks for another look at accounts whose facts were told to belong together or apart. */
  touchAccounts?(ws: number, accounts: readonly number[]): Promise<void>;
}

/** Records of another slice that belong to accounts and move with them. */
export interface AccountFollower {
  /** Names its records in the ledger: 'subscription'. Never changed, since a split looks for it. */
  readonly name: string;
  /** Moves the records of an account to another one, or only those named (they are then back where they came from); answers the ids moved. */
  move(tx: Db, ws: number, from: AccountName, to: AccountName, only?: readonly string[]): Promise<readonly string[]>;
}

/** The desk at which identity works: what it was given, and what it remembers. */
export interface Desk extends IdentityDeps {
  readonly cache: ResolutionCache;
  readonly followers: AccountFollower[];
  /** Transactions that have written people and are not certain to commit. */
  readonly writing: WeakSet<Db>;
}
