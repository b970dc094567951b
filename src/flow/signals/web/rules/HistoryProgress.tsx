import { formatAgo, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import { useNow } from '#web/ui/use-now.ts';
import { getHistoryProgress } from '../../contracts.ts';
import { ruleText } from './text/text.ts';

const EVERY_MS = 2_000;

/** How far is the recomputation of history, or when was the last one? */
export const HistoryProgress = () => {
  const t = useText(ruleText);
  const reader = useReader();
  const now = useNow();
  const progress = useQueryOf(getHistoryProgress, {}, { every: EVERY_MS }).data;
  if (!progress) return null;
  if (!progress.running)
    return progress.finishedAt === null ? null : (
      <p className="text-13 text-muted">
        {t('progress.finished', { when: formatAgo(reader, progress.finishedAt, Math.max(now, progress.finishedAt)) })}
      </p>
    );
  const ratio = progress.total === 0 ? null : progress.done / progress.total;
  return (
    <div className="flex flex-col gap-1.5">
      <p role="status" className="text-13">
        {t('progress.running', { share: formatPercent(reader, ratio ?? 0, { digits: 0 }) })}
      </p>
      <ProgressBar label={t('progress.label')} ratio={ratio} />
    </div>
  );
};
