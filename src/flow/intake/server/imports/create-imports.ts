import { OperatorError } from '#kernel/app-error.ts';
import type { Route } from '#platform/http.ts';
import type { Import } from '../../contracts.ts';
import type { Engine, ImportDeps, ImportWorkspace } from './engine.ts';
import { type BatchToImport, importBatch, importsOfBatch } from './import-batch.ts';
import { type ImportFileRequest, importFile } from './import-file.ts';
import { createLanes } from './lanes.ts';
import { importRoutes } from './routes.ts';
import { importSample } from './sample.ts';
import { sweepLeftovers, sweepSpent } from './sweep-uploads.ts';

const SWEEP_JOB = 'intake.sweep-uploads';

/** The import engine: files in, records out, with a trial before and an undo after. */
export interface Imports {
  readonly routes: readonly Route[];
  /** Declares the queues and takes up what an earlier process left; call it before the jobs start. */
  start(): Promise<void>;
  /** Lets work stop after the chunk at hand; it goes on at the next start. */
  stop(): void;
  /** Imports a file of this machine: the body of the command. */
  importFile(request: ImportFileRequest): Promise<Import>;
  /** Queues the sample company as one batch and answers the batch; it is imported by the jobs, or by `drain`. */
  importSample(workspace: ImportWorkspace, createdBy: string): Promise<string>;
  /** Queues files of this machine as one batch; they are imported by the jobs, or by `drain`. Those that the batch has already are left. */
  importBatch(workspace: ImportWorkspace, batch: BatchToImport): Promise<void>;
  /** How far is each file of a batch? */
  importsOfBatch(ws: number, batch: string): Promise<readonly BatchedImport[]>;
  /** Does what waits in a workspace, in this process, until nothing waits. */
  drain(ws: number): Promise<void>;
  /** Is this process importing into a workspace, or undoing an import of it? */
  isAtWork(ws: number): boolean;
}

/** What can be told of a file while its batch comes in. */
export type BatchedImport = Pick<Import, 'id' | 'fileName' | 'status' | 'rowsTotal' | 'rowsRead' | 'created' | 'failed'>;

/** Opens the import engine over the targets that the rooms and stages offer. */
export const createImports = (deps: ImportDeps): Imports => {
  let stopping = false;
  const engine: Engine = { ...deps, kinds: kindsOf(deps), isStopping: () => stopping };
  const lanes = createLanes(engine);
  return {
    routes: importRoutes(engine, lanes),
    start: async () => {
      await sweepLeftovers(engine);
      await engine.jobs.define(SWEEP_JOB, { retries: 1 }, () => sweepSpent(engine));
      await engine.jobs.schedule(SWEEP_JOB, '41 3 * * *');
      await lanes.start();
    },
    stop: () => {
      stopping = true;
    },
    importFile: (request) => importFile(engine, lanes, request),
    importSample: async (workspace, createdBy) => {
      const batch = await importSample(engine, workspace, createdBy);
      await lanes.ask(workspace.ws);
      return batch;
    },
    importBatch: async (workspace, batch) => {
      await importBatch(engine, workspace, batch);
      await lanes.ask(workspace.ws);
    },
    importsOfBatch: (ws, batch) => importsOfBatch(engine, ws, batch),
    drain: (ws) => lanes.drain(ws),
    isAtWork: (ws) => lanes.isAtWork(ws),
  };
};

const kindsOf = ({ targets }: ImportDeps): Engine['kinds'] => {
  const kinds = [...targets].sort((a, b) => a.order - b.order).map((target) => target.kind);
  const names = kinds.map(({ kind }) => kind);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new OperatorError('internal', `Two import targets are called “${twice}”.`);
  return kinds;
};
