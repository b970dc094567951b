import { useWorkspace } from '#web/app/session.ts';
import { formatDate } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf } from '#web/queries.ts';
import { calendarDay } from '#web/ui/date-range.ts';
import { showToast } from '#web/ui/toasts.ts';
import { listTasks, type Task, updateTask } from '../contracts.ts';
import { playText } from './text/text.ts';

const DAY = 86_400_000;

/** What can be done with a task; each act says so and can be taken back. */
export const useTaskActions = () => {
  const t = useText(playText);
  const reader = useReader();
  const { timeZone } = useWorkspace();
  const update = useMutationOf(updateTask, { refresh: [listTasks] });
  const change = (task: Task, body: Parameters<typeof update.mutate>[0]['body'], text: string) =>
    update.mutate(
      { params: { id: task.id }, body },
      {
        onSuccess: () =>
          showToast({
            text,
            undo: () =>
              update.mutate({
                params: { id: task.id },
                body: { status: task.status, snoozedUntil: task.snoozedUntil, ownerId: task.ownerId, outcome: task.outcome },
              }),
          }),
      },
    );
  return {
    pending: update.isPending,
    error: update.error,
    finish: (task: Task, outcome = '') =>
      change(task, { status: 'done', outcome: outcome.trim() || null }, t('today.didDone', { title: task.title[currentLanguage()] })),
    drop: (task: Task) => change(task, { status: 'dropped' }, t('today.didDrop')),
    reopen: (task: Task) => change(task, { status: 'open', snoozedUntil: null }, t('today.didReopen')),
    snooze: (task: Task, days: number) => {
      const until = calendarDay(Date.now() + days * DAY, timeZone);
      change(task, { status: 'snoozed', snoozedUntil: until }, t('today.didSnooze', { day: formatDate(reader, until, 'date') }));
    },
    give: (task: Task, ownerId: string | null, who: string) => change(task, { ownerId }, t('today.didAssign', { who })),
  };
};
