import { Suspense, useMemo, useState } from 'react';
import { type AccountRow, exportAccounts, listAccountFields, listAccounts } from '#flow/signals/contracts.ts';
import { HealthReasons } from '#flow/signals/web/index.ts';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { usePagesOf, useQueryOf } from '#web/queries.ts';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { ListPage } from '#web/ui/pages/ListPage.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { NOTHING_SELECTED, type Selection } from '#web/ui/table/selection.ts';
import { ListActions } from '../ListActions.tsx';
import { queryOf } from '../list-view.ts';
import { NothingYet } from '../NothingYet.tsx';
import { recordText } from '../text/pages.ts';
import { useFilterFields, useList } from '../use-list.ts';
import { AccountFigures } from './AccountFigures.tsx';
import { AddAccount } from './AddAccount.tsx';
import { accountColumns } from './account-columns.tsx';
import { GiveAccounts } from './GiveAccounts.tsx';

const PAGE = 200;

/** Every account: found, narrowed, sorted, given to owners, with its figures beside the list. */
export const AccountsPage = () => {
  const t = useText(recordText);
  const { currency } = useWorkspace();
  const mayWrite = useMay('records.write');
  const navigation = useNavigation();
  const list = useList('accounts');
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const infos = useQueryOf(listAccountFields, {}, { freshFor: 60_000 }).data?.rows;
  const query = queryOf(list.view);
  const pages = usePagesOf(listAccounts, { query: { ...query, limit: PAGE } } as Parameters<typeof usePagesOf<typeof listAccounts>>[1]);
  const language = currentLanguage();
  const columns = useMemo(() => accountColumns(infos ?? [], { t, language, currency }), [infos, t, language, currency]);
  const fields = useFilterFields(infos ?? []);
  const open = pages.rows?.find((row) => row.id === list.openId);
  return (
    <ListPage<AccountRow>
      title={t('accounts.title')}
      subtitle={pages.total === null ? undefined : t('accounts.count', { count: pages.total })}
      label={t('accounts.title')}
      actions={
        <>
          <ListActions endpoint={exportAccounts} query={query} name="accounts" />
          {mayWrite && <AddAccount onAdded={(id) => navigation.push(navigation.hrefOf(`/accounts/${id}`))} />}
        </>
      }
      columns={columns}
      rows={infos ? pages.rows : undefined}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      total={pages.total}
      error={pages.error}
      onRetry={pages.retry}
      onMore={pages.more}
      view={list.view}
      onView={(change) => {
        setSelection(NOTHING_SELECTED);
        list.onView(change);
      }}
      searchLabel={t('accounts.search')}
      fields={fields}
      savedViews={list.savedViews}
      {...(mayWrite
        ? {
            selection,
            onSelect: setSelection,
            bulkActions: <GiveAccounts selection={selection} onSelect={setSelection} total={pages.total} query={query} />,
          }
        : {})}
      openId={list.openId}
      onOpen={list.onOpen}
      panel={
        list.openId
          ? {
              title: open ? <EntityChip kind="account" id={open.id} name={open.name} /> : t('accounts.title'),
              fullPage: `/accounts/${list.openId}`,
              body: <Detail accountId={list.openId} />,
            }
          : undefined
      }
      empty={<NothingYet of="accounts" />}
    />
  );
};

const Detail = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(recordText);
  return (
    <div className="flex flex-col gap-6 p-4">
      <Section title={t('figures')}>
        <AccountFigures accountId={accountId} />
      </Section>
      <Suspense fallback={<Skeleton shape="text" rows={6} />}>
        <HealthReasons accountId={accountId} />
      </Suspense>
    </div>
  );
};
