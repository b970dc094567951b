import { Suspense, useMemo } from 'react';
import { exportPeople, listPeople, listPersonFields, type PersonRow } from '#flow/signals/contracts.ts';
import { LeadReasons } from '#flow/signals/web/index.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { usePagesOf, useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ListPage } from '#web/ui/pages/ListPage.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { ListActions } from '../ListActions.tsx';
import { queryOf } from '../list-view.ts';
import { NothingYet } from '../NothingYet.tsx';
import { recordText } from '../text/pages.ts';
import { useFilterFields, useList } from '../use-list.ts';
import { personColumns } from './person-columns.tsx';
import { shownName } from './shown-name.ts';

const PAGE = 200;

/** Everyone who is known: found, narrowed, sorted, with what makes them a good lead beside the list. */
export const PeoplePage = () => {
  const t = useText(recordText);
  const list = useList('people');
  const infos = useQueryOf(listPersonFields, {}, { freshFor: 60_000 }).data?.rows;
  const query = queryOf(list.view);
  const pages = usePagesOf(listPeople, { query: { ...query, limit: PAGE } } as Parameters<typeof usePagesOf<typeof listPeople>>[1]);
  const language = currentLanguage();
  const unnamed = t('person.unnamed');
  const columns = useMemo(() => personColumns(infos ?? [], { unnamed, language }), [infos, unnamed, language]);
  const fields = useFilterFields(infos ?? []);
  const open = pages.rows?.find((row) => row.id === list.openId);
  return (
    <ListPage<PersonRow>
      title={t('people.title')}
      subtitle={pages.total === null ? undefined : t('people.count', { count: pages.total })}
      label={t('people.title')}
      actions={<ListActions endpoint={exportPeople} query={query} name="people" />}
      columns={columns}
      rows={infos ? pages.rows : undefined}
      rowId={(row) => row.id}
      rowName={(row) => shownName(row, unnamed)}
      total={pages.total}
      error={pages.error}
      onRetry={pages.retry}
      onMore={pages.more}
      view={list.view}
      onView={list.onView}
      searchLabel={t('people.search')}
      fields={fields}
      savedViews={list.savedViews}
      openId={list.openId}
      onOpen={list.onOpen}
      panel={
        open && {
          title: <EntityChip kind="person" id={open.id} name={shownName(open, unnamed)} />,
          fullPage: `/people/${open.id}`,
          body: <Detail person={open} />,
        }
      }
      empty={<NothingYet of="people" />}
    />
  );
};

const Detail = ({ person }: { readonly person: PersonRow }) => {
  const t = useText(recordText);
  const texts = [
    ['email', person.email],
    ['title', person.title],
    ['channel', person.channel],
  ] as const;
  return (
    <div className="flex flex-col gap-6 p-4">
      <Section title={t('figures')}>
        <Facts
          facts={[
            ...(person.accountId
              ? [{ label: t('field.account'), value: <EntityChip kind="account" id={person.accountId} name={person.accountName ?? ''} /> }]
              : []),
            ...texts.flatMap(([key, value]) => (value ? [{ label: t(`field.${key}`), value }] : [])),
            { label: t('field.lastSeen'), value: <DateTime at={person.lastSeenAt} style="ago" /> },
            { label: t('field.created'), value: <DateTime at={person.createdAt} /> },
          ]}
        />
      </Section>
      <Suspense fallback={<Skeleton shape="text" rows={6} />}>
        <LeadReasons personId={person.id} />
      </Suspense>
    </div>
  );
};
