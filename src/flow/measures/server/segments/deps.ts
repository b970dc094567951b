import type { FieldTest } from '#kernel/condition.ts';
import type { AppendFacts } from '#kernel/fact.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import type { WorkspaceContext } from '#platform/http.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import type { Db, Postgres } from '#platform/postgres.ts';
import type { SegmentUnit } from '../../condition-contracts.ts';
import type { MayName } from '../../domain/segments/segments-mentioned.ts';
import type { AccountDirectory, FieldValues, MergedNamesOf } from '../deps.ts';
import type { MetricUnitsOf } from '../metric-rows.ts';

/** A workspace as segments need it. */
export type SegmentWorkspace = Pick<WorkspaceContext, 'ws' | 'timeZone' | 'currency' | 'weekStart'>;

/** Which units are meant, and at which instant (UTC ms)? */
export interface UnitsAsked {
  readonly workspace: Pick<WorkspaceContext, 'ws' | 'timeZone'>;
  readonly unit: SegmentUnit;
  readonly now: number;
  /** Only these dense numbers; all when absent. */
  readonly only?: readonly number[];
}

/** Accounts and people with their fields, which a room downstream keeps together with stage, signals and revenue. */
export interface SegmentUnits {
  /** The numbers of those who stand for themselves and meet the test; all of them for null. Refuses a field that does not exist. */
  numsWhere(asked: UnitsAsked, test: FieldTest | null): Promise<readonly number[]>;
  /** The texts of fields of one unit, null where it has none. */
  textsOf(asked: UnitsAsked & { readonly num: number }, fields: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Refuses a test that cannot be understood, or may not be asked by a reader without money. */
  check(workspace: SegmentWorkspace, unit: SegmentUnit, test: FieldTest, mayMoney: boolean): void;
}

/** Which segment takes whose place, by id; who says so, and when (UTC ms). */
export interface Replacing {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly now: number;
}

/** What the composition root gives to segments. */
export interface SegmentsDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly appendFacts: AppendFacts<Db>;
  readonly units: SegmentUnits;
  readonly directory: AccountDirectory & {
    personNum(ws: number, id: string): Promise<number | null>;
    /** Whom texts name: ids of ours or of another system, addresses, domains, names. Those that name nobody are left out. */
    numsNamed(ws: number, unit: SegmentUnit, texts: readonly string[]): Promise<ReadonlyMap<string, number>>;
    /** The accounts of people, by the number of the person; those without one are left out. */
    accountsOf(ws: number, people: readonly number[]): Promise<ReadonlyMap<number, number>>;
    /** The people of these accounts. */
    peopleOf(ws: number, accounts: readonly number[]): Promise<readonly number[]>;
    /** These with all that were merged into them. */
    withMerged(ws: number, unit: SegmentUnit, nums: readonly number[]): Promise<readonly number[]>;
  };
  workspaces(): Promise<readonly SegmentWorkspace[]>;
  /** Says whether somebody waits for facts about people of this workspace. */
  watchPeople(ws: number, isWatched: boolean): Promise<void>;
  /** Those about whom something is known that was not looked at yet. */
  waiting(ws: number, unit: SegmentUnit): Promise<readonly number[]>;
  /** What of other rooms may name segments. */
  usedElsewhere(ws: number): Promise<readonly MayName[]>;
  /** Puts one segment in the place of another in what other rooms keep. */
  replaceElsewhere(tx: Db, ws: number, replacing: Replacing): Promise<void>;
  /** For points of metrics whose units become a list. */
  readonly metricUnits: MetricUnitsOf;
  /** For questions whose units become a list. */
  readonly fieldValues: FieldValues;
  readonly mergedNamesOf: MergedNamesOf;
}
