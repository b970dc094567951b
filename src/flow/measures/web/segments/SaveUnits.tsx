import { Suspense, use, useState } from 'react';
import type { EndpointInput } from '#kernel/endpoint.ts';
import { useMay } from '#web/app/session.ts';
import { loadMessages, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { SegmentUnit } from '../../condition-contracts.ts';
import type { Question } from '../../question-contracts.ts';
import { createSegment } from '../../segment-contracts.ts';
import { NAMES_OF_SEGMENTS } from './names-of-segments.ts';
import { segmentText } from './text/text.ts';

export interface SaveUnitsProps {
  readonly unit: Question['unit'];
  readonly behind: NonNullable<EndpointInput<typeof createSegment>['body']['behind']>;
}

/** Keeps the accounts or people behind a part of an answer, or a point of a metric, as a list; nothing where something else is counted. */
export const SaveUnits = ({ unit, behind }: SaveUnitsProps) => {
  const mayWrite = useMay('records.write');
  if (!mayWrite || (unit !== 'account' && unit !== 'person')) return null;
  return (
    <Suspense fallback={null}>
      <Saving behind={behind} unit={unit} />
    </Suspense>
  );
};

let words: Promise<void> | undefined;

const Saving = ({ behind, unit }: SaveUnitsProps & { readonly unit: SegmentUnit }) => {
  words ??= loadMessages(segmentText);
  use(words);
  const t = useText(segmentText);
  const navigation = useNavigation();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const create = useMutationOf(createSegment, { refresh: NAMES_OF_SEGMENTS });
  const save = () =>
    create.mutate(
      { body: { name, unit, condition: null, behind } },
      {
        onSuccess: (segment) => {
          setOpen(false);
          setName('');
          showToast({ text: t('saved', { name: segment.name }) });
          navigation.push(navigation.hrefOf(`/segments/${segment.id}`));
        },
      },
    );
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('saveAs')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        width="narrow"
        title={t('saveAs')}
        description={t('saveAsText')}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button look="primary" disabled={name.trim() === ''} pending={create.isPending} onClick={save}>
              {t('save')}
            </Button>
          </>
        }
      >
        <FormField label={t('name')}>
          <TextField value={name} onChange={setName} maxLength={120} />
        </FormField>
        {create.error ? <ErrorState error={create.error} /> : null}
      </Dialog>
    </>
  );
};
