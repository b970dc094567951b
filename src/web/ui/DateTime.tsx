import { type DateStyle, formatAgo, formatDate } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Missing } from './Missing.tsx';
import { useNow } from './use-now.ts';

export interface DateTimeProps {
  /** UTC milliseconds, an ISO instant, or a calendar date 'YYYY-MM-DD'. */
  readonly at: number | string | null | undefined;
  /** `ago` says "3 days ago" and shows the instant on hover. */
  readonly style?: DateStyle | 'ago';
  readonly className?: string;
}

/** A moment or a day, in the workspace's time zone and the reader's own way of writing. */
export const DateTime = ({ at, style = 'date', className }: DateTimeProps) => {
  const reader = useReader();
  const now = useNow();
  if (at === null || at === undefined || at === '') return <Missing />;
  const instant = typeof at === 'number' ? at : Date.parse(at);
  if (Number.isNaN(instant)) return <span className={className}>{at}</span>;
  const text = style === 'ago' ? formatAgo(reader, instant, now) : formatDate(reader, at, style);
  return (
    <time
      dateTime={typeof at === 'string' ? at : new Date(at).toISOString()}
      title={formatDate(reader, at, typeof at === 'string' && at.length === 10 ? 'date' : 'full')}
      className={className}
    >
      {text}
    </time>
  );
};
