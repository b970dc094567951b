import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { z } from 'zod';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { formatDate, formatMoney } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { usePagesOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { calendarDay } from '#web/ui/date-range.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { DeskPage } from '#web/ui/pages/DeskPage.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { listTasks, type Task } from '../contracts.ts';
import { NewTask } from './NewTask.tsx';
import { OpenTask } from './OpenTask.tsx';
import { useTaskActions } from './task-actions.ts';
import { playText } from './text/text.ts';

const View = z.object({
  whose: z.enum(['me', 'all', 'none']).default('all'),
  status: z.enum(['open', 'snoozed', 'done']).default('open'),
  open: z.string().optional(),
});

/** Who needs a person now, ranked by what it is worth, with the next one open beside the list. */
export const TodayPage = () => {
  const t = useText(playText);
  const [view, setView] = useViewState(View);
  const [adding, setAdding] = useState(false);
  const mayWrite = useMay('records.write');
  const actions = useTaskActions();
  const owner = view.whose === 'all' ? {} : { owner: view.whose };
  const pages = usePagesOf(listTasks, { query: { limit: 200, status: view.status, ...owner } });
  return (
    <>
      <DeskPage
        title={t('today.title')}
        subtitle={
          view.status === 'open' && pages.rows?.length ? t('today.subtitle', { count: pages.total ?? pages.rows.length }) : undefined
        }
        label={t('today.list')}
        items={pages.rows}
        itemId={(task) => task.id}
        error={pages.error}
        onRetry={pages.retry}
        openId={view.open ?? null}
        onOpen={(open) => setView({ open: open ?? undefined }, 'replace')}
        renderItem={(task) => <TaskLine task={task} />}
        renderOpen={(task) => <OpenTask task={task} />}
        keys={(task): Readonly<Record<string, () => void>> =>
          mayWrite ? { d: () => actions.finish(task), s: () => actions.snooze(task, 1) } : {}
        }
        actions={
          mayWrite && (
            <Button icon={Plus} onClick={() => setAdding(true)}>
              {t('today.newTask')}
            </Button>
          )
        }
        tools={
          <>
            <SegmentedControl
              label={t('today.whose')}
              value={view.whose}
              onChange={(whose) => setView({ whose, open: undefined })}
              options={[
                { value: 'me', label: t('today.mine') },
                { value: 'all', label: t('today.all') },
                { value: 'none', label: t('today.nobody') },
              ]}
            />
            <SegmentedControl
              label={t('today.status')}
              value={view.status}
              onChange={(status) => setView({ status, open: undefined })}
              options={(['open', 'snoozed', 'done'] as const).map((value) => ({ value, label: t(`today.${value}`) }))}
            />
          </>
        }
        empty={<EmptyToday />}
      />
      {adding && <NewTask onClose={() => setAdding(false)} />}
    </>
  );
};

const TaskLine = ({ task }: { readonly task: Task }) => {
  const t = useText(playText);
  const reader = useReader();
  const { currency, timeZone } = useWorkspace();
  const language = currentLanguage();
  const overdue = task.status === 'open' && task.dueOn < calendarDay(Date.now(), timeZone);
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate text-14 font-medium">{task.accountName ?? task.title[language]}</span>
        {task.valueAtStakeMinor !== null && task.valueAtStakeMinor > 0 && (
          <span
            className="shrink-0 text-13 font-medium"
            title={t('today.atStake', { amount: formatMoney(reader, task.valueAtStakeMinor, { currency }) })}
          >
            {formatMoney(reader, task.valueAtStakeMinor, { currency, compact: true })}
          </span>
        )}
      </span>
      {task.accountName && <span className="truncate text-13">{task.title[language]}</span>}
      <span className={`text-12 ${overdue ? 'text-bad' : 'text-muted'}`}>
        {t(overdue ? 'today.overdue' : 'today.due', { day: formatDate(reader, task.dueOn, 'date') })} ·{' '}
        {task.ownerName ?? t('today.noOwner')}
      </span>
    </span>
  );
};

const EmptyToday = () => {
  const t = useText(playText);
  return (
    <EmptyState title={t('today.empty.title')} step={{ to: '/plays', label: t('today.empty.action') }}>
      {t('today.empty.text')}
    </EmptyState>
  );
};
