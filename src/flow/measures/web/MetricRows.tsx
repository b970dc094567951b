import { readableName } from '#flow/facts/web/index.ts';
import { useWorkspace } from '#web/app/session.ts';
import { periodName } from '#web/charts/period-name.ts';
import { formatNamed } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { usePagesOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { listMetricRows, type MetricCard, type MetricQuestion, type MetricResult, type MetricRow } from '../contracts.ts';
import { figureText, unitFormat } from './metric-format.ts';
import type { RowsPart } from './metric-view.ts';
import { type MetricText, partName } from './metric-words.ts';
import { SaveUnits } from './segments/SaveUnits.tsx';
import { metricText } from './text/text.ts';

export interface MetricRowsProps {
  readonly card: MetricCard;
  readonly question: MetricQuestion;
  readonly result: MetricResult;
  readonly part: RowsPart;
  readonly onClose: () => void;
}

/** The rows behind a figure, beside it, each leading to its account. */
export const MetricRows = ({ card, question, result, part, onClose }: MetricRowsProps) => {
  const t = useText(metricText);
  const reader = useReader();
  const pages = usePagesOf(listMetricRows, { params: { id: card.id }, query: { limit: 100 }, body: { ...question, ...part } });
  const label = result.series.find(({ key }) => key === part.series)?.label ?? part.series ?? '';
  const where = [part.period && periodName(reader, part.period, question.interval), part.series && partName(part.series, label, t)].filter(
    Boolean,
  );
  const name = card.name[currentLanguage()];
  return (
    <SidePanel title={where.length > 0 ? formatNamed(reader, where.join(' · '), name) : t('rows.title', { name })} onClose={onClose}>
      {pages.rows && pages.rows.length > 0 && (
        <div className="flex justify-end border-b border-line px-4 py-2 empty:hidden">
          <SaveUnits unit={card.grain === 'person' ? 'person' : 'account'} behind={{ metric: card.id, rows: { ...question, ...part } }} />
        </div>
      )}
      {pages.error ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.rows === undefined ? (
        <Skeleton shape="table" />
      ) : pages.rows.length === 0 ? (
        <p className="p-4 text-13 text-muted">{t('rows.none')}</p>
      ) : (
        <ul aria-label={t('rows.title', { name })}>
          {pages.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <Row key={at} row={row} />
          ))}
        </ul>
      )}
      {pages.more && (
        <div className="p-3">
          <Button pending={pages.loadingMore} onClick={pages.more}>
            {t('rows.more')}
          </Button>
        </div>
      )}
    </SidePanel>
  );
};

const Row = ({ row }: { readonly row: MetricRow }) => {
  const t = useText(metricText);
  const reader = useReader();
  const { currency } = useWorkspace();
  const about = aboutOf(row, t);
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2 text-13">
      <div className="min-w-0 flex-1">
        {row.accountId && row.accountName ? (
          <EntityChip kind="account" id={row.accountId} name={row.accountName} />
        ) : isPerson(row.subject) ? (
          <EntityChip kind="person" id={row.subject} name={row.label || row.subject} />
        ) : (
          <span className="block truncate">{about}</span>
        )}
        <p className="truncate text-12 text-muted">
          {row.accountId && about ? `${about}${row.at === null ? '' : ' · '}` : ''}
          {row.at !== null && <DateTime at={row.at} />}
        </p>
      </div>
      {row.value !== null && (
        <span className="shrink-0 whitespace-nowrap">{figureText(reader, { value: row.value }, unitFormat(row.unit, currency))}</span>
      )}
    </li>
  );
};

const isPerson = (subject: string | null): subject is string => subject?.startsWith('per_') ?? false;

const aboutOf = (row: MetricRow, t: MetricText): string => {
  const label = row.label === '' ? '' : partName(row.label, readableName(row.label), t);
  if (row.subject?.startsWith('tic')) return [t('rows.ticket', { id: row.subject }), label].filter(Boolean).join(' · ');
  return label;
};
