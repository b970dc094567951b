import { useState } from 'react';
import { usePathParams } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { asGroups } from '#web/ui/filter/groups.ts';
import { useNavigation } from '#web/ui/navigation.ts';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { showToast } from '#web/ui/toasts.ts';
import {
  getSegment,
  getSegmentSizes,
  listSegmentMembers,
  listSegments,
  listSegmentTurns,
  type Segment,
  updateSegment,
} from '../../../segment-contracts.ts';
import { SegmentUses } from '../SegmentUses.tsx';
import { segmentText } from '../text/text.ts';
import { SegmentEditor } from './SegmentEditor.tsx';

/** Changes the condition of a segment. */
export const EditSegmentPage = () => {
  const { id = '' } = usePathParams();
  const answer = useQueryOf(getSegment, { params: { id } });
  if (answer.error && !answer.data) return <ErrorState whole error={answer.error} onRetry={() => void answer.refetch()} />;
  return answer.data ? <Editing key={answer.data.version} segment={answer.data} /> : <Skeleton shape="text" rows={8} />;
};

const Editing = ({ segment }: { readonly segment: Segment }) => {
  const t = useText(segmentText);
  const navigation = useNavigation();
  const [condition, setCondition] = useState(() => asGroups(segment.condition ?? { all: [] }));
  const update = useMutationOf(updateSegment, {
    refresh: [listSegments, getSegment, listSegmentMembers, listSegmentTurns, getSegmentSizes],
  });
  const save = () =>
    update.mutate(
      { params: { id: segment.id }, body: { condition } },
      {
        onSuccess: () => {
          showToast({ text: t('saved', { name: segment.name }) });
          navigation.push(navigation.hrefOf(`/segments/${segment.id}`));
        },
      },
    );
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader
        title={t('editTitle', { name: segment.name })}
        parent={{ label: segment.name, to: `/segments/${segment.id}` }}
        actions={
          <Button look="primary" pending={update.isPending} onClick={save}>
            {t('save')}
          </Button>
        }
      />
      <div className="flex flex-col gap-4 px-4 pb-12">
        {update.error ? <ErrorState error={update.error} /> : null}
        <SegmentUses uses={segment.usedBy} title={t('changesToo')} />
        <SegmentEditor unit={segment.unit} condition={condition} onChange={setCondition} />
      </div>
    </div>
  );
};
