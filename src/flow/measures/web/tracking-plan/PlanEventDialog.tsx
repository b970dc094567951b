import { useState } from 'react';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { listDisplayNames, listPlanFindings, listSeenEvents, putPlannedEvent } from '../../plan-contracts.ts';
import { planText } from './text/text.ts';

/** Writes an event into the plan before it is ever sent. */
export const PlanEventDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText(planText);
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [description, setDescription] = useState('');
  const put = useMutationOf(putPlannedEvent, { refresh: [listSeenEvents, listPlanFindings, listDisplayNames] });
  const save = () =>
    put.mutate(
      { params: { name: name.trim() }, body: { displayName, description, status: 'planned' } },
      { onSuccess: onClose, onError: sayFailure(t('failed')) },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('plan')}
      actions={
        <Button look="primary" onClick={save} pending={put.isPending} disabled={name.trim() === ''}>
          {t('one.create')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <FormField label={t('one.name')} hint={t('one.nameHint')}>
          <TextField value={name} onChange={setName} autoComplete="off" spellCheck={false} />
        </FormField>
        <FormField label={t('one.displayName')} hint={t('one.displayHint')}>
          <TextField value={displayName} onChange={setDisplayName} autoComplete="off" />
        </FormField>
        <FormField label={t('one.description')}>
          <TextArea value={description} onChange={setDescription} />
        </FormField>
      </div>
    </Dialog>
  );
};
