import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { usePagesOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Money } from '#web/ui/Money.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { listRiverAccounts } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import type { RiverPart } from './river-part.ts';
import { sayDays, stageName } from './words.ts';

export interface RiverAccountsProps {
  readonly part: RiverPart;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly currency: string;
  readonly onClose: () => void;
}

/** The accounts behind a part of the river, beside it. */
export const RiverAccounts = ({ part, query, currency, onClose }: RiverAccountsProps) => {
  const t = useText(riverText);
  const reader = useReader();
  const pages = usePagesOf(listRiverAccounts, { query: { ...query, ...part, limit: 50 } });
  const title = t(`river.list.${part.part}`, { stage: stageName(part.stage), next: part.next ? stageName(part.next) : '' });
  return (
    <SidePanel title={title} onClose={onClose}>
      {pages.error ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.rows === undefined ? (
        <Skeleton shape="table" />
      ) : pages.rows.length === 0 ? (
        <p className="p-4 text-muted">{t('river.list.none')}</p>
      ) : (
        <ul>
          {pages.rows.map((row) => (
            <li key={`${row.accountId}${row.enteredAt}`} className="flex items-center gap-3 border-b border-line px-4 py-2 text-13">
              <div className="min-w-0 flex-1">
                <EntityChip kind="account" id={row.accountId} name={row.name} />
                <p className="text-12 text-muted">
                  {sayDays(row.days, t, reader)} ·{' '}
                  {row.leftAt === null
                    ? t('river.list.since', { day: formatDate(reader, row.enteredAt, 'date') })
                    : `${formatDate(reader, row.enteredAt, 'day')} – ${formatDate(reader, row.leftAt, 'date')}`}
                  {row.ownerName ? ` · ${row.ownerName}` : ''}
                </p>
              </div>
              {row.mrrMinor !== null && <Money amountMinor={row.mrrMinor} currency={currency} />}
            </li>
          ))}
        </ul>
      )}
      {pages.more && (
        <div className="p-3">
          <Button onClick={pages.more}>{t('river.open')}</Button>
        </div>
      )}
    </SidePanel>
  );
};
