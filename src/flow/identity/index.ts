import type { ImportTarget } from '#flow/intake/index.ts';
import type { Db } from '#platform/postgres.ts';
import type { Telling } from './domain/account-record.ts';
import type { Desk, IdentityDeps } from './server/deps.ts';
import { ensureAccounts } from './server/found-accounts.ts';
import { accountTarget } from './server/imports/account-target.ts';
import { leadTarget, personTarget } from './server/imports/person-target.ts';
import { createResolutionCache } from './server/resolution-cache.ts';
import { resolveMessages } from './server/resolve-messages.ts';
import type { ResolvableMessage } from './server/resolved-message.ts';
import { accountsByExternalId } from './store/account-keys.ts';
import { accountNums, accountsByName, signedUpAt } from './store/account-names.ts';
import { accountNames, accountNum, accountsByNums } from './store/accounts.ts';
import { lockIdentity } from './store/lock.ts';
import { peopleByNums, personNum } from './store/people.ts';
import { flushStandingChanges } from './store/standing-changes.ts';

export { mailboxKind } from './domain/mailbox-kind.ts';
export type { IdentityDeps } from './server/deps.ts';
export type { ResolvableMessage, ResolvedMessage } from './server/resolved-message.ts';
export type { AccountName } from './store/accounts.ts';

/** Who is this: people, accounts and their names, merges and their undoing. */
export const createIdentity = (deps: IdentityDeps) => {
  const desk: Desk = { ...deps, cache: createResolutionCache(), writing: new WeakSet() };
  const { db } = deps.postgres;
  const flush = async (): Promise<void> => {
    const touched = await flushStandingChanges(db, deps.clickhouse);
    for (const [ws, accounts] of Map.groupBy(touched, (one) => one.ws)) {
      await deps.touchAccounts?.(
        ws,
        accounts.map((one) => one.account),
      );
    }
  };
  return {
    routes: [],
    importTargets: [accountTarget(desk), personTarget(desk), leadTarget(desk)] satisfies readonly ImportTarget[],
    resolveMessages: (tx: Db, workspace: { readonly ws: number }, messages: readonly ResolvableMessage[]) =>
      resolveMessages(desk, tx, workspace.ws, messages),
    accountsByExternalId,
    accountsByName,
    signedUpAt,
    /** The accounts with these names, made when never met; within the caller's transaction. */
    ensureAccounts: async (tx: Db, ws: number, names: readonly string[], told: Telling) => {
      await lockIdentity(tx, ws);
      return ensureAccounts(desk, tx, ws, names, told);
    },
    accountNums: (ws: number, id: string) => accountNums(db, ws, id),
    accountsByNums: (ws: number, nums: readonly number[]) => accountsByNums(db, ws, nums),
    accountNames,
    accountNum: (ws: number, id: string) => accountNum(db, ws, id),
    peopleByNums: (ws: number, nums: readonly number[]) => peopleByNums(db, ws, nums),
    personNum: (ws: number, id: string) => personNum(db, ws, id),
    flushStandingChanges: flush,
  };
};

export type Identity = ReturnType<typeof createIdentity>;
