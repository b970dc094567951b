import { AppError } from '#kernel/app-error.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import {
  cancelImport,
  checkImport,
  downloadImportErrors,
  getImport,
  type Import,
  importSample,
  listImportKinds,
  listImports,
  runImport,
  undoImport,
  updateImport,
  uploadImport,
} from '../../contracts.ts';
import { IMPORT_SAYS } from '../../domain/imports/import-sayings.ts';
import { findImport, type StoredImport } from '../../store/imports.ts';
import { failuresAfter } from '../../store/imports-errors.ts';
import { countImports, newestImports } from '../../store/imports-list.ts';
import { addImport } from './add-import.ts';
import { callOff, startUndo } from './call-off.ts';
import type { Engine } from './engine.ts';
import { errorFile } from './error-file.ts';
import type { Lanes } from './lanes.ts';
import { presentImport } from './present-import.ts';
import { queueImport, startCheck } from './queue-import.ts';
import { receiveFile } from './receive-file.ts';
import { importSample as bringSample } from './sample.ts';
import { updateImport as changeImport } from './update-import.ts';

const SHOWN_ERRORS = 50;

type Context = ContextOf<'records.read'>;

/** The endpoints of imports. */
export const importRoutes = (engine: Engine, lanes: Lanes): readonly Route[] => {
  const { db } = engine.postgres;
  const found = async (id: string, { workspace }: Context): Promise<StoredImport> => {
    const stored = await findImport(db, workspace.ws, id);
    if (stored) return stored;
    throw new AppError('not_found', IMPORT_SAYS.import_unknown());
  };
  const readerOf = ({ may, language }: Context) => ({
    mayImport: may('import.run'),
    language,
    recall: engine.recall,
    hasRoom: engine.hasRoom(),
  });
  const shown = async (stored: StoredImport, context: Context): Promise<Import> => {
    const mayImport = context.may('import.run');
    return presentImport(
      stored,
      readerOf(context),
      mayImport && stored.failed > 0 ? await failuresAfter(db, stored, -1, SHOWN_ERRORS) : [],
    );
  };
  return [
    route(listImportKinds, async () => ({ rows: [...engine.kinds] })),
    route(listImports, async ({ query: { limit, cursor, ...wanted } }, context) => {
      const filter = { ws: context.workspace.ws, ...wanted };
      const found = await newestImports(db, filter, { limit: limit + 1, before: cursor === undefined ? undefined : Number(cursor) });
      // The pages after the first have the same total.
      const counted = cursor === undefined ? { total: await countImports(db, filter) } : {};
      const page = found.slice(0, limit);
      const rows = page.map((stored) => presentImport(stored, readerOf(context)));
      return { rows, nextCursor: found.length > limit ? String(page.at(-1)?.number) : null, ...counted };
    }),
    route(uploadImport, async ({ query }, context) => {
      const store = (path: string) => receiveFile(context.request, path);
      const stored = await addImport(engine, context.workspace, { ...query, createdBy: context.actor.id, store });
      return shown(stored, context);
    }),
    route(getImport, async ({ params }, context) => shown(await found(params.id, context), context)),
    route(updateImport, async ({ params, body }, context) =>
      shown(await changeImport(engine, await found(params.id, context), body), context),
    ),
    route(checkImport, async ({ params }, context) => {
      const checking = await startCheck(engine, await found(params.id, context));
      await lanes.askCheck(checking);
      return shown(checking, context);
    }),
    route(runImport, async ({ params }, context) => {
      const queued = await queueImport(engine, await found(params.id, context));
      await lanes.ask(queued.ws);
      return shown(queued, context);
    }),
    route(cancelImport, async ({ params }, context) => shown(await callOff(engine, await found(params.id, context)), context)),
    route(undoImport, async ({ params }, context) => {
      const undoing = await startUndo(engine, await found(params.id, context));
      await lanes.ask(undoing.ws);
      return shown(undoing, context);
    }),
    route(downloadImportErrors, async ({ params }, context) => errorFile(engine, await found(params.id, context), context.language)),
    route(importSample, async (_, context) => {
      const batch = await bringSample(engine, context.workspace, context.actor.id);
      await lanes.ask(context.workspace.ws);
      return { batch };
    }),
  ];
};
