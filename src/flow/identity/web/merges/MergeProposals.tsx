import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import MergeSign from 'lucide-react/icons/merge';
import { useState } from 'react';
import { getAccountRow, listAccounts, listPeople } from '#flow/signals/contracts.ts';
import { useMay } from '#web/app/session.ts';
import { formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf } from '#web/queries.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { Button } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { createMerge, dismissMergeProposal, listMergeProposals, listMerges, type MergeProposal, undoMerge } from '../../contracts.ts';
import { recordText } from '../text/pages.ts';
import { sayReason } from './say-reason.ts';

export interface MergeProposalsProps {
  readonly rows: readonly MergeProposal[] | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Pairs that may be the same, side by side, likeliest first. */
export const MergeProposals = ({ rows, error, onRetry }: MergeProposalsProps) => {
  const t = useText(recordText);
  if (error && !rows) return <ErrorState error={error} onRetry={onRetry} />;
  if (!rows) return <Skeleton shape="table" rows={5} />;
  if (rows.length === 0) return <EmptyState title={t('merges.noneTitle')}>{t('merges.none')}</EmptyState>;
  return (
    <ul className="flex max-w-240 flex-col gap-3">
      {rows.map((row) => (
        <li key={`${row.keep.id} ${row.remove.id}`}>
          <Proposal proposal={row} />
        </li>
      ))}
    </ul>
  );
};

const REFRESH = [listMergeProposals, listMerges, listAccounts, listPeople, getAccountRow];

const Proposal = ({ proposal }: { readonly proposal: MergeProposal }) => {
  const t = useText(recordText);
  const reader = useReader();
  const mayWrite = useMay('records.write');
  const [swapped, setSwapped] = useState(false);
  const merge = useMutationOf(createMerge, { refresh: REFRESH });
  const undo = useMutationOf(undoMerge, { refresh: REFRESH });
  const dismiss = useMutationOf(dismissMergeProposal, { refresh: [listMergeProposals] });
  const [into, from] = swapped ? [proposal.remove, proposal.keep] : [proposal.keep, proposal.remove];
  const reasons = proposal.reasons.map((reason) => sayReason(reason, t));
  const join = () =>
    merge.mutate(
      { body: { kind: proposal.kind, intoId: into.id, fromId: from.id, reason: proposal.reasons.join(', ') } },
      {
        onSuccess: ({ id }) =>
          showToast({ text: t('merges.merged', { from: from.label, into: into.label }), undo: () => undo.mutate({ params: { id } }) }),
      },
    );
  const part = () =>
    dismiss.mutate({ body: { a: into.id, b: from.id } }, { onSuccess: () => showToast({ text: t('merges.dismissed'), tone: 'accent' }) });
  const failure = merge.error ?? dismiss.error;
  return (
    <article className="rounded-md border border-line p-4" aria-label={`${into.label} · ${from.label}`}>
      <div className="flex flex-wrap items-center gap-2 text-12 text-muted">
        <Badge>{t(`merges.kind.${proposal.kind}`)}</Badge>
        <span>{reasons.join(' · ')}</span>
        <span className="ml-auto">{t('merges.likely', { share: formatPercent(reader, proposal.score, { digits: 0 }) })}</span>
      </div>
      <div className="mt-3 grid gap-3 phone:grid-cols-2">
        <Side kind={proposal.kind} role={t('merges.keep')} side={into} />
        <Side kind={proposal.kind} role={t('merges.remove')} side={from} />
      </div>
      {mayWrite && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="small" icon={MergeSign} pending={merge.isPending} onClick={join}>
            {t('merges.merge')}
          </Button>
          <Button size="small" look="quiet" icon={ArrowLeftRight} onClick={() => setSwapped(!swapped)}>
            {t('merges.swap')}
          </Button>
          <Button size="small" look="quiet" className="ml-auto" pending={dismiss.isPending} onClick={part}>
            {t('merges.different')}
          </Button>
        </div>
      )}
      {failure ? <ErrorState error={failure} /> : null}
    </article>
  );
};

interface SideProps {
  readonly kind: MergeProposal['kind'];
  readonly role: string;
  readonly side: MergeProposal['keep'];
}

const Side = ({ kind, role, side }: SideProps) => (
  <div className="min-w-0 rounded-md bg-sunken p-3">
    <p className="text-12 font-medium text-muted">{role}</p>
    <p className="mt-1 text-14 font-medium">
      <EntityChip kind={kind} id={side.id} name={side.label} />
    </p>
    {side.detail && <p className="mt-0.5 truncate text-12 text-muted">{side.detail}</p>}
  </div>
);
