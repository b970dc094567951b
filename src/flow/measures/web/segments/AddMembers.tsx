import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useProblem } from '#web/ui/ErrorState.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { addSegmentMembers, getSegment, listSegmentMembers, listSegments, type Segment } from '../../segment-contracts.ts';
import { MembersField, namesIn } from './MembersField.tsx';
import { segmentText } from './text/text.ts';

const SHOWN = 5;

/** Puts accounts or people into a list by their names, and says which names are nobody's. */
export const AddMembers = ({ segment, onClose }: { readonly segment: Segment; readonly onClose: () => void }) => {
  const t = useText(segmentText);
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const add = useMutationOf(addSegmentMembers, { refresh: [listSegmentMembers, getSegment, listSegments] });
  const problem = useProblem(add.error);
  const names = namesIn(text);
  const run = () =>
    add.mutate(
      { params: { id: segment.id }, body: { members: [...names] } },
      {
        onSuccess: (done) => {
          showToast({ text: t('added', { count: done.added }) });
          setText(done.unknown.join('\n'));
          setUnknown(done.unknown);
          if (done.unknown.length === 0) onClose();
        },
      },
    );
  const left = unknown.length > SHOWN ? `${unknown.slice(0, SHOWN).join(', ')} …` : unknown.join(', ');
  const error = add.error ? problem.title : unknown.length > 0 ? t('unknown', { count: unknown.length, names: left }) : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('addMembers')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={names.length === 0} pending={add.isPending} onClick={run}>
            {t('add')}
          </Button>
        </>
      }
    >
      <MembersField value={text} onChange={setText} {...(error ? { error } : {})} />
    </Dialog>
  );
};
