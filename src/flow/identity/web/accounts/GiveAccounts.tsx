import UserRoundPen from 'lucide-react/icons/user-round-pen';
import { useState } from 'react';
import { getAccountRow, listAccounts } from '#flow/signals/contracts.ts';
import { listMembers } from '#platform/access/contracts.ts';
import { call } from '#web/api.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ChoiceList } from '#web/ui/ChoiceList.tsx';
import { Popover } from '#web/ui/Popover.tsx';
import { NOTHING_SELECTED, type Selection } from '#web/ui/table/selection.ts';
import { showToast } from '#web/ui/toasts.ts';
import { assignAccounts } from '../../contracts.ts';
import { recordText } from '../text/pages.ts';

export interface GiveAccountsProps {
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly total: number | null;
  /** What the list is asked: everything that matches may be selected. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

const NOBODY = '-';
const MOST = 10_000;

/** Gives the selected accounts to an owner, with a way to take it back. */
export const GiveAccounts = ({ selection, onSelect, total, query }: GiveAccountsProps) => {
  const t = useText(recordText);
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const members = useQueryOf(listMembers, {}, { freshFor: 300_000 }).data?.members ?? [];
  const assign = useMutationOf(assignAccounts, { refresh: [listAccounts, getAccountRow] });
  const tooMany = selection.all && (total ?? 0) > MOST;

  const takeBack = async (before: readonly { readonly id: string; readonly ownerId: string | null }[]) => {
    for (const [ownerId, rows] of Map.groupBy(before, (row) => row.ownerId))
      await assign.mutateAsync({ body: { ids: rows.map((row) => row.id), ownerId } });
    showToast({ text: t('undone') });
  };
  const give = async (value: string) => {
    setOpen(false);
    setPending(true);
    const ownerId = value === NOBODY ? null : value;
    try {
      const ids = selection.all ? await idsOf(query) : [...selection.ids];
      const { changed, before } = await assign.mutateAsync({ body: { ids, ownerId } });
      const who = members.find((member) => member.userId === ownerId)?.name ?? '';
      onSelect(NOTHING_SELECTED);
      if (changed === 0) showToast({ text: t('unchanged'), tone: 'accent' });
      else
        showToast({
          text: ownerId ? t('given', { count: changed, who }) : t('taken', { count: changed }),
          undo: () => void takeBack(before).catch(complain),
        });
    } catch (error) {
      complain(error);
    } finally {
      setPending(false);
    }
  };
  const complain = (error: unknown) => showToast({ tone: 'bad', text: t('failed', { why: error instanceof Error ? error.message : '' }) });
  if (tooMany) return <span className="text-13 text-muted">{t('tooMany', { most: MOST })}</span>;
  return (
    <Popover
      label={t('give')}
      open={open}
      onOpenChange={setOpen}
      className="w-60 p-1"
      trigger={
        <Button size="small" icon={UserRoundPen} pending={pending}>
          {t('give')}
        </Button>
      }
    >
      <ChoiceList
        label={t('give')}
        options={[...members.map((member) => ({ value: member.userId, label: member.name })), { value: NOBODY, label: t('nobody') }]}
        onPick={(value) => void give(value)}
      />
    </Popover>
  );
};

// "Everything that matches" are the accounts that match now, not those that may match later.
const idsOf = async (query: GiveAccountsProps['query']): Promise<string[]> => {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await call(listAccounts, { query: { ...query, limit: 500, ...(cursor ? { cursor } : {}) } });
    ids.push(...page.rows.map((row) => row.id));
    cursor = page.nextCursor;
  }
  return ids;
};
