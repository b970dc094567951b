import { useEffect, useState } from 'react';
import { formatDuration } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import { exploreText } from './text/text.ts';

/** From here on a reader wants to know that something is going on. */
const NOTICED_MS = 1_000;

/** A question that runs long: for how long, and a way to stop it. Nothing in the first second. */
export const Running = ({ since, onStop }: { readonly since: number; readonly onStop: () => void }) => {
  const t = useText(exploreText);
  const reader = useReader();
  const [lasted, setLasted] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLasted(Date.now() - since), NOTICED_MS);
    return () => clearInterval(timer);
  }, [since]);
  if (lasted < NOTICED_MS) return null;
  return (
    <div role="status" className="flex items-center gap-3 text-12 text-muted">
      <span className="whitespace-nowrap">
        {t('running')} {t('runningFor', { length: formatDuration(reader, lasted) })}
      </span>
      <ProgressBar ratio={null} label={t('running')} />
      <Button size="small" look="quiet" onClick={onStop}>
        {t('cancel')}
      </Button>
    </div>
  );
};
