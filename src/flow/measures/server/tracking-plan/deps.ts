import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import type { Postgres } from '#platform/postgres.ts';
import type { MergedNames } from '../../domain/tracking-plan/merged-names.ts';

/** What the composition root gives to tracking plans. */
export interface TrackingPlanDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly clock: Clock;
  /** Told after the plan began or ceased to merge names. */
  readonly mergesChanged?: (ws: number, before: MergedNames, after: MergedNames) => Promise<void>;
}
