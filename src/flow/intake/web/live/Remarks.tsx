import { formatDuration } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { LiveEvent } from '../../contracts.ts';
import { liveText } from './text/text.ts';

export type RemarksProps = Pick<LiveEvent, 'problems' | 'warnings'> & Partial<Pick<LiveEvent, 'outcome' | 'lateMs'>>;

/** Why a message was refused, what was ignored or corrected in it, that it came late, or before; nothing when there is nothing to say. */
export const Remarks = ({ problems, warnings, outcome, lateMs }: RemarksProps) => {
  const t = useText(liveText);
  const reader = useReader();
  const remarks = [
    ...(outcome === 'duplicate' ? [t('again')] : []),
    ...(lateMs ? [t('late', { length: formatDuration(reader, lateMs) })] : []),
    ...warnings,
  ];
  if (problems.length + remarks.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2 text-13">
      {problems.map((problem) => (
        <li key={problem.field + problem.code}>
          <strong>{problem.field}</strong>: {problem.message} <span className="text-muted">{problem.remedy}</span>
        </li>
      ))}
      {remarks.map((remark) => (
        <li key={remark} className="text-muted">
          {remark}
        </li>
      ))}
    </ul>
  );
};
