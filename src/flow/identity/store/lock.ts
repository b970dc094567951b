import { type Db, sql } from '#platform/postgres.ts';

/** Any number that nothing else of ours takes. */
const IDENTITY_LOCK = 18_201;

/**
 * Lets one transaction at a time decide who is who in a workspace, until it ends. Two batches that both meet a new id would else both make a
 * person of it, and which merges are allowed depends on all that came before.
 */
export const lockIdentity = async (tx: Db, ws: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${IDENTITY_LOCK}::int, ${ws}::int)`.execute(tx);
};
