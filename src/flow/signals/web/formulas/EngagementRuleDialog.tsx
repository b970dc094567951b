import { useState } from 'react';
import { useDisplayNames } from '#flow/facts/web/index.ts';
import { EVERYTHING } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import type { EngagementRule } from '../../domain/lead-score/lead-definition.ts';
import { EventPicker } from '../rules/EventPicker.tsx';
import { ruleText } from '../rules/text/text.ts';
import { propertyFields } from '../rules/trigger-words.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { formulaText } from './text/text.ts';

export interface EngagementRuleDialogProps {
  readonly rule: EngagementRule;
  readonly onApply: (rule: EngagementRule) => void;
  readonly onClose: () => void;
}

/** What must a lead do to get these points each time? */
export const EngagementRuleDialog = ({ rule, onApply, onClose }: EngagementRuleDialogProps) => {
  const t = useText(formulaText);
  const words = useText(ruleText);
  const { properties } = useDisplayNames();
  const [draft, setDraft] = useState(rule);
  return (
    <RuleDialog
      title={t('edit.engagementRule')}
      rule={draft}
      isComplete={draft.events.length > 0}
      onChange={setDraft}
      onApply={() => onApply(draft)}
      onClose={onClose}
    >
      <EventPicker events={draft.events} onChange={(events) => setDraft({ ...draft, events })} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-13 text-muted">{words('form.where')}</span>
        <FilterBar
          fields={propertyFields(words, properties)}
          value={draft.where ?? EVERYTHING}
          onChange={(next) => setDraft({ ...draft, where: JSON.stringify(next) === JSON.stringify(EVERYTHING) ? null : next })}
        />
      </div>
    </RuleDialog>
  );
};
