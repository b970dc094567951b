import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import type { exportAccounts, exportPeople } from '#flow/signals/contracts.ts';
import { download } from '#web/api.ts';
import { useWorkspace } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { calendarDay } from '#web/ui/date-range.ts';
import { showToast } from '#web/ui/toasts.ts';
import { recordText } from './text/pages.ts';

export interface DownloadListProps {
  readonly endpoint: typeof exportAccounts | typeof exportPeople;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** What the file is called before its date. */
  readonly name: string;
}

/** Hands over everything that the list matches as a CSV file. */
export const DownloadList = ({ endpoint, query, name }: DownloadListProps) => {
  const t = useText(recordText);
  const { timeZone } = useWorkspace();
  const [pending, setPending] = useState(false);
  const fetchFile = async () => {
    setPending(true);
    try {
      await download(endpoint, { query } as never, `${name}-${calendarDay(Date.now(), timeZone)}.csv`);
    } catch (error) {
      showToast({ tone: 'bad', text: t('failed', { why: error instanceof Error ? error.message : '' }) });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button icon={Download} pending={pending} onClick={() => void fetchFile()}>
      {pending ? t('exporting') : t('export')}
    </Button>
  );
};
