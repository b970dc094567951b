import { type MergedNames, type RatesOf, type Worth, worthIn } from '#flow/measures/index.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import type { Postgres } from '#platform/postgres.ts';

/** What the composition root gives to signals. */
export interface SignalsDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: Jobs;
  /** Every workspace of this installation. */
  workspaces(): Promise<readonly WorkspaceContext[]>;
  /** The number of the account, or person, that stands for this id; null when there is none. */
  accountNum(ws: number, id: string): Promise<number | null>;
  personNum(ws: number, id: string): Promise<number | null>;
  /** Asks for another look at accounts, which the reactor takes; `pastFrom` (UTC, days since 1970) when their past is told anew from a day on. */
  touchAccounts(ws: number, accounts: readonly number[], pastFrom?: number | null): Promise<void>;
  /** The past of everybody is about to be judged: who waits needs a look at now alone. */
  leavePast?(ws: number): Promise<void>;
  /** Do files come in just now? What follows them waits. */
  isBringing?(ws: number): boolean;
  /** Fixed rates into the workspace's currency; without one, what is paid in a currency is in no sum. */
  readonly ratesOf?: RatesOf;
  /** Which names of events count as another; none do without it. */
  readonly mergedNamesOf?: (ws: number) => Promise<MergedNames>;
  /** When the newest fact of a workspace was known (UTC ms); null without facts. */
  newestKnown(ws: number): Promise<number | null>;
}

/** A workspace as the signals need it. */
export type Place = Pick<WorkspaceContext, 'ws' | 'timeZone' | 'currency'>;

/** What are amounts worth in the workspace's currency? The same as in the revenue measures. */
export const worthOf = async ({ ratesOf }: SignalsDeps, place: Place): Promise<Worth> =>
  worthIn(place.currency, (await ratesOf?.(place)) ?? new Map());
