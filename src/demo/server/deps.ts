import type { BatchedImport, ImportWorkspace } from '#flow/intake/index.ts';
import type { Recall } from '#kernel/saying.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { Clock } from '#platform/clock.ts';
import type { CallRoute, WorkspaceContext } from '#platform/http.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import type { Postgres } from '#platform/postgres.ts';

/** How far a piece of work is. */
export type Tell = (done: number, total: number) => void;

/** What the composition root gives to the demo company: doors that anybody's data comes through. */
export interface DemoDeps {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  /** Puts what was kept of a failure into words. */
  readonly recall: Recall;
  /** A folder of its own. */
  readonly folder: string;
  workspaces(): Promise<readonly WorkspaceContext[]>;
  readonly imports: {
    importBatch(workspace: ImportWorkspace, batch: DemoBatch): Promise<void>;
    importsOfBatch(ws: number, batch: string): Promise<readonly BatchedImport[]>;
    drain(ws: number): Promise<void>;
  };
  /** Posts a body to the event door's `/v1/batch` with a write key. */
  post(writeKey: string, body: string): Promise<Response>;
  /** Asks a route of the product by its contract. */
  readonly call: CallRoute;
  /** Adds fixed exchange rates to those that the workspace has. */
  addRates(workspace: WorkspaceContext, rates: ReadonlyMap<string, string>): Promise<void>;
  /** While this runs, what follows an import of history is not begun by itself. */
  quietly<T>(ws: number, work: () => Promise<T>): Promise<T>;
  /** Works out the past of a workspace from all that has come: stages, health day by day, scores; then what plays make of it. */
  workOutPast(ws: number, tell: Tell): Promise<void>;
  /** Waits until the event store has every fact that waits. */
  ship(): Promise<void>;
  /** Forgets what is remembered of a workspace's people and accounts. */
  forgetWorkspace(ws: number): void;
}

export interface DemoBatch {
  readonly batch: string;
  readonly source: string;
  readonly createdBy: string;
  readonly files: readonly { readonly fileName: string; readonly kind: string; readonly path: string }[];
}
