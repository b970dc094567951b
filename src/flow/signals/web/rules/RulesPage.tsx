import { useState } from 'react';
import { SettingsShell } from '#web/access/settings/SettingsShell.tsx';
import { useMay } from '#web/app/session.ts';
import { formatAgo } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { useNow } from '#web/ui/use-now.ts';
import { getLifecycleRules, type LifecycleRules, previewLifecycleRules, type StageRule } from '../../contracts.ts';
import { HistoryProgress } from './HistoryProgress.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { areComplete, everyStage, withRule } from './rule-edits.ts';
import { SaveRulesDialog } from './SaveRulesDialog.tsx';
import { StageRuleCard } from './StageRuleCard.tsx';
import { ruleText } from './text/text.ts';

/** Which rules move accounts? They can be changed, tried on real accounts and saved, for the future or for all history. */
export const RulesPage = () => {
  const answer = useQueryOf(getLifecycleRules, {});
  const t = useText(ruleText);
  if (answer.data) return <RulesEditor key={answer.data.version} saved={answer.data} />;
  return (
    <SettingsShell section="lifecycle" lead={t('lead')}>
      {answer.error ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : <Skeleton shape="text" rows={12} />}
    </SettingsShell>
  );
};

const RulesEditor = ({ saved }: { readonly saved: LifecycleRules }) => {
  const t = useText(ruleText);
  const mayChange = useMay('settings.write');
  const stored = everyStage(saved.rules);
  const [rules, setRules] = useState(stored);
  const [saving, setSaving] = useState(false);
  const preview = useMutationOf(previewLifecycleRules);
  const [shown, setShown] = useState(false);
  const isChanged = JSON.stringify(rules) !== JSON.stringify(stored);
  const isComplete = areComplete(rules);
  const change = (next: readonly StageRule[]) => setRules(next);
  const tryOut = () => {
    setShown(true);
    preview.mutate({ body: { rules: [...rules] } });
  };
  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1">
        <SettingsShell
          section="lifecycle"
          lead={t('lead')}
          actions={
            mayChange && (
              <>
                {isChanged && <StatusPill tone="warn">{t('changed')}</StatusPill>}
                {isChanged && (
                  <Button look="quiet" onClick={() => setRules(stored)}>
                    {t('discard')}
                  </Button>
                )}
                <Button disabled={!isComplete} pending={preview.isPending} onClick={tryOut}>
                  {t('preview')}
                </Button>
                <Button look="primary" disabled={!isChanged || !isComplete} onClick={() => setSaving(true)}>
                  {t('save')}
                </Button>
              </>
            )
          }
        >
          <div className="flex flex-col gap-2">
            <Version saved={saved} />
            {!mayChange && <p className="text-13 text-muted">{t('readOnly')}</p>}
            {!isComplete && (
              <p role="status">
                <StatusPill tone="warn">{t('incomplete')}</StatusPill>
              </p>
            )}
            <HistoryProgress />
          </div>
          <ol className="flex flex-col gap-4">
            {rules.map((rule) => (
              <StageRuleCard
                key={rule.stage}
                rule={rule}
                readOnly={!mayChange}
                onChange={(next) => change(withRule(rules, rule.stage, next))}
              />
            ))}
          </ol>
        </SettingsShell>
      </div>
      {shown && (
        <PreviewPanel
          result={preview.data}
          error={preview.error}
          pending={preview.isPending}
          onRetry={tryOut}
          onClose={() => setShown(false)}
        />
      )}
      {saving && <SaveRulesDialog rules={rules} onClose={() => setSaving(false)} />}
    </div>
  );
};

const Version = ({ saved }: { readonly saved: LifecycleRules }) => {
  const t = useText(ruleText);
  const reader = useReader();
  const now = useNow();
  return (
    <p className="text-13 text-muted">
      {saved.version === 1
        ? t('firstVersion', { version: 1 })
        : t('version', {
            version: saved.version,
            when: formatAgo(reader, saved.changedAt, Math.max(now, saved.changedAt)),
            who: saved.changedBy,
          })}
    </p>
  );
};
