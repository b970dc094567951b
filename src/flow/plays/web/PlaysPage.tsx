import { useMay } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Percent } from '#web/ui/Percent.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Switch } from '#web/ui/Switch.tsx';
import { Table } from '#web/ui/Table.tsx';
import { useNarrowerThan } from '#web/ui/use-media.ts';
import { getPlay, listPlays, type PlayCard, updatePlay } from '../contracts.ts';
import { sayTrigger } from './play-words.ts';
import { playText } from './text/text.ts';
import { useSegmentNames } from './use-segment-names.ts';

/** Which plays run, and how much they did. */
export const PlaysPage = () => {
  const t = useText(playText);
  const answer = useQueryOf(listPlays, {});
  const phone = useNarrowerThan(640);
  const rows = answer.data?.rows;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={t('plays.title')} subtitle={t('plays.subtitle')} />
      <div className="px-4 pb-8">
        {answer.error && !rows ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : rows ? (
          phone ? (
            <PlayCards rows={rows} />
          ) : (
            <PlayTable rows={rows} />
          )
        ) : (
          <Skeleton shape="table" rows={4} />
        )}
      </div>
    </div>
  );
};

const PlayCards = ({ rows }: { readonly rows: readonly PlayCard[] }) => {
  const t = useText(playText);
  const language = currentLanguage();
  const segments = useSegmentNames(rows);
  return (
    <ul className="flex flex-col">
      {rows.map((row) => (
        <li key={row.definition.id} className="flex items-start gap-3 border-b border-line py-3">
          <div className="min-w-0 flex-1">
            <Link to={`/plays/${row.definition.id}`} className="text-14 font-medium hover:underline">
              {row.definition.name[language]}
            </Link>
            <p className="text-13 text-muted">{sayTrigger(row.definition.trigger, t, segments)}</p>
            <p className="text-12 text-muted">
              {t('plays.openTasks')}: <NumberText value={row.openTasks} />
            </p>
          </div>
          <OnSwitch row={row} />
        </li>
      ))}
    </ul>
  );
};

const PlayTable = ({ rows }: { readonly rows: readonly PlayCard[] }) => {
  const t = useText(playText);
  const language = currentLanguage();
  const segments = useSegmentNames(rows);
  return (
    <Table
      caption={t('plays.title')}
      rows={rows}
      rowId={(row) => row.definition.id}
      columns={[
        {
          key: 'name',
          label: t('plays.title'),
          render: (row) => (
            <Link to={`/plays/${row.definition.id}`} className="font-medium hover:underline">
              {row.definition.name[language]}
            </Link>
          ),
        },
        { key: 'trigger', label: t('plays.trigger'), render: (row) => sayTrigger(row.definition.trigger, t, segments) },
        { key: 'runs', label: t('plays.runs'), align: 'end', render: (row) => <NumberText value={row.runs} /> },
        { key: 'open', label: t('plays.openTasks'), align: 'end', render: (row) => <NumberText value={row.openTasks} /> },
        {
          key: 'held',
          label: t('plays.holdOut'),
          align: 'end',
          render: (row) => <Percent ratio={row.definition.holdOutPercent / 100} digits={0} />,
        },
        {
          key: 'last',
          label: t('plays.last'),
          align: 'end',
          render: (row) => (row.lastRunAt === null ? t('plays.never') : <DateTime at={row.lastRunAt} style="ago" />),
        },
        { key: 'on', label: t('plays.on'), render: (row) => <OnSwitch row={row} /> },
      ]}
    />
  );
};

/** Switches a play on or off. */
export const OnSwitch = ({ row }: { readonly row: PlayCard }) => {
  const t = useText(playText);
  const update = useMutationOf(updatePlay, { refresh: [listPlays, getPlay] });
  return (
    <Switch
      label={row.on ? t('plays.on') : t('plays.off')}
      checked={row.on}
      disabled={!useMay('plays.write')}
      onChange={(on) => update.mutate({ params: { id: row.definition.id }, body: { on } })}
    />
  );
};
