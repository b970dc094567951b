import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { Select } from '#web/ui/Select.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { deleteSegment, getSegment, listSegments, replaceSegment, type Segment } from '../../segment-contracts.ts';
import { NAMES_OF_SEGMENTS } from './names-of-segments.ts';
import { SegmentUses } from './SegmentUses.tsx';
import { segmentText } from './text/text.ts';

export interface RemoveSegmentProps {
  readonly segment: Segment;
  readonly onClose: () => void;
}

/** Removes a segment; while it is used, shows where, and puts another in its place there. */
export const RemoveSegment = ({ segment, onClose }: RemoveSegmentProps) => {
  const { id, name, usedBy } = segment;
  const t = useText(segmentText);
  const navigation = useNavigation();
  const isUsed = usedBy.length > 0;
  const remove = useMutationOf(deleteSegment, { refresh: NAMES_OF_SEGMENTS });
  const run = () =>
    remove.mutate(
      { params: { id } },
      {
        onSuccess: () => {
          showToast({ text: t('removed', { name }) });
          navigation.push(navigation.hrefOf('/segments'));
        },
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title={t('removeTitle', { name })}
      description={t(isUsed ? 'removeUsed' : 'removeText')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" pending={remove.isPending} disabled={isUsed} onClick={run}>
            {t('remove')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <SegmentUses uses={usedBy} title={t('usedBy')} />
        {isUsed && <StandIn segment={segment} />}
        {remove.error ? <ErrorState error={remove.error} /> : null}
      </div>
    </Dialog>
  );
};

const StandIn = ({ segment: { id, unit, usedBy } }: Pick<RemoveSegmentProps, 'segment'>) => {
  const t = useText(segmentText);
  const [chosen, setChosen] = useState('');
  const replace = useMutationOf(replaceSegment, { refresh: [getSegment, ...NAMES_OF_SEGMENTS] });
  const others = (useQueryOf(listSegments, {}).data?.rows ?? []).filter((other) => other.id !== id && other.unit === unit);
  const other = others.find((one) => one.id === chosen) ?? others[0];
  if (!other) return <p className="text-13 text-muted">{t('noStandIn')}</p>;
  const run = () =>
    replace.mutate(
      { params: { id }, body: { with: other.id } },
      { onSuccess: ({ uses }) => showToast({ text: t('replaced', { name: other.name, count: uses.length }) }) },
    );
  return (
    <div className="flex flex-col gap-2">
      <FormField label={t('standIn')} hint={t('standInHint')}>
        <Select value={other.id} onChange={setChosen} options={others.map((one) => ({ value: one.id, label: one.name }))} />
      </FormField>
      <Button className="self-start" pending={replace.isPending} onClick={run}>
        {t('replace', { count: usedBy.length })}
      </Button>
      {replace.error ? <ErrorState error={replace.error} /> : null}
    </div>
  );
};
