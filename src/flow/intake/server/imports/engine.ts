import { join } from 'node:path';
import { AppError, OperatorError } from '#kernel/app-error.ts';
import type { Recall } from '#kernel/saying.ts';
import type { Clock } from '#platform/clock.ts';
import type { Jobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import type { Db, Postgres } from '#platform/postgres.ts';
import type { ImportKind } from '../../contracts.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import type { StoredImport } from '../../store/imports.ts';
import type { AccountRef, ImportContext, ImportTarget } from '../import-target.ts';

/** What the import engine works with; the targets come from the rooms and stages that own the records. */
export interface ImportDeps {
  readonly postgres: Postgres;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  /** Folder of its own where uploaded files live. */
  readonly folder: string;
  readonly targets: readonly ImportTarget[];
  /** Has the disk room for more? Work waits until it has. */
  hasRoom(): boolean;
  /** Puts what was kept of a refused row into words: sentences of every slice may stand there. */
  readonly recall: Recall;
  /** Takes the facts of an import out of the event store. */
  forgetFacts(ws: number, importNumber: number): Promise<void>;
  /** Called when an import has come further or has changed its state. */
  onProgress?(ws: number, importId: string): void;
  /** Called when all rows of an import are in: nothing more comes that its facts might wait for. */
  onDone?(ws: number): void;
}

/** The workspace that a file comes to. */
export interface ImportWorkspace {
  readonly ws: number;
  readonly timeZone: string;
  readonly currency: string;
}

/** The dependencies with what is worked out of them once. */
export interface Engine extends ImportDeps {
  readonly kinds: readonly ImportKind[];
  /** True once the process is about to end: work stops after the chunk at hand and goes on at the next start. */
  isStopping(): boolean;
}

/** Thrown where work is left because the process ends; nothing is wrong. */
export class Stopping extends Error {}

/** The target of a kind; `invalid` when there is none. */
export const targetOf = (engine: Pick<Engine, 'targets'>, kind: string | null): ImportTarget => {
  const target = engine.targets.find((one) => one.kind.kind === kind);
  if (target) return target;
  const kinds = engine.targets.map((one) => one.kind.kind);
  throw new AppError(
    'invalid',
    kind === null ? IMPORT_SAYS.import_kind_missing({ kinds }) : IMPORT_SAYS.import_kind_unknown({ kind, kinds }),
  );
};

/** Where the uploaded file of an import lies. */
export const pathOf = (engine: Pick<Engine, 'folder'>, stored: Pick<StoredImport, 'storedAs'>): string =>
  join(engine.folder, stored.storedAs);

/** Accounts that rows of a run referred to, by kind of record and its external id: the rows after them refer to the same. */
export type KnownAccounts = Map<string, Map<string, AccountRef>>;

/** What is found out about accounts while a chunk is written. */
export interface LookUps {
  /** The accounts that its rows were found to belong to. */
  readonly references: Set<string>;
  /** Found by chunks that are in. */
  readonly known: KnownAccounts;
  /** Found by this one. */
  readonly found: KnownAccounts;
}

// Some ten megabytes.
const MOST_KNOWN = 100_000;

/** Keeps what a chunk has found, once it is in. */
export const learn = (known: KnownAccounts, found: KnownAccounts): void => {
  for (const [kind, accounts] of found) {
    const all = known.get(kind) ?? new Map<string, AccountRef>();
    known.set(kind, all);
    for (const [id, account] of accounts) if (all.size < MOST_KNOWN) all.set(id, account);
  }
};

/** A chunk that knows nothing of others. */
export const freshLookUps = (known: KnownAccounts = new Map()): LookUps => ({ references: new Set(), known, found: new Map() });

/** What rows are written with; `lookUps` gathers the accounts that they were found to belong to. */
export const contextOf = (engine: Engine, tx: Db, stored: StoredImport, lookUps: LookUps = freshLookUps()): ImportContext => {
  const context: ImportContext = {
    ws: stored.ws,
    importNumber: stored.number,
    source: stored.source,
    now: engine.clock.now(),
    timeZone: stored.format.timeZone,
    currency: stored.format.currency,
    accountsOf: async (kind, externalIds) => {
      const owner = engine.targets.find((one) => one.kind.kind === kind);
      if (!owner?.accountsOf)
        throw new OperatorError('internal', `No import target says which accounts records of the kind “${kind}” belong to.`);
      const known = lookUps.known.get(kind) ?? new Map<string, AccountRef>();
      const unknown = externalIds.filter((id) => !known.has(id));
      const asked = unknown.length === 0 ? new Map<string, AccountRef>() : await owner.accountsOf(tx, context, unknown);
      lookUps.found.set(kind, new Map([...(lookUps.found.get(kind) ?? []), ...asked]));
      const found = new Map(asked);
      for (const id of externalIds) {
        const account = known.get(id);
        if (account) found.set(id, account);
      }
      for (const { id } of found.values()) lookUps.references.add(id);
      return found;
    },
  };
  return context;
};
