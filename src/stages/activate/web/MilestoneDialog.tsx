import { useEffect } from 'react';
import {
  getHistoryProgress,
  getLifecycleRules,
  listLifecycleRulesVersions,
  previewLifecycleRules,
  saveLifecycleRules,
} from '#flow/signals/contracts.ts';
import { LIFE_STAGE_WORDS } from '#kernel/stage-of-life.ts';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { EarlyBehaviour } from '../contracts.ts';
import { useBehaviourWords } from './behaviour-words.ts';
import { useMilestone, withMilestone } from './milestone.ts';
import { keeperText } from './text/text.ts';

/** Shows where accounts would stand with this milestone, and makes it the one. */
export const MilestoneDialog = ({ behaviour, onClose }: { readonly behaviour: EarlyBehaviour; readonly onClose: () => void }) => {
  const t = useText(keeperText);
  const words = useBehaviourWords();
  const { rules } = useMilestone();
  const preview = useMutationOf(previewLifecycleRules);
  const save = useMutationOf(saveLifecycleRules, {
    refresh: [getLifecycleRules, listLifecycleRulesVersions, getHistoryProgress, { id: 'getRiver' }, { id: 'askMetric' }],
  });
  const { mutate: look } = preview;
  useEffect(() => {
    if (rules) look({ body: { rules: withMilestone(rules.rules, behaviour) } });
  }, [rules, behaviour, look]);
  const confirm = () =>
    rules &&
    save.mutate(
      { body: { rules: withMilestone(rules.rules, behaviour), recompute: true } },
      {
        onSuccess: () => {
          showToast({ text: t('milestone.saved') });
          onClose();
        },
        onError: sayFailure(t('milestone.failed')),
      },
    );
  const changed = preview.data?.stages.filter(({ now, tried }) => now !== tried || now > 0) ?? [];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('milestone.dialog')}
      description={t('milestone.lead', { behaviour: words.say(behaviour) })}
      actions={
        <Button look="primary" disabled={!rules} pending={save.isPending} onClick={confirm}>
          {t('milestone.confirm')}
        </Button>
      }
    >
      {preview.error ? (
        <ErrorState error={preview.error} onRetry={() => rules && look({ body: { rules: withMilestone(rules.rules, behaviour) } })} />
      ) : !preview.data ? (
        <Skeleton shape="table" rows={5} />
      ) : (
        <>
          <p className="mb-1 text-13 text-muted">{t('milestone.sampled', { count: preview.data.sampled })}</p>
          <Table
            caption={t('milestone.sampled', { count: preview.data.sampled })}
            compact
            rows={changed}
            rowId={({ stage }) => stage}
            columns={[
              { key: 'stage', label: t('milestone.stage'), render: ({ stage }) => LIFE_STAGE_WORDS[stage][currentLanguage()] },
              { key: 'now', label: t('milestone.before'), align: 'end', render: ({ now }) => <NumberText value={now} /> },
              {
                key: 'tried',
                label: t('milestone.after'),
                align: 'end',
                render: ({ now, tried }) => <NumberText value={tried} className={now === tried ? '' : 'font-semibold'} />,
              },
            ]}
          />
        </>
      )}
    </Dialog>
  );
};
