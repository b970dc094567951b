import ArrowRight from 'lucide-react/icons/arrow-right';
import { useMemo } from 'react';
import { FactTimeline, useFactName } from '#flow/facts/web/index.ts';
import { listAccountPeople } from '#flow/identity/contracts.ts';
import { useSlices } from '#web/app/slices-context.ts';
import { usePathParams } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { RecordPage } from '#web/ui/pages/RecordPage.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ShortList } from '#web/ui/ShortList.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { getAccountRow, listLifecycleMoves } from '../../contracts.ts';
import { stageName } from '../river/words.ts';
import { AccountIdentity } from './AccountIdentity.tsx';
import { HealthPanel } from './HealthPanel.tsx';
import { accountText } from './text.ts';

/** One account: who it is, its one timeline, and what to do. */
export const AccountPage = () => {
  const t = useText(accountText);
  const { id = '' } = usePathParams();
  const answer = useQueryOf(getAccountRow, { params: { id } });
  const row = answer.data;
  if (answer.error && !row) return <ErrorState whole error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!row) return <Skeleton shape="record" />;
  return (
    <RecordPage
      title={row.name}
      parent={{ label: t('parent'), to: '/accounts' }}
      labels={{ identity: t('labels.identity'), timeline: t('labels.timeline'), work: t('labels.work') }}
      identity={<AccountIdentity row={row} />}
      timeline={<AccountTimeline accountId={id} />}
      work={<Work accountId={id} />}
    />
  );
};

const AccountTimeline = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(accountText);
  const nameOf = useFactName();
  const moves = useQueryOf(listLifecycleMoves, { params: { id: accountId } }).data?.rows;
  const rows = useMemo(
    () =>
      (moves ?? []).map((move, at) => ({
        id: `move-${at}-${move.enteredAt}`,
        at: move.enteredAt,
        icon: ArrowRight,
        tone: move.stage === 'churned' ? ('bad' as const) : ('accent' as const),
        title: move.from
          ? t('moved', { from: stageName(move.from), to: stageName(move.stage) })
          : t('entered', { to: stageName(move.stage) }),
        ...(move.evidence[0] ? { detail: t('cause', { cause: nameOf(move.evidence[0].event) }) } : {}),
      })),
    [moves, t, nameOf],
  );
  return <FactTimeline owner={{ account: accountId }} more={rows} />;
};

const Work = ({ accountId }: { readonly accountId: string }) => {
  const panels = useSlices()
    .flatMap((slice) => slice.accountPanels ?? [])
    .sort((a, b) => a.order - b.order);
  return (
    <>
      <HealthPanel accountId={accountId} />
      {panels.map(({ panel: Panel, order }) => (
        <Panel key={order} accountId={accountId} />
      ))}
      <People accountId={accountId} />
    </>
  );
};

const People = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(accountText);
  const { data, error, refetch } = useQueryOf(listAccountPeople, { params: { id: accountId } });
  const people = data?.rows;
  return (
    <Section title={t('people.title')} {...(people ? { count: people.length } : {})}>
      <ShortList
        rows={people}
        error={error}
        onRetry={() => void refetch()}
        shown={20}
        none={t('people.none')}
        all={(count) => t('people.all', { count })}
        render={(person) => (
          <li key={person.id} className="flex items-center justify-between gap-2 py-0.75 text-13">
            <EntityChip kind="person" id={person.id} name={person.name || person.email || t('people.unnamed')} />
            <span className="truncate text-12 text-muted">{person.title}</span>
          </li>
        )}
      />
    </Section>
  );
};
