import { AppError, OperatorError } from '#kernel/app-error.ts';
import { type Actor, type Route, route } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import * as contracts from '../contracts.ts';
import { IDENTITY_SAYS } from '../domain/identity-sayings.ts';
import { insertDismissal } from '../store/duplicates.ts';
import { mergeById, newestMerges, type StoredMerge } from '../store/merges.ts';
import { mergeAccountsByHand, splitAccounts } from './correct-accounts.ts';
import { mergePeopleByHand, splitPeople } from './correct-people.ts';
import type { Desk } from './deps.ts';
import { presentMerges } from './present.ts';
import { proposeMerges } from './propose-merges.ts';

const NEWEST = 200;

/** Answers what concerns duplicates, merges and splits. `flush` tells the event store at once who stands for whom. */
export const mergeRoutes = (desk: Desk, flush: () => Promise<void>): readonly Route[] => [
  route(contracts.listMergeProposals, async (_, { workspace: { ws } }) => ({ rows: [...(await proposeMerges(desk.postgres.db, ws))] })),
  route(contracts.dismissMergeProposal, async ({ body }, { workspace: { ws }, actor, now }) => {
    const [a = '', b = ''] = [body.a, body.b].sort();
    await insertDismissal(desk.postgres.db, ws, { a, b, actor: nameOf(actor), now });
    return { ok: true as const };
  }),
  route(contracts.listMerges, async (_, { workspace: { ws } }) => {
    const { db } = desk.postgres;
    return { rows: await presentMerges(db, ws, await newestMerges(db, ws, NEWEST)) };
  }),
  route(contracts.createMerge, async ({ body }, { workspace: { ws }, actor }) => {
    const merge = body.kind === 'person' ? mergePeopleByHand : mergeAccountsByHand;
    const made = await desk.postgres.transaction((tx) => merge(desk, tx, ws, { ...body, actor: nameOf(actor) }));
    await flush();
    return present(desk.postgres.db, ws, made.id);
  }),
  route(contracts.undoMerge, async ({ params }, { workspace: { ws }, actor }) => {
    await desk.postgres.transaction(async (tx) => {
      const merge = await standingMerge(tx, ws, params.id);
      const split = merge.kind === 'person' ? splitPeople : splitAccounts;
      await split(desk, tx, ws, merge, nameOf(actor));
    });
    await flush();
    return present(desk.postgres.db, ws, params.id);
  }),
];

const standingMerge = async (db: Db, ws: number, id: string): Promise<StoredMerge> => {
  const merge = await mergeById(db, ws, id);
  if (!merge) throw new AppError('not_found', IDENTITY_SAYS.merge_unknown({ id }));
  if (merge.undoneAt !== null) throw new AppError('conflict', IDENTITY_SAYS.merge_undone_already());
  return merge;
};

const present = async (db: Db, ws: number, id: string): Promise<contracts.Merge> => {
  const merge = await mergeById(db, ws, id);
  const [shown] = merge ? await presentMerges(db, ws, [merge]) : [];
  if (!shown) throw new OperatorError('internal', 'The merge was written and is not found.');
  return shown;
};

const nameOf = (actor: Actor): string => actor.name || actor.id;
