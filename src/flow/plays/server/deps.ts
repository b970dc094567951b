import { dateOf } from '#kernel/calendar.ts';
import type { Condition } from '#kernel/condition.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import type { StageManifest } from '#kernel/manifest.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import type { Log } from '#platform/log.ts';
import type { Db, Postgres } from '#platform/postgres.ts';
import type { ShippedPlay } from '../domain/effective-play.ts';
import type { CrossingScore, NumberedAccount, SignalCrossing } from '../domain/play-changes.ts';

/** Where plays read accounts with their figures (money included) and the people who work here. */
export interface AccountDirectory {
  /** Under each number the account that stands for it now; accounts that do not exist any more are left out. */
  byNums(ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, NumberedAccount>>;
  /** The accounts that meet the condition now, in pages, without merged ones. */
  where(ws: number, condition: Condition): AsyncIterable<readonly NumberedAccount[]>;
  /** The numbers under which an account is kept, its own first, then those of accounts merged into it; null when there is none. */
  numsOf(ws: number, accountId: string): Promise<readonly number[] | null>;
  /** The names of those who can own a task, by user id. */
  members(ws: number): Promise<ReadonlyMap<string, string>>;
}

/** What the composition root gives to plays. */
export interface PlaysDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly clock: Clock;
  readonly log: Log;
  readonly appendFacts: AppendFacts<Db>;
  readonly manifests: readonly Pick<StageManifest, 'id' | 'plays'>[];
  readonly directory: AccountDirectory;
  workspaces(): Promise<readonly WorkspaceContext[]>;
  /** What the signal said on the day of each crossing, by account; unknown ones are left out. Asked only for crossings that are acted on. */
  crossingScores(
    ws: number,
    signal: SignalCrossing['signal'],
    crossings: readonly { readonly account: number; readonly day: string }[],
  ): Promise<ReadonlyMap<number, CrossingScore>>;
}

/** The desk at which plays work. */
export interface Desk extends PlaysDeps {
  readonly shipped: readonly ShippedPlay[];
  /** Asks for a sweep of a workspace soon. */
  requestSweep(ws: number): Promise<void>;
}

/** A workspace at an instant. */
export interface Scene {
  readonly workspace: Pick<WorkspaceContext, 'ws' | 'id' | 'timeZone'>;
  readonly now: number;
  /** The local date of `now`. */
  readonly today: string;
}

export const sceneOf = (workspace: Scene['workspace'], now: number): Scene => ({ workspace, now, today: dateOf(now, workspace.timeZone) });
