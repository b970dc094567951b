import type { StageManifest } from '#kernel/manifest.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import type { Engine, MeasuredWorkspace } from '../domain/answer.ts';
import type { OutsideValues } from '../domain/questions/question-world.ts';
import type { MergedNames } from '../domain/tracking-plan/merged-names.ts';
import type { MilestonesOf } from './engines/activation-engine.ts';
import type { RatesOf } from './engines/engine-scope.ts';

/** Who the numbers of facts stand for; given by the room that knows. */
export interface AccountDirectory {
  accountNum(ws: number, id: string): Promise<number | null>;
  accountsByNums(ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, { readonly id: string; readonly name: string }>>;
  peopleByNums(ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, { readonly id: string; readonly name: string | null }>>;
  /** Names of members by id, for breakdowns by owner. */
  ownerNames?(ws: number): Promise<ReadonlyMap<string, string>>;
}

/** The plans of the engine that a later room owns. */
export type LifecyclePlan = Extract<MeasurePlan, { engine: 'lifecycle' }>;

/**
 * The values of a field that neither facts nor snapshots hold (`stage`, `signal.health`, `segment.sgm_1`, `person.email`) as of an instant (UTC ms), for
 * those who have one; null when the field is not known. Given by the rooms that know.
 */
export type FieldValues = (workspace: MeasuredWorkspace, field: string, asOf: number) => Promise<OutsideValues | null>;

/** Which names of events count as another in this workspace? */
export type MergedNamesOf = (ws: number) => Promise<MergedNames>;

export interface MeasuresDeps {
  readonly clickhouse: ClickHouse;
  readonly clock: Clock;
  readonly manifests: readonly StageManifest[];
  readonly directory: AccountDirectory;
  readonly lifecycle?: Engine<LifecyclePlan>;
  /** Fixed rates into the workspace's currency; without one, subscriptions of a currency are left out and named in the answer. */
  readonly ratesOf?: RatesOf;
  readonly fieldValues?: FieldValues;
  /** When a customer counts as activated, where a later room keeps that; the shipped milestone without it. */
  readonly milestonesOf?: MilestonesOf;
  readonly mergedNamesOf?: MergedNamesOf;
}
