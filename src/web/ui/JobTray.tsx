import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { Link } from './Link.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { StatusPill, type Tone } from './StatusPill.tsx';

export interface TrayJob {
  readonly id: string;
  readonly title: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** 0..1; null while the end is not known. */
  readonly ratio: number | null;
  /** "12,400 of 25,000 rows". */
  readonly detail?: string;
  /** Where the result is. */
  readonly resultTo?: string;
  readonly onCancel?: () => void;
  readonly onDismiss?: () => void;
}

const TONES: Readonly<Record<TrayJob['state'], Tone>> = { running: 'accent', done: 'good', failed: 'bad', cancelled: 'unknown' };

/** Long work that goes on while the reader does something else: progress, cancel, result. Nothing when there is none. */
export const JobTray = ({ jobs }: { readonly jobs: readonly TrayJob[] }) => {
  const t = useText(uiText);
  const [open, setOpen] = useState(true);
  if (jobs.length === 0) return null;
  const running = jobs.filter((job) => job.state === 'running').length;
  return (
    <section
      aria-label={t('jobs.title')}
      className="no-print fixed right-4 bottom-18 z-20 w-80 max-w-[calc(100vw-32px)] rounded-md border border-line bg-raised shadow-float phone:bottom-4"
    >
      <header className="flex h-9 items-center justify-between pr-1 pl-3">
        <h2 className="text-13 font-medium">{running > 0 ? t('jobs.running', { count: running }) : t('jobs.finished')}</h2>
        <IconButton
          size="small"
          label={open ? t('collapse') : t('expand')}
          icon={open ? ChevronDown : ChevronUp}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </header>
      {open && (
        <ul className="max-h-60 overflow-y-auto border-t border-line">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </section>
  );
};

const JobRow = ({ job }: { readonly job: TrayJob }) => {
  const t = useText(uiText);
  return (
    <li className="flex flex-col gap-1.5 border-b border-line px-3 py-2 last:border-0">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-13">{job.title}</span>
        {job.state === 'running' && job.onCancel && (
          <Button size="small" look="quiet" onClick={job.onCancel}>
            {t('cancel')}
          </Button>
        )}
        {job.state !== 'running' && (
          <StatusPill tone={TONES[job.state]} look="bare">
            {t(`jobs.${job.state}`)}
          </StatusPill>
        )}
        {job.state !== 'running' && job.onDismiss && <IconButton size="small" label={t('dismiss')} icon={X} onClick={job.onDismiss} />}
      </div>
      {job.state === 'running' && <ProgressBar ratio={job.ratio} label={job.title} />}
      <div className="flex justify-between gap-2 text-12 text-muted">
        <span>{job.detail}</span>
        {job.resultTo && (
          <Link to={job.resultTo} look="text">
            {t('jobs.seeResult')}
          </Link>
        )}
      </div>
    </li>
  );
};
