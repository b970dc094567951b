import { useState } from 'react';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { getHistoryProgress, getLifecycleRules, type StageRule, saveLifecycleRules } from '../../contracts.ts';
import { ruleText } from './text/text.ts';

/** Asks for which time the new rules hold, and saves them. */
export const SaveRulesDialog = ({ rules, onClose }: { readonly rules: readonly StageRule[]; readonly onClose: () => void }) => {
  const t = useText(ruleText);
  const [reach, setReach] = useState<'future' | 'history'>('future');
  const save = useMutationOf(saveLifecycleRules, { refresh: [getLifecycleRules, getHistoryProgress, { id: 'getRiver' }] });
  const confirm = () =>
    save.mutate(
      { body: { rules: [...rules], recompute: reach === 'history' } },
      {
        onSuccess: ({ version }) => {
          showToast({ text: t('saving.saved', { version }) });
          onClose();
        },
        onError: sayFailure(t('saving.failed')),
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('saving.title')}
      actions={
        <Button look="primary" pending={save.isPending} onClick={confirm}>
          {t('save')}
        </Button>
      }
    >
      <div className="flex flex-col items-start gap-2">
        <SegmentedControl
          label={t('saving.reach')}
          value={reach}
          onChange={setReach}
          options={[
            { value: 'future', label: t('saving.future') },
            { value: 'history', label: t('saving.history') },
          ]}
        />
        <p className="text-13 text-muted">{t(reach === 'future' ? 'saving.futureText' : 'saving.historyText')}</p>
      </div>
    </Dialog>
  );
};
