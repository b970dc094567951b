import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { getSegment, type Segment, updateSegment } from '../../segment-contracts.ts';
import { NAMES_OF_SEGMENTS } from './names-of-segments.ts';
import { segmentText } from './text/text.ts';

/** Changes what a segment is called and what it is for. */
export const RenameSegment = ({ segment, onClose }: { readonly segment: Segment; readonly onClose: () => void }) => {
  const t = useText(segmentText);
  const [name, setName] = useState(segment.name);
  const [note, setNote] = useState(segment.note);
  const update = useMutationOf(updateSegment, { refresh: [getSegment, ...NAMES_OF_SEGMENTS] });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rename')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={name.trim() === ''}
            pending={update.isPending}
            onClick={() => update.mutate({ params: { id: segment.id }, body: { name, note } }, { onSuccess: onClose })}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormField label={t('name')}>
          <TextField value={name} onChange={setName} maxLength={120} />
        </FormField>
        <FormField label={t('note')} hint={t('noteHint')}>
          <TextArea rows={3} value={note} onChange={setNote} maxLength={1_000} />
        </FormField>
      </div>
    </Dialog>
  );
};
