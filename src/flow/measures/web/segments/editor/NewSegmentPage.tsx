import { useState } from 'react';
import { z } from 'zod';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { asGroups } from '#web/ui/filter/groups.ts';
import { useNavigation } from '#web/ui/navigation.ts';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { SegmentCondition, SegmentUnit } from '../../../condition-contracts.ts';
import { createSegment } from '../../../segment-contracts.ts';
import { NAMES_OF_SEGMENTS } from '../names-of-segments.ts';
import { segmentText } from '../text/text.ts';
import { SegmentEditor } from './SegmentEditor.tsx';

const View = z.object({ unit: SegmentUnit.default('account'), from: z.string().optional() });

/** A new segment by condition; `from` in the address is a condition to begin with. */
export const NewSegmentPage = () => {
  const t = useText(segmentText);
  const navigation = useNavigation();
  const [{ unit, from }] = useViewState(View);
  const [name, setName] = useState('');
  const [condition, setCondition] = useState<SegmentCondition>(() => conditionFrom(from));
  const create = useMutationOf(createSegment, { refresh: NAMES_OF_SEGMENTS });
  const save = () =>
    create.mutate(
      { body: { name, unit, condition } },
      {
        onSuccess: (segment) => {
          showToast({ text: t('saved', { name: segment.name }) });
          navigation.push(navigation.hrefOf(`/segments/${segment.id}`));
        },
      },
    );
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader
        title={t(`newTitle.${unit}`)}
        parent={{ label: t('title'), to: '/segments' }}
        actions={
          <Button look="primary" disabled={name.trim() === ''} pending={create.isPending} onClick={save}>
            {t('save')}
          </Button>
        }
      />
      <div className="flex flex-col gap-4 px-4 pb-12">
        {create.error ? <ErrorState error={create.error} /> : null}
        <div className="max-w-100">
          <FormField label={t('name')} {...(name.trim() === '' ? { hint: t('needsName') } : {})}>
            <TextField value={name} onChange={setName} maxLength={120} autoFocus />
          </FormField>
        </div>
        <SegmentEditor unit={unit} condition={condition} onChange={setCondition} />
      </div>
    </div>
  );
};

const conditionFrom = (text: string | undefined): SegmentCondition => {
  try {
    return asGroups(SegmentCondition.parse(JSON.parse(text ?? '')));
  } catch {
    return { all: [] };
  }
};
