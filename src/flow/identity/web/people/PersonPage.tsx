import { Suspense } from 'react';
import { FactTimeline } from '#flow/facts/web/index.ts';
import { getAccountRow } from '#flow/signals/contracts.ts';
import { LeadReasons } from '#flow/signals/web/index.ts';
import { useMay } from '#web/app/session.ts';
import { useSlices } from '#web/app/slices-context.ts';
import { usePathParams } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { ButtonLink } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { RecordPage } from '#web/ui/pages/RecordPage.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { ShortList } from '#web/ui/ShortList.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { getPerson, listAccountPeople, type Person } from '../../contracts.ts';
import { AttributeText } from '../AttributeText.tsx';
import { AccountFigures } from '../accounts/AccountFigures.tsx';
import { recordText } from '../text/pages.ts';
import { shownName } from './shown-name.ts';

/** One person: who it is, everything they did, and what to do. */
export const PersonPage = () => {
  const t = useText(recordText);
  const { id = '' } = usePathParams();
  const answer = useQueryOf(getPerson, { params: { id } });
  const person = answer.data;
  if (answer.error && !person) return <ErrorState whole error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!person) return <Skeleton shape="record" />;
  return (
    <RecordPage
      title={shownName(person, t('person.unnamed'))}
      parent={{ label: t('person.parent'), to: '/people' }}
      actions={<WatchLive person={person} />}
      labels={{ identity: t('person.identity'), timeline: t('person.timeline'), work: t('person.work') }}
      identity={<Identity person={person} />}
      timeline={<FactTimeline owner={{ person: person.id }} />}
      work={<Work person={person} />}
    />
  );
};

/** The way to what this person does, as it arrives. */
const WatchLive = ({ person }: { readonly person: Person }) => {
  const t = useText(recordText);
  const mayWatch = useMay('personal.read');
  const who = encodeURIComponent(JSON.stringify(shownName(person, t('person.unnamed'))));
  return mayWatch && <ButtonLink to={`/live?person=${person.id}&who=${who}`}>{t('person.live')}</ButtonLink>;
};

const Identity = ({ person }: { readonly person: Person }) => {
  const t = useText(recordText);
  const account = useQueryOf(getAccountRow, { params: { id: person.accountId ?? '' } }, { enabled: person.accountId !== null }).data;
  const custom = Object.entries(person.attributes).filter(([, value]) => value !== null && value !== '');
  const texts = [
    ['title', person.title],
    ['phone', person.phone],
    ['channel', person.channel],
  ] as const;
  return (
    <>
      <Facts
        facts={[
          ...(person.accountId
            ? [
                {
                  label: t('field.account'),
                  value: <EntityChip kind="account" id={person.accountId} name={account?.name ?? person.accountId} />,
                },
              ]
            : []),
          ...(person.email
            ? [
                {
                  label: t('field.email'),
                  value: (
                    <a href={`mailto:${person.email}`} className="block truncate text-accent hover:underline" title={person.email}>
                      {person.email}
                    </a>
                  ),
                },
              ]
            : []),
          ...texts.flatMap(([key, value]) => (value ? [{ label: t(`field.${key}`), value }] : [])),
          { label: t('field.created'), value: <DateTime at={person.createdAt} /> },
        ]}
      />
      <Aliases person={person} />
      {custom.length > 0 && (
        <Section title={t('person.custom')}>
          <Facts
            facts={custom.map(([label, value]) => ({
              label: label.replaceAll('_', ' '),
              value: <AttributeText name={label} value={value} />,
            }))}
          />
        </Section>
      )}
    </>
  );
};

const KINDS = ['user', 'anonymous', 'device', 'email', 'external', 'record'] as const;

const Aliases = ({ person }: { readonly person: Person }) => {
  const t = useText(recordText);
  const known = person.aliases.filter((alias) => alias.kind !== 'record');
  return (
    <Section title={t('person.aliases')} count={known.length}>
      {known.length === 0 ? (
        <p className="text-13 text-muted">{t('person.noAliases')}</p>
      ) : (
        <>
          <ul className="flex flex-col gap-1.5 text-13">
            {known.map(({ kind, value }) => {
              const word = KINDS.find((one) => one === kind);
              return (
                <li key={`${kind}:${value}`} className="flex items-center justify-between gap-2">
                  <span className="min-w-0 truncate" title={value}>
                    {value}
                  </span>
                  <Badge>{word ? t(`person.alias.${word}`) : kind}</Badge>
                </li>
              );
            })}
          </ul>
          <p className="mt-2 text-12 text-muted">{t('person.aliasHint')}</p>
        </>
      )}
    </Section>
  );
};

const Work = ({ person }: { readonly person: Person }) => {
  const mayPersonal = useMay('personal.read');
  const panels = useSlices()
    .flatMap((slice) => slice.personPanels ?? [])
    .sort((a, b) => a.order - b.order);
  return (
    <>
      {mayPersonal && (
        <Suspense fallback={<Skeleton shape="text" rows={6} />}>
          <LeadReasons personId={person.id} />
        </Suspense>
      )}
      {panels.map(({ panel: Panel, order }) => (
        <Panel key={order} personId={person.id} />
      ))}
      {person.accountId && <Account accountId={person.accountId} personId={person.id} />}
    </>
  );
};

const MOST = 12;

const Account = ({ accountId, personId }: { readonly accountId: string; readonly personId: string }) => {
  const t = useText(recordText);
  const account = useQueryOf(getAccountRow, { params: { id: accountId } }).data;
  const { data, error, refetch } = useQueryOf(listAccountPeople, { params: { id: accountId } });
  const people = data?.rows.filter((one) => one.id !== personId);
  return (
    <>
      <Section title={account ? <EntityChip kind="account" id={accountId} name={account.name} /> : t('field.account')}>
        <AccountFigures accountId={accountId} short />
      </Section>
      <Section title={t('person.colleagues', { account: account?.name ?? '' })} {...(people ? { count: people.length } : {})}>
        <ShortList
          rows={people}
          error={error}
          onRetry={() => void refetch()}
          shown={MOST}
          none={t('person.noColleagues')}
          all={(count) => t('person.allColleagues', { count })}
          render={(one) => (
            <li key={one.id} className="flex items-center justify-between gap-2 py-0.75 text-13">
              <EntityChip kind="person" id={one.id} name={shownName(one, t('person.unnamed'))} />
              <span className="truncate text-12 text-muted">{one.title}</span>
            </li>
          )}
        />
      </Section>
    </>
  );
};
