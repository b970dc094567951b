import { useState } from 'react';
import { EVERYTHING } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import type { FitRule } from '../../domain/lead-score/lead-definition.ts';
import { useLeadFields } from './lead-words.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { formulaText } from './text/text.ts';

export interface FitRuleDialogProps {
  readonly rule: FitRule;
  readonly onApply: (rule: FitRule) => void;
  readonly onClose: () => void;
}

/** What must a lead be to get these points? */
export const FitRuleDialog = ({ rule, onApply, onClose }: FitRuleDialogProps) => {
  const t = useText(formulaText);
  const fields = useLeadFields();
  const [draft, setDraft] = useState(rule);
  return (
    <RuleDialog
      title={t('edit.fitRule')}
      rule={draft}
      isComplete={JSON.stringify(draft.when) !== JSON.stringify(EVERYTHING)}
      onChange={setDraft}
      onApply={() => onApply(draft)}
      onClose={onClose}
    >
      <div className="flex flex-col gap-1">
        <span className="text-13 font-medium">{t('edit.fitWhen')}</span>
        <FilterBar fields={fields} value={draft.when} onChange={(when) => setDraft({ ...draft, when })} />
      </div>
    </RuleDialog>
  );
};
