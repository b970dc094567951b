import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { z } from 'zod';
import { exportAccounts, exportPeople } from '#flow/signals/contracts.ts';
import { download } from '#web/api.ts';
import { useMay } from '#web/app/session.ts';
import { usePathParams, useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Tabs } from '#web/ui/Tabs.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { segmentField } from '../../condition-contracts.ts';
import { getSegment, type Segment } from '../../segment-contracts.ts';
import { AddMembers } from './AddMembers.tsx';
import { RemoveSegment } from './RemoveSegment.tsx';
import { RenameSegment } from './RenameSegment.tsx';
import { SegmentHistory } from './SegmentHistory.tsx';
import { SegmentMembers } from './SegmentMembers.tsx';
import { SegmentUses } from './SegmentUses.tsx';
import { SegmentWords } from './SegmentWords.tsx';
import { segmentText } from './text/text.ts';

const View = z.object({ tab: z.enum(['members', 'history']).default('members') });
const EVERY_MS = 5_000;

/** One segment: who is in it, how it came to that, and what can be done with it. */
export const SegmentPage = () => {
  const { id = '' } = usePathParams();
  const answer = useQueryOf(getSegment, { params: { id } }, { every: EVERY_MS });
  if (answer.error && !answer.data) return <ErrorState whole error={answer.error} onRetry={() => void answer.refetch()} />;
  return answer.data ? <Shown segment={answer.data} /> : <Skeleton shape="text" rows={8} />;
};

const Shown = ({ segment }: { readonly segment: Segment }) => {
  const t = useText(segmentText);
  const [{ tab }, setView] = useViewState(View);
  const { name, note, unit, condition, size, usedBy, version } = segment;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={name} subtitle={note} parent={{ label: t('title'), to: '/segments' }} actions={<Actions segment={segment} />} />
      <div className="flex flex-col gap-4 px-4 pb-10">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-muted">
          <span className="text-20 font-semibold text-text tabular-nums">
            <NumberText value={size} />
          </span>
          <span>{t(`unit.${unit}`)}</span>
          <Badge>{t(condition === null ? 'kind.list' : 'kind.living')}</Badge>
          {version > 1 && <span>{t('version', { count: version })}</span>}
        </div>
        {condition !== null && <SegmentWords unit={unit} condition={condition} />}
        <SegmentUses uses={usedBy} title={t('usedBy')} />
        <Tabs
          label={name}
          value={tab}
          onChange={(next) => setView({ tab: next })}
          tabs={[
            { value: 'members', label: t('members'), content: tab === 'members' && <SegmentMembers segment={segment} /> },
            { value: 'history', label: t('history'), content: tab === 'history' && <SegmentHistory segment={segment} /> },
          ]}
        />
      </div>
    </div>
  );
};

const Actions = ({ segment }: { readonly segment: Segment }) => {
  const t = useText(segmentText);
  const mayWrite = useMay('records.write');
  const [dialog, setDialog] = useState<'add' | 'rename' | 'remove' | null>(null);
  const close = () => setDialog(null);
  const isList = segment.condition === null;
  return (
    <>
      <ExportMembers segment={segment} />
      {mayWrite && isList && <Button onClick={() => setDialog('add')}>{t('addMembers')}</Button>}
      {mayWrite && !isList && <ButtonLink to={`/segments/${segment.id}/edit`}>{t('edit')}</ButtonLink>}
      {mayWrite && (
        <Menu
          align="end"
          trigger={<Button icon={Ellipsis}>{t('more')}</Button>}
          groups={[
            { items: [{ label: t('rename'), onSelect: () => setDialog('rename') }] },
            { items: [{ label: t('remove'), danger: true, onSelect: () => setDialog('remove') }] },
          ]}
        />
      )}
      {dialog === 'add' && <AddMembers segment={segment} onClose={close} />}
      {dialog === 'rename' && <RenameSegment segment={segment} onClose={close} />}
      {dialog === 'remove' && <RemoveSegment segment={segment} onClose={close} />}
    </>
  );
};

const ExportMembers = ({ segment: { id, name, unit } }: { readonly segment: Segment }) => {
  const t = useText(segmentText);
  const [pending, setPending] = useState(false);
  const fetchFile = () => {
    setPending(true);
    // The file is that of the list of accounts or people, narrowed to the segment: all their columns come along.
    const filter = JSON.stringify({ field: segmentField(id), op: 'is', value: true });
    download(unit === 'account' ? exportAccounts : exportPeople, { query: { filter } } as never, `${name}.csv`)
      .catch((error: unknown) => showToast({ tone: 'bad', text: t('failed', { why: error instanceof Error ? error.message : '' }) }))
      .finally(() => setPending(false));
  };
  return (
    <Button icon={Download} pending={pending} onClick={fetchFile}>
      {pending ? t('exporting') : t('export')}
    </Button>
  );
};
