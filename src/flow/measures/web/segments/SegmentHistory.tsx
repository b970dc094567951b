import { LineSeries } from '#web/charts/LineSeries.tsx';
import { formatAgo } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { usePagesOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import { useNow } from '#web/ui/use-now.ts';
import { getSegmentSizes, listSegmentTurns, type Segment, type SegmentCheck, type SegmentReplacement } from '../../segment-contracts.ts';
import { SegmentUses } from './SegmentUses.tsx';
import { segmentText } from './text/text.ts';

const DAYS = 90;

/** How a segment grew, what the nights found, and who came and went. */
export const SegmentHistory = ({ segment }: { readonly segment: Segment }) => {
  const t = useText(segmentText);
  const sizes = useQueryOf(getSegmentSizes, { params: { id: segment.id }, query: { days: DAYS } });
  const known = sizes.data?.days ?? [];
  return (
    <div className="flex flex-col gap-8">
      <Section title={t('sizeChart')}>
        {sizes.error && !sizes.data ? (
          <ErrorState error={sizes.error} onRetry={() => void sizes.refetch()} />
        ) : sizes.data ? (
          <LineSeries
            label={t('sizeChart')}
            periods={known.map(({ date }) => date)}
            lines={[{ name: segment.name, values: known.map(({ size }) => size) }]}
            format={{ kind: 'number' }}
            unfinished={1}
          />
        ) : (
          <Skeleton shape="text" rows={6} />
        )}
      </Section>
      {segment.condition !== null && (
        <Section title={t('checks')}>
          <Finding check={sizes.data?.checks[0] ?? segment.check} />
        </Section>
      )}
      <Replaced replaced={sizes.data?.replaced ?? []} />
      <Turns segment={segment} />
    </div>
  );
};

const Replaced = ({ replaced }: { readonly replaced: readonly SegmentReplacement[] }) => {
  const t = useText(segmentText);
  if (replaced.length === 0) return null;
  return (
    <Section title={t('tookPlaces')}>
      <ul className="flex flex-col gap-3">
        {replaced.map(({ name, at, byName, uses }) => (
          <li key={`${at} ${name}`}>
            <SegmentUses
              uses={uses}
              title={
                <>
                  <DateTime at={at} style="date" /> · {t('tookPlace', { name, who: byName })}
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Finding = ({ check }: { readonly check: SegmentCheck | null }) => {
  const t = useText(segmentText);
  const reader = useReader();
  const now = useNow();
  if (check === null) return <p className="text-13 text-muted">{t('checkNever')}</p>;
  const { missing, extra } = check;
  const when = formatAgo(reader, check.at, now);
  return <p className="text-13">{missing + extra === 0 ? t('checkGood', { when }) : t('checkBad', { when, missing, extra })}</p>;
};

const Turns = ({ segment: { id, unit } }: { readonly segment: Segment }) => {
  const t = useText(segmentText);
  const pages = usePagesOf(listSegmentTurns, { params: { id }, query: {} });
  const { rows } = pages;
  return (
    <Section title={t('turns')}>
      {pages.error ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : rows === undefined ? (
        <Skeleton shape="table" rows={6} />
      ) : rows.length === 0 ? (
        <p className="text-13 text-muted">{t('noTurns')}</p>
      ) : (
        <Table
          caption={t('turns')}
          rows={rows}
          rowId={(row) => `${row.id} ${row.turn} ${row.at}`}
          columns={[
            {
              key: 'who',
              label: t(`unit.${unit}`),
              render: (row) => <EntityChip kind={unit} id={row.id} name={row.name ?? t('hidden')} />,
            },
            { key: 'turn', label: t('history'), render: ({ turn }) => t(`turn.${turn}`) },
            { key: 'at', label: t('when'), render: ({ at }) => <DateTime at={at} style="ago" /> },
            { key: 'by', label: t('because'), render: ({ by }) => t(`cause.${by}`) },
          ]}
        />
      )}
      {pages.more && (
        <div className="pt-2">
          <Button pending={pages.loadingMore} onClick={pages.more}>
            {t('loadMore')}
          </Button>
        </div>
      )}
    </Section>
  );
};
