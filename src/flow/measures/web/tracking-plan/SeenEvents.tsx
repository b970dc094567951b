import { useFactName } from '#flow/facts/web/index.ts';
import { Sparkline } from '#web/charts/Sparkline.tsx';
import { useText } from '#web/i18n/i18n.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Link } from '#web/ui/Link.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { StatusPill, type Tone } from '#web/ui/StatusPill.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { SeenEvent } from '../../plan-contracts.ts';
import { planText } from './text/text.ts';

/** Every event that is planned or tracked, with its course over four weeks. */
export const SeenEvents = ({ rows }: { readonly rows: readonly SeenEvent[] }) => {
  const t = useText(planText);
  const nameOf = useFactName();
  return (
    <Table
      caption={t('events')}
      rows={rows}
      rowId={(row) => row.name}
      columns={[
        {
          key: 'event',
          label: t('column.event'),
          render: (row) => (
            <Link to={`/tracking-plan/${encodeURIComponent(row.name)}`} className="block py-1 font-medium hover:underline">
              {nameOf(row.name)}
              {nameOf(row.name) !== row.name && <span className="block text-12 font-normal text-muted">{row.name}</span>}
            </Link>
          ),
        },
        {
          key: 'days',
          label: t('column.days'),
          render: (row) => <Sparkline points={row.days} label={t('course', { name: nameOf(row.name) })} />,
        },
        { key: 'recent', label: t('column.recent'), align: 'end', render: (row) => <NumberText value={row.recent} className="num" /> },
        { key: 'last', label: t('column.last'), align: 'end', render: (row) => <DateTime at={row.lastSeen} style="ago" /> },
        { key: 'status', label: t('column.status'), render: (row) => <EventStatus planned={row.planned} /> },
        { key: 'owner', label: t('column.owner'), render: (row) => row.planned?.owner ?? '' },
      ]}
    />
  );
};

const TONES: Readonly<Record<'planned' | 'live' | 'deprecated', Tone>> = { planned: 'accent', live: 'good', deprecated: 'warn' };

/** What the plan says of an event in one word. */
export const EventStatus = ({ planned }: Pick<SeenEvent, 'planned'>) => {
  const t = useText(planText);
  const nameOf = useFactName();
  if (planned === null) return <span className="text-faint">{t('status.unplanned')}</span>;
  if (planned.mergedInto !== null) return <span className="text-muted">{t('status.merged', { into: nameOf(planned.mergedInto) })}</span>;
  if (planned.hidden) return <span className="text-muted">{t('status.hidden')}</span>;
  return (
    <StatusPill tone={TONES[planned.status]} look="bare">
      {t(`status.${planned.status}`)}
    </StatusPill>
  );
};
