import type { AppendFacts } from '#kernel/fact.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import type { Db, Postgres } from '#platform/postgres.ts';
import type { ResolutionCache } from './resolution-cache.ts';

/** What the composition root gives to identity. */
export interface IdentityDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly clock: Clock;
  readonly appendFacts: AppendFacts<Db>;
  readonly log?: Log;
  /** Asks for another look at accounts whose facts were told to belong together or apart. */
  touchAccounts?(ws: number, accounts: readonly number[]): Promise<void>;
}

/** The desk at which identity works: what it was given, and what it remembers. */
export interface Desk extends IdentityDeps {
  readonly cache: ResolutionCache;
  /** Transactions that have written people and are not certain to commit. */
  readonly writing: WeakSet<Db>;
}
