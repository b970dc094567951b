import { z } from 'zod';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Tabs } from '#web/ui/Tabs.tsx';
import { listMergeProposals, listMerges } from '../../contracts.ts';
import { recordText } from '../text/pages.ts';
import { MergeLedger } from './MergeLedger.tsx';
import { MergeProposals } from './MergeProposals.tsx';

const View = z.object({ show: z.enum(['proposals', 'ledger']).default('proposals') });

/** Which records may be the same, and which became one. */
export const MergesPage = () => {
  const t = useText(recordText);
  const [{ show }, setView] = useViewState(View);
  const proposals = useQueryOf(listMergeProposals, {});
  const merges = useQueryOf(listMerges, {});
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={t('merges.title')} subtitle={t('merges.subtitle')} />
      <div className="px-4 pb-8">
        <Tabs
          label={t('merges.title')}
          value={show}
          onChange={(next) => setView({ show: next })}
          tabs={[
            {
              value: 'proposals',
              label: t('merges.proposals'),
              ...(proposals.data ? { count: proposals.data.rows.length } : {}),
              content: <MergeProposals rows={proposals.data?.rows} error={proposals.error} onRetry={() => void proposals.refetch()} />,
            },
            {
              value: 'ledger',
              label: t('merges.ledger'),
              ...(merges.data ? { count: merges.data.rows.length } : {}),
              content: <MergeLedger rows={merges.data?.rows} error={merges.error} onRetry={() => void merges.refetch()} />,
            },
          ]}
        />
      </div>
    </div>
  );
};
