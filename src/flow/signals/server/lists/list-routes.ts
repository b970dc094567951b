import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import * as contracts from '../../contracts.ts';
import { writeCursor } from '../../domain/list-cursor.ts';
import { accountNumOf, accountRows, type NumberedAccountRow } from '../../store/lists/account-rows.ts';
import type { ListName } from '../../store/lists/columns.ts';
import { countedPage, listPage } from '../../store/lists/list-page.ts';
import { personRows } from '../../store/lists/person-rows.ts';
import type { ListsDeps } from './deps.ts';
import { exportAccounts, exportPeople } from './export-list.ts';
import { type FieldCatalogue, fieldInfos, languageOf, sortedAttribute } from './field-catalogue.ts';
import { type ListInput, readQuestion } from './read-question.ts';
import type { SortIndexes } from './sort-indexes.ts';

/** Answers lists of accounts and people, their fields and their files. */
export const listRoutes = (deps: ListsDeps, catalogue: FieldCatalogue, sortIndexes: SortIndexes): readonly Route[] => {
  const { db } = deps.postgres;
  return [
    route(contracts.listAccounts, async ({ query }, context) => {
      const page = await pageOf(deps, { catalogue, sortIndexes }, { list: 'accounts', query }, context);
      const rows = await accountRows(db, context.workspace.ws, page.nums);
      return { ...page.answer, rows: rows.map((row) => presentAccount(row, context.may('money.read'))) };
    }),
    route(contracts.listPeople, async ({ query }, context) => {
      const page = await pageOf(deps, { catalogue, sortIndexes }, { list: 'people', query }, context);
      return { ...page.answer, rows: [...(await personRows(db, context.workspace.ws, page.nums))] };
    }),
    route(contracts.exportAccounts, ({ query }, context) => exportAccounts(deps, catalogue, query, context)),
    route(contracts.exportPeople, ({ query }, context) => exportPeople(deps, catalogue, query, context)),
    route(contracts.listAccountFields, async (_, context) => ({ rows: await fieldsFor(deps, catalogue, 'accounts', context) })),
    route(contracts.listPersonFields, async (_, context) => ({ rows: await fieldsFor(deps, catalogue, 'people', context) })),
    route(contracts.getAccountRow, async ({ params }, context) => {
      const num = await accountNumOf(db, context.workspace.ws, params.id);
      const [row] = num === null ? [] : await accountRows(db, context.workspace.ws, [num]);
      if (!row) throw new AppError('not_found', RECORD_SAYS.account_gone({ id: params.id }));
      return presentAccount(row, context.may('money.read'));
    }),
  ];
};

const fieldsFor = async (deps: ListsDeps, catalogue: FieldCatalogue, list: ListName, context: ContextOf<'records.read'>) => {
  const known = await catalogue.of(context.workspace.ws, list);
  return fieldInfos(list, known, { mayMoney: context.may('money.read'), language: await languageOf(deps.postgres.db, context) });
};

interface Asked {
  readonly list: ListName;
  readonly query: ListInput & { readonly limit: number };
}

const pageOf = async (
  deps: ListsDeps,
  { catalogue, sortIndexes }: { readonly catalogue: FieldCatalogue; readonly sortIndexes: SortIndexes },
  { list, query }: Asked,
  context: ContextOf<'records.read'>,
) => {
  const { question, order, after } = readQuestion(list, query, context);
  const attribute = await sortedAttribute(catalogue, question.ws, list, order.sort);
  const numeric = attribute?.numeric ?? false;
  const { db } = deps.postgres;
  const slice = { ...order, numeric, limit: query.limit + 1, after };
  // Counted once: whoever turns pages knows it from the first.
  const counted = after === null ? await countedPage(db, list, question, slice) : null;
  const places = counted?.places ?? (await listPage(db, list, question, slice));
  if (attribute) await sortIndexes.sortedBy({ list, key: attribute.key, numeric });
  const shown = places.slice(0, query.limit);
  const last = shown.at(-1);
  const nextCursor = last && places.length > shown.length ? Buffer.from(writeCursor(order, last)).toString('base64url') : null;
  return { nums: shown.map((place) => place.num), answer: { nextCursor, ...(counted ? { total: counted.total } : {}) } };
};

const presentAccount = ({ num: _num, ...row }: NumberedAccountRow, mayMoney: boolean) =>
  mayMoney ? row : { ...row, mrrMinor: null, mrrPeakMinor: null };
