import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import MergeSign from 'lucide-react/icons/merge';
import { useState } from 'react';
import type { exportAccounts, exportPeople } from '#flow/signals/contracts.ts';
import { download } from '#web/api.ts';
import { useWorkspace } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { calendarDay } from '#web/ui/date-range.ts';
import { Menu } from '#web/ui/Menu.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { showToast } from '#web/ui/toasts.ts';
import { recordText } from './text/pages.ts';

export interface ListActionsProps {
  readonly endpoint: typeof exportAccounts | typeof exportPeople;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** What the file is called before its date. */
  readonly name: string;
}

/** What can be done with a whole list: its file with everything that matches, and its duplicates. On a phone in a menu. */
export const ListActions = (props: ListActionsProps) => {
  const t = useText(recordText);
  const navigation = useNavigation();
  const { pending, fetchFile } = useFile(props);
  return (
    <>
      <span className="hidden phone:contents">
        <Button icon={Download} pending={pending} onClick={fetchFile}>
          {pending ? t('exporting') : t('export')}
        </Button>
        <ButtonLink to="/merges">{t('duplicates')}</ButtonLink>
      </span>
      <span className="phone:hidden">
        <Menu
          trigger={<Button icon={Ellipsis}>{t('more')}</Button>}
          groups={[
            {
              items: [
                { label: t('export'), icon: Download, disabled: pending, onSelect: fetchFile },
                { label: t('duplicates'), icon: MergeSign, onSelect: () => navigation.push(navigation.hrefOf('/merges')) },
              ],
            },
          ]}
        />
      </span>
    </>
  );
};

const useFile = ({ endpoint, query, name }: ListActionsProps) => {
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
  return { pending, fetchFile: () => void fetchFile() };
};
