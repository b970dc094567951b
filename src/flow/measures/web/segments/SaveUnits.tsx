import { Suspense, use, useState } from 'react';
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
import type { AnswerPart, Question } from '../../question-contracts.ts';
import { createSegment, listSegments } from '../../segment-contracts.ts';
import { segmentText } from './text/text.ts';

export interface SaveUnitsProps {
  readonly question: Question;
  readonly part: AnswerPart;
}

/** Keeps the accounts or people behind a part of an answer as a list; nothing where the answer counts something else. */
export const SaveUnits = (props: SaveUnitsProps) => {
  const mayWrite = useMay('records.write');
  const { unit } = props.question;
  if (!mayWrite || (unit !== 'account' && unit !== 'person')) return null;
  return (
    <Suspense fallback={null}>
      <Saving {...props} unit={unit} />
    </Suspense>
  );
};

let words: Promise<void> | undefined;

const Saving = ({ question, part, unit }: SaveUnitsProps & { readonly unit: 'account' | 'person' }) => {
  words ??= loadMessages(segmentText);
  use(words);
  const t = useText(segmentText);
  const navigation = useNavigation();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const create = useMutationOf(createSegment, { refresh: [listSegments] });
  const save = () =>
    create.mutate(
      { body: { name, unit, condition: null, behind: { question, part } } },
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
