import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useProblem } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { SegmentUnit } from '../../condition-contracts.ts';
import { createSegment } from '../../segment-contracts.ts';
import { MembersField, namesIn } from './MembersField.tsx';
import { NAMES_OF_SEGMENTS } from './names-of-segments.ts';
import { segmentText } from './text/text.ts';

/** A new list that is kept by hand, with its first members. */
export const NewList = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const t = useText(segmentText);
  const navigation = useNavigation();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState<SegmentUnit>('account');
  const [members, setMembers] = useState('');
  const create = useMutationOf(createSegment, { refresh: NAMES_OF_SEGMENTS });
  const problem = useProblem(create.error);
  const save = () =>
    create.mutate(
      { body: { name, unit, condition: null, members: [...namesIn(members)] } },
      { onSuccess: ({ id }) => navigation.push(navigation.hrefOf(`/segments/${id}`)) },
    );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('listTitle')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={name.trim() === ''} pending={create.isPending} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormField label={t('name')}>
          <TextField value={name} onChange={setName} maxLength={120} />
        </FormField>
        <SegmentedControl
          label={t('unit.label')}
          value={unit}
          onChange={setUnit}
          options={(['account', 'person'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
        <MembersField value={members} onChange={setMembers} {...(create.error ? { error: problem.title } : {})} />
      </div>
    </Dialog>
  );
};
