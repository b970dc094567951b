import { useState } from 'react';
import { useMe, useWorkspace } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { calendarDay } from '#web/ui/date-range.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { createTask, listTasks } from '../contracts.ts';
import { playText } from './text/text.ts';

/** Writes a task by hand, for oneself. */
export const NewTask = ({ accountId = null, onClose }: { readonly accountId?: string | null; readonly onClose: () => void }) => {
  const t = useText(playText);
  const { timeZone } = useWorkspace();
  const me = useMe().data?.user?.id ?? null;
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState(calendarDay(Date.now(), timeZone));
  const create = useMutationOf(createTask, { refresh: [listTasks] });
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title={t('today.newTask')}
      actions={
        <Button
          look="primary"
          disabled={title.trim() === ''}
          pending={create.isPending}
          onClick={() => create.mutate({ body: { title, accountId, ownerId: me, dueOn } }, { onSuccess: onClose })}
        >
          {t('today.create')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <FormField label={t('today.newTitle')}>
          <TextField value={title} onChange={setTitle} maxLength={200} />
        </FormField>
        <FormField label={t('today.newDue')}>
          <TextField type="date" value={dueOn} onChange={setDueOn} />
        </FormField>
        {create.error ? <ErrorState error={create.error} /> : null}
      </div>
    </Dialog>
  );
};
