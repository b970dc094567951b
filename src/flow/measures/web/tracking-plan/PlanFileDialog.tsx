import { useRef, useState } from 'react';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import {
  listDisplayNames,
  listPlanFindings,
  listSeenEvents,
  type PlanChange,
  putTrackingPlan,
  TrackingPlan,
} from '../../plan-contracts.ts';
import { planText } from './text/text.ts';

/** Reads a plan from a file, shows what would change, and changes it when told to. */
export const PlanFileDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText(planText);
  const input = useRef<HTMLInputElement>(null);
  const [plan, setPlan] = useState<TrackingPlan | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useMutationOf(putTrackingPlan);
  const put = useMutationOf(putTrackingPlan, { refresh: [listSeenEvents, listPlanFindings, listDisplayNames] });
  const changes = plan === null ? undefined : look.data?.changes;
  const read = async (file: File) => {
    const found = readPlanFile(await file.text());
    setPlan(found.plan ?? null);
    setProblem(found.plan ? null : t(`file.${found.why}`, { field: found.field, problem: found.problem }));
    if (found.plan) look.mutate({ body: found.plan, query: { dryRun: 'true' } }, { onError: sayFailure(t('failed')) });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('file.title')}
      description={t('file.text')}
      actions={
        <>
          <Button onClick={() => input.current?.click()}>{t('file.choose')}</Button>
          {plan && changes && changes.length > 0 && (
            <Button
              look="primary"
              pending={put.isPending}
              onClick={() => put.mutate({ body: plan }, { onSuccess: onClose, onError: sayFailure(t('failed')) })}
            >
              {t('file.apply', { count: changes.length })}
            </Button>
          )}
        </>
      }
    >
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t('file.choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void read(file);
          event.target.value = '';
        }}
      />
      <div aria-live="polite" className="text-13">
        {problem && <p className="text-bad">{problem}</p>}
        {changes?.length === 0 && <p className="text-muted">{t('file.same')}</p>}
        {changes && <Changes changes={changes} />}
      </div>
    </Dialog>
  );
};

const Changes = ({ changes }: { readonly changes: readonly PlanChange[] }) => {
  const t = useText(planText);
  return (
    <ul>
      {changes.map(({ event, change, parts }) => (
        <li key={event} className="flex gap-3 border-b border-line py-1 last:border-0">
          <span className="w-24 shrink-0 text-muted">{t(`file.${change}`)}</span>
          <span className="min-w-0 flex-1">
            <span className="font-medium">{event}</span> <span className="text-muted">{parts.join(', ')}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};

type ReadPlan =
  | { readonly plan: TrackingPlan }
  | { readonly plan?: undefined; readonly why: 'notJson' | 'notPlan'; readonly field: string; readonly problem: string };

const readPlanFile = (text: string): ReadPlan => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { why: 'notJson', field: '', problem: error instanceof Error ? error.message : '' };
  }
  const read = TrackingPlan.safeParse(json);
  if (read.success) return { plan: read.data };
  const [issue] = read.error.issues;
  return { why: 'notPlan', field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' };
};
