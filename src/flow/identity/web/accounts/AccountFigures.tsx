import { type AccountRow, getAccountRow } from '#flow/signals/contracts.ts';
import { LIFE_STAGE_WORDS } from '#kernel/stage-of-life.ts';
import { useWorkspace } from '#web/app/session.ts';
import { formatCountry, formatDate } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { Avatar } from '#web/ui/Avatar.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { Money } from '#web/ui/Money.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Facts } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { recordText } from '../text/pages.ts';
import { BAND_TONES } from './account-columns.tsx';

export interface AccountFiguresProps {
  readonly accountId: string;
  /** Only what matters most. */
  readonly short?: boolean;
  /** Its name above them, where nothing around says it: the card on hover. */
  readonly named?: boolean;
}

/** The current figures of an account, one under the other. */
export const AccountFigures = ({ accountId, short = false, named = false }: AccountFiguresProps) => {
  const answer = useQueryOf(getAccountRow, { params: { id: accountId } });
  const row = answer.data;
  if (answer.error && !row) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!row) return <Skeleton shape="text" rows={short ? 4 : 10} />;
  return (
    <>
      {named && (
        <p className="mb-1 flex items-center gap-2 font-medium">
          <Avatar name={row.name} shape="square" size={24} />
          <span className="truncate">{row.name}</span>
        </p>
      )}
      <FigureList row={row} short={short} />
    </>
  );
};

const FigureList = ({ row, short }: { readonly row: AccountRow; readonly short: boolean }) => {
  const t = useText(recordText);
  const reader = useReader();
  const { currency } = useWorkspace();
  const stage = row.stage && LIFE_STAGE_WORDS[row.stage][currentLanguage()];
  const since = short || row.stageSince === null ? '' : ` ${t('field.since', { day: formatDate(reader, row.stageSince, 'date') })}`;
  const texts = [
    ['domain', row.domain],
    ['plan', row.plan],
    ['industry', row.industry],
    ['country', row.country && formatCountry(reader, row.country)],
    ['channel', row.channel],
  ] as const;
  return (
    <Facts
      facts={[
        {
          label: t('field.stage'),
          value: stage ? (
            <>
              {stage}
              <span className="text-12 text-muted">{since}</span>
            </>
          ) : (
            <Missing />
          ),
        },
        {
          label: t('field.health'),
          value: (
            <StatusPill tone={BAND_TONES[row.healthBand]}>
              {t(`band.${row.healthBand}`)}
              {row.health === null ? '' : ` ${Math.round(row.health)}`}
            </StatusPill>
          ),
        },
        ...(row.mrrMinor === null ? [] : [{ label: t('field.mrr'), value: <Money amountMinor={row.mrrMinor} currency={currency} /> }]),
        { label: t('field.renews'), value: <DateTime at={row.renewsOn} /> },
        {
          label: t('field.owner'),
          value: row.ownerId ? <EntityChip kind="owner" id={row.ownerId} name={row.ownerName ?? row.ownerId} /> : t('nobody'),
        },
        { label: t('field.lastActive'), value: <DateTime at={row.lastActiveAt} style="ago" /> },
        ...(short
          ? []
          : [
              { label: t('field.activePeople'), value: <NumberText value={row.activePeople28} /> },
              { label: t('field.openTickets'), value: <NumberText value={row.openTickets} /> },
              ...texts.flatMap(([key, value]) => (value ? [{ label: t(`field.${key}`), value }] : [])),
              ...(row.seats === null ? [] : [{ label: t('field.seats'), value: <NumberText value={row.seats} /> }]),
              { label: t('field.created'), value: <DateTime at={row.createdAt} /> },
            ]),
      ]}
    />
  );
};
