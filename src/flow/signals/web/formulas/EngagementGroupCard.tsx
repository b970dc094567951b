import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import type { EngagementGroup, EngagementRule } from '../../domain/lead-score/lead-definition.ts';
import { useEventName } from '../rules/use-event-name.ts';
import { EngagementRuleDialog } from './EngagementRuleDialog.tsx';
import { NO_NAME, withPart } from './formula-edits.ts';
import { GroupDialog } from './GroupDialog.tsx';
import { useSayLead } from './lead-words.ts';
import { RowActions } from './RowActions.tsx';
import { RuleTable } from './RuleTable.tsx';
import { Threshold } from './Threshold.tsx';
import { formulaText } from './text/text.ts';

export interface EngagementGroupCardProps {
  readonly group: EngagementGroup;
  readonly readOnly: boolean;
  /** A key for a new rule. */
  readonly keyFor: () => string;
  /** Null takes the group out. */
  readonly onChange: (group: EngagementGroup | null) => void;
}

/** A group of engagement rules: its cap, its half-life, its rules. */
export const EngagementGroupCard = ({ group, readOnly, keyFor, onChange }: EngagementGroupCardProps) => {
  const t = useText(formulaText);
  const eventName = useEventName();
  const say = useSayLead();
  const name = group.name[currentLanguage()];
  const [edited, setEdited] = useState<EngagementRule | null>(null);
  const [naming, setNaming] = useState(false);
  const sayWhen = ({ events, where }: EngagementRule) =>
    [t('score.every', { event: events.map(eventName).join(' / ') }), where && say(where)].filter(Boolean).join(', ');
  const keep = (key: string, next: EngagementRule | null) => onChange({ ...group, rules: withPart(group.rules, key, next) });
  return (
    <div className="rounded-md border border-line p-4">
      <div className="mb-1 flex flex-wrap items-center gap-x-6 gap-y-1">
        <h3 className="min-w-0 flex-1 text-13 font-semibold">{name}</h3>
        {readOnly && group.cap === 0 ? (
          <span className="text-12 text-muted">{t('score.noGain')}</span>
        ) : (
          <Threshold
            label={t('score.cap')}
            name={t('score.capOf', { group: name })}
            value={group.cap}
            readOnly={readOnly}
            onChange={(cap) => onChange({ ...group, cap })}
          />
        )}
        <Threshold
          label={t('score.halfLife')}
          name={t('score.halfLifeOf', { group: name })}
          value={group.halfLifeDays}
          readOnly={readOnly}
          onChange={(halfLifeDays) => onChange({ ...group, halfLifeDays })}
        />
        {!readOnly && <RowActions name={name} onEdit={() => setNaming(true)} onRemove={() => onChange(null)} />}
      </div>
      <RuleTable caption={name} rules={group.rules} readOnly={readOnly} sayWhen={sayWhen} onEdit={setEdited} onChange={keep} />
      {!readOnly && (
        <Button
          look="quiet"
          size="small"
          icon={Plus}
          className="mt-1 -ml-2"
          onClick={() => setEdited({ key: keyFor(), name: NO_NAME, events: [], where: null, points: 5 })}
        >
          {t('edit.addRule')}
        </Button>
      )}
      {edited && (
        <EngagementRuleDialog
          rule={edited}
          onApply={(rule) => {
            keep(rule.key, rule);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
      {naming && (
        <GroupDialog
          name={group.name}
          onApply={(next) => {
            onChange({ ...group, name: next });
            setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  );
};
