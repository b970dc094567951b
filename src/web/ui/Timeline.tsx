import clsx from 'clsx';
import type { ReactNode } from 'react';
import { formatDate, isStartOfDay } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from './Button.tsx';
import { DateTime } from './DateTime.tsx';
import type { Icon } from './icon.ts';
import type { Tone } from './StatusPill.tsx';

export interface TimelineEntry {
  readonly id: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly icon?: Icon;
  readonly tone?: Tone;
  /** What happened, in one line. */
  readonly title: ReactNode;
  readonly detail?: ReactNode;
}

export interface TimelineProps {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  readonly onMore?: () => void;
  readonly loadingMore?: boolean;
}

const INKS: Readonly<Record<Tone, string>> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  unknown: 'text-muted',
  accent: 'text-accent',
};

/** Everything that happened, newest first, under the days of the workspace's time zone. */
export const Timeline = ({ entries, onMore, loadingMore }: TimelineProps) => {
  const t = useText(uiText);
  const reader = useReader();
  const days = Map.groupBy(entries, (entry) => formatDate(reader, entry.at, 'date'));
  return (
    <div className="flex flex-col">
      {[...days].map(([day, inDay]) => (
        <section key={day} aria-label={day}>
          <h3 className="sticky top-0 z-1 bg-surface py-2 text-12 font-medium text-muted">{day}</h3>
          <ol className="flex flex-col">
            {inDay.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {onMore && (
        <Button look="quiet" className="self-start" pending={loadingMore} onClick={onMore}>
          {t('showEarlier')}
        </Button>
      )}
    </div>
  );
};

const Entry = ({ entry }: { readonly entry: TimelineEntry }) => {
  const reader = useReader();
  return (
    <li className="group relative flex gap-3 pb-4 [contain-intrinsic-height:40px] [content-visibility:auto]">
      <span aria-hidden className="absolute top-6 bottom-0 left-3 w-px bg-line group-last:hidden" />
      <span
        className={clsx(
          'flex size-6 shrink-0 items-center justify-center rounded-full border border-line bg-surface',
          INKS[entry.tone ?? 'unknown'],
        )}
      >
        {entry.icon ? <entry.icon size={14} strokeWidth={1.75} aria-hidden /> : <span className="size-1.5 rounded-full bg-current" />}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <div className="flex items-baseline justify-between gap-3">
          <div className="min-w-0 text-13">{entry.title}</div>
          {!isStartOfDay(reader, entry.at) && <DateTime at={entry.at} style="time" className="shrink-0 text-12 text-faint" />}
        </div>
        {entry.detail && <div className="mt-0.5 text-13 text-muted">{entry.detail}</div>}
      </div>
    </li>
  );
};
