import type { AccountRef, ImportNotes } from '#flow/intake/contracts.ts';
import { foldRows, type ImportContext, type ImportRow, type ImportTarget, reversal } from '#flow/intake/index.ts';
import { startOfDate } from '#kernel/calendar.ts';
import { membersOf } from '#platform/access.ts';
import { newId } from '#platform/clock.ts';
import { type Db, takeNumbers } from '#platform/postgres.ts';
import { ACCOUNT_KIND } from '../../domain/account-kind.ts';
import { type AccountRecord, accountFacts, changedAccount, changeInstant, newAccount } from '../../domain/account-record.ts';
import { changeOfAccountRow, namesOfAccountRow } from '../../domain/account-row.ts';
import { IDENTITY_SAYS } from '../../domain/identity-sayings.ts';
import { accountsByExternalId, insertAccountKeys, settleParents, trimAccountKeys } from '../../store/account-keys.ts';
import { accountsByName } from '../../store/account-names.ts';
import { accountsByIds, deleteAccounts, insertAccounts, updateAccounts } from '../../store/accounts.ts';
import { lockIdentity } from '../../store/lock.ts';
import type { Desk } from '../deps.ts';
import { inspectAccounts } from './inspect-accounts.ts';
import { type ImportedAccount, type MeantAccounts, meantAccounts } from './meant-accounts.ts';

/** Files of accounts. */
export const accountTarget = (desk: Desk): ImportTarget => ({
  kind: ACCOUNT_KIND,
  order: 10,
  keyField: 'account_id',
  notes: NOTES,
  write: async (tx, context, rows) => {
    await lockIdentity(tx, context.ws);
    const meant = await meantAccounts(tx, context, rows);
    const folded = foldRows<ImportedAccount>(rows, meant.known, {
      keyOf: meant.tokenOf,
      idOf: ({ record }) => record.id,
      fateOf: await fates(tx, context, { rows, meant }),
    });
    await save(tx, context, { changed: folded.changed, known: meant.known });
    await desk.appendFacts(tx, context.ws, folded.facts);
    desk.cache.forgetWorkspace(context.ws);
    return folded.outcomes;
  },
  undo: async (tx, context, changes) => {
    await lockIdentity(tx, context.ws);
    const { remove, restore } = reversal(changes);
    await takeBack(tx, context, { remove, restore: restore as readonly ImportedAccount[] });
    desk.cache.forgetWorkspace(context.ws);
  },
  inspect: inspectAccounts,
  accountsOf: async (tx, { ws, source }, ids) => {
    const byId = await accountsByExternalId(tx, ws, source, ids);
    const byName = await accountsByName(
      tx,
      ws,
      ids.filter((id) => !byId.has(id)),
    );
    return new Map<string, AccountRef>([...byName, ...byId]);
  },
});

const NOTES: ImportNotes = {
  owner_unknown: {
    severity: 'info',
    message: {
      en: 'Owners who are not members of this workspace; their names are kept as an attribute.',
      'zh-CN': '负责人不是本工作区成员，其姓名保留为自定义属性。',
      es: 'Responsables que no son miembros de este espacio; sus nombres se guardan como atributo.',
    },
  },
};

interface Fating {
  readonly rows: readonly ImportRow[];
  readonly meant: MeantAccounts;
}

const fates = async (tx: Db, { ws, importNumber, now, timeZone }: ImportContext, { rows, meant }: Fating) => {
  const memberIds = await memberIdsFor(tx, ws, rows);
  const newcomers = new Set(rows.map(meant.tokenOf).filter((token) => !meant.known.has(token))).size;
  let next = newcomers === 0 ? 0 : await takeNumbers(tx, ws, 'account', newcomers);
  return (row: ImportRow, before: ImportedAccount | null) => {
    const change = changeOfAccountRow(row, memberIds);
    const { externalId, name } = namesOfAccountRow(row);
    if (externalId === null && name === null) return { refused: NAMELESS };
    const named = { ...change, name: change.name ?? (before === null ? (change.domain ?? externalId ?? undefined) : undefined) };
    const at = before === null ? now : changeInstant(before.record, dateOfRow(row, timeZone), now);
    const record = before
      ? changedAccount(before.record, settledParent(before.record, named), at)
      : newAccount({ num: next++, id: newId('account', now), now }, named);
    const keys = before?.keys ?? [];
    const isNewKey = externalId !== null && !keys.includes(externalId);
    const notes = change.attributes?.owner ? [{ code: 'owner_unknown', text: `${name ?? externalId}: ${change.attributes.owner}` }] : [];
    if (before && !record && !isNewKey) return { record: null, notes };
    const state = { record: record ?? (before as ImportedAccount).record, keys: isNewKey ? [...keys, externalId] : keys };
    const facts = record ? accountFacts(before?.record ?? null, record, { now: at, source: 'import', importNumber }) : [];
    return { record: state, facts, notes };
  };
};

const dateOfRow = ({ values }: ImportRow, zone: string): number | null =>
  typeof values.known_on === 'string' ? startOfDate(values.known_on, zone) : null;

// Another name for the parent asks for another look.
const settledParent = <Change extends { readonly parentRef?: string | null | undefined }>(before: AccountRecord, change: Change) =>
  change.parentRef === undefined || change.parentRef === before.parentRef ? change : { ...change, parentNum: null };

const memberIdsFor = async (tx: Db, ws: number, rows: readonly ImportRow[]): Promise<ReadonlyMap<string, string>> => {
  if (!rows.some((row) => row.values.owner)) return new Map();
  const members = await membersOf(tx, ws);
  return new Map(members.flatMap(({ userId, name, email }) => [name, email].map((called) => [called.toLowerCase(), userId] as const)));
};

interface Saving {
  readonly changed: readonly ImportedAccount[];
  readonly known: ReadonlyMap<string, ImportedAccount>;
}

const save = async (tx: Db, { ws, source }: ImportContext, { changed, known }: Saving): Promise<void> => {
  const before = new Map(Array.from(known.values(), (state) => [state.record.num, state]));
  const records = changed.map(({ record }) => record);
  await insertAccounts(
    tx,
    ws,
    records.filter(({ num }) => !before.has(num)),
  );
  await updateAccounts(
    tx,
    ws,
    records.filter(({ num }) => before.has(num)),
  );
  const keys = changed.flatMap(({ record: { num }, keys: all }) => {
    const had = before.get(num)?.keys ?? [];
    return all.filter((key) => !had.includes(key)).map((externalId) => ({ source, externalId, accountNum: num }));
  });
  await insertAccountKeys(tx, ws, keys);
  await settleParents(tx, ws, source);
};

const takeBack = async (
  tx: Db,
  { ws, source, now }: ImportContext,
  { remove, restore }: { remove: readonly string[]; restore: readonly ImportedAccount[] },
): Promise<void> => {
  const current = await accountsByIds(tx, ws, [...remove, ...restore.map(({ record }) => record.id)]);
  await deleteAccounts(
    tx,
    ws,
    remove.flatMap((id) => current.get(id)?.num ?? []),
  );
  // Versions only grow: the fact of a later change must not take the key of one that was taken back.
  const restored = restore.flatMap(({ record }) => {
    const is = current.get(record.id);
    return is ? [{ ...record, mergedInto: is.mergedInto, version: is.version + 1, updatedAt: now }] : [];
  });
  await updateAccounts(tx, ws, restored);
  await trimAccountKeys(
    tx,
    ws,
    source,
    restore.map(({ record, keys }) => ({ accountNum: record.num, keep: keys })),
  );
};

const NAMELESS = {
  field: 'name',
  said: IDENTITY_SAYS.row_names_no_account(),
};
