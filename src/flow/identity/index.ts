import type { ImportTarget } from '#flow/intake/index.ts';
import type { Route } from '#platform/http.ts';
import type { Db } from '#platform/postgres.ts';
import type { Telling } from './domain/account-record.ts';
import { accountRoutes } from './server/account-routes.ts';
import type { Desk, IdentityDeps } from './server/deps.ts';
import { createStandingFlusher } from './server/flush-standing.ts';
import { ensureAccounts } from './server/found-accounts.ts';
import { accountTarget } from './server/imports/account-target.ts';
import { leadTarget, personTarget } from './server/imports/person-target.ts';
import { mergeRoutes } from './server/merge-routes.ts';
import { personRoutes } from './server/person-routes.ts';
import { createResolutionCache } from './server/resolution-cache.ts';
import { ownersInMemory, resolveMessages } from './server/resolve-messages.ts';
import type { ResolvableMessage } from './server/resolved-message.ts';
import { accountsByExternalId } from './store/account-keys.ts';
import { accountNums, accountsByName, signedUpAt } from './store/account-names.ts';
import { accountNames, accountNum, accountsByNums, standingAccounts } from './store/accounts.ts';
import { lockIdentity } from './store/lock.ts';
import { accountsOfPersons, peopleOfAccounts, type UnitKind, unitsNamed, withMerged } from './store/named-units.ts';
import { peopleByNums, personNum, personRowNums } from './store/people.ts';

export type { AccountRecord, Telling } from './domain/account-record.ts';
export { IDENTITY_SAYS } from './domain/identity-sayings.ts';
export { mailboxKind } from './domain/mailbox-kind.ts';
export type { IdentityDeps } from './server/deps.ts';
export type { ResolvableMessage, ResolvedMessage } from './server/resolved-message.ts';
export type { AccountName } from './store/accounts.ts';
export { standingAccount, standingAccountPairs, standingPerson, standingPersonPairs, standsFor } from './store/standing-expressions.ts';

/** Who is this: people, accounts and their names, merges and their undoing. `start` and `stop` keep the event store told of merges. */
export const createIdentity = (deps: IdentityDeps) => {
  const desk: Desk = { ...deps, cache: createResolutionCache(), writing: new WeakSet() };
  const { db } = deps.postgres;
  const flusher = createStandingFlusher(desk);
  return {
    routes: [...accountRoutes(desk), ...personRoutes(desk), ...mergeRoutes(desk, flusher.flushSoon)] satisfies readonly Route[],
    importTargets: [accountTarget(desk), personTarget(desk), leadTarget(desk)] satisfies readonly ImportTarget[],
    start: flusher.start,
    stop: flusher.stop,
    /** Tells the event store now who stands for whom. */
    flushStandingChanges: flusher.flush,
    /** Who sent these messages, if that is certain of all of them from memory? Null otherwise. */
    ownersInMemory: (workspace: { readonly ws: number }, messages: readonly ResolvableMessage[]) =>
      ownersInMemory(desk, workspace.ws, messages),
    /** Who sent each of these messages? Writes what is new in the caller's transaction; answers in the order of the messages. */
    resolveMessages: (tx: Db, workspace: { readonly ws: number }, messages: readonly ResolvableMessage[]) =>
      resolveMessages(desk, tx, workspace.ws, messages),
    /** Forgets what is remembered of the people and accounts of a workspace. */
    forgetWorkspace: (ws: number) => desk.cache.forgetWorkspace(ws),
    accountsByExternalId,
    accountsByName,
    signedUpAt,
    /** The accounts with these names, made when never met, within the caller's transaction. */
    ensureAccounts: async (tx: Db, ws: number, names: readonly string[], told: Telling) => {
      await lockIdentity(tx, ws);
      return ensureAccounts(desk, tx, ws, names, told);
    },
    accountNames,
    accountsByNums: (ws: number, nums: readonly number[]) => accountsByNums(db, ws, nums),
    accountNum: (ws: number, id: string) => accountNum(db, ws, id),
    accountNums: (ws: number, id: string) => accountNums(db, ws, id),
    /** Which accounts stand for those of these that were merged? Others are left out. */
    standingAccounts: (ws: number, nums: readonly number[]) => standingAccounts(db, ws, nums),
    peopleByNums: (ws: number, nums: readonly number[]) => peopleByNums(db, ws, nums),
    unitsNamed: (ws: number, unit: UnitKind, texts: readonly string[]) => unitsNamed(db, ws, unit, texts),
    withMerged: (ws: number, unit: UnitKind, nums: readonly number[]) => withMerged(db, ws, unit, nums),
    accountsOfPersons: (ws: number, people: readonly number[]) => accountsOfPersons(db, ws, people),
    peopleOfAccounts: (ws: number, accounts: readonly number[]) => peopleOfAccounts(db, ws, accounts),
    personNum: (ws: number, id: string) => personNum(db, ws, id),
    personRowNums: (ws: number, id: string) => personRowNums(db, ws, id),
  };
};

export type Identity = ReturnType<typeof createIdentity>;
