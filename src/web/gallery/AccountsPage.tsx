import Download from 'lucide-react/icons/download';
import Plus from 'lucide-react/icons/plus';
import { useMemo, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Money } from '#web/ui/Money.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { ListPage, type ListView, PLAIN_VIEW } from '#web/ui/pages/ListPage.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { NOTHING_SELECTED, type Selection } from '#web/ui/table/selection.ts';
import { type SampleAccount, sampleAccounts } from './samples.ts';
import { galleryText } from './text.ts';

const PAGE = 200;
const TOTAL = 100_000;

/** A list of 100,000 accounts. */
export const AccountsPage = () => {
  const t = useText(galleryText);
  const [count, setCount] = useState(PAGE);
  const [view, setView] = useState<ListView>(PLAIN_VIEW);
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const [openId, setOpenId] = useState<string | null>(null);
  const all = useMemo(() => sampleAccounts(TOTAL), []);
  const rows = all.filter((row) => row.name.toLowerCase().includes(view.search.toLowerCase())).slice(0, count);
  const open = all.find((row) => row.id === openId);
  const columns: readonly Column<SampleAccount>[] = [
    {
      key: 'name',
      label: t('name'),
      width: 200,
      sortable: true,
      render: (row) => <EntityChip kind="account" id={row.id} name={row.name} />,
    },
    { key: 'stage', label: t('stage'), render: (row) => <Badge>{t(row.stage)}</Badge> },
    {
      key: 'health',
      label: t('health'),
      sortable: true,
      render: (row) => (
        <StatusPill tone={row.health} look="bare">
          {t(row.health === 'accent' ? 'good' : row.health)}
        </StatusPill>
      ),
    },
    {
      key: 'mrr',
      label: t('mrr'),
      align: 'end',
      sortable: true,
      width: 110,
      render: (row) => <Money amountMinor={row.mrrMinor} currency="USD" />,
    },
    { key: 'owner', label: t('owner'), render: (row) => <EntityChip kind="owner" id={row.owner} name={row.owner} /> },
    { key: 'since', label: t('since'), sortable: true, render: (row) => <DateTime at={row.since} /> },
    { key: 'industry', label: t('industry'), render: (row) => row.industry },
    { key: 'seats', label: t('seats'), align: 'end', hidden: true, width: 90, render: (row) => <NumberText value={row.seats} /> },
  ];
  return (
    <ListPage
      title={t('accounts')}
      subtitle={<NumberText value={TOTAL} />}
      label={t('accounts')}
      actions={
        <>
          <Button icon={Download}>{t('export')}</Button>
          <Button look="primary" icon={Plus}>
            {t('add')}
          </Button>
        </>
      }
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      total={TOTAL}
      onMore={count < TOTAL ? () => setCount((now) => now + PAGE) : undefined}
      view={view}
      onView={(change) => setView((now) => ({ ...now, ...change }))}
      searchLabel={t('searchAccounts')}
      fields={[
        {
          key: 'industry',
          label: t('industry'),
          type: 'choice',
          options: ['EdTech', 'FinTech', 'HealthTech', 'DevTools', 'Cybersecurity'].map((value) => ({ value, label: value })),
        },
        { key: 'mrr', label: t('mrr'), type: 'money', currency: 'USD' },
        { key: 'since', label: t('since'), type: 'date' },
        { key: 'name', label: t('name'), type: 'text' },
      ]}
      savedViews={{ views: [{ id: '1', name: t('bad') }], current: null, onPick: () => undefined, onSave: () => undefined }}
      selection={selection}
      onSelect={setSelection}
      bulkActions={<Button size="small">{t('assign')}</Button>}
      openId={openId}
      onOpen={setOpenId}
      panel={open && { title: open.name, fullPage: `/accounts/${open.id}`, body: <Detail account={open} /> }}
      empty={
        <EmptyState
          title={t('emptyTitle')}
          action={
            <ButtonLink to="/import" look="primary">
              {t('emptyAction')}
            </ButtonLink>
          }
          more={
            <Link to="/accounts" look="text">
              {t('emptyMore')}
            </Link>
          }
        >
          {t('emptyText')}
        </EmptyState>
      }
    />
  );
};

const Detail = ({ account }: { readonly account: SampleAccount }) => {
  const t = useText(galleryText);
  return (
    <div className="p-4">
      <Section title={t('accounts')}>
        <Facts
          facts={[
            { label: t('stage'), value: <Badge>{t(account.stage)}</Badge> },
            { label: t('mrr'), value: <Money amountMinor={account.mrrMinor} currency="USD" /> },
            { label: t('owner'), value: <EntityChip kind="owner" id={account.owner} name={account.owner} /> },
            { label: t('since'), value: <DateTime at={account.since} /> },
          ]}
        />
      </Section>
    </div>
  );
};
