import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import type { EngagementGroup } from '../../domain/lead-score/lead-definition.ts';
import { EngagementGroupCard } from './EngagementGroupCard.tsx';
import { freeKey, NO_NAME, withPart } from './formula-edits.ts';
import { GroupDialog } from './GroupDialog.tsx';
import { formulaText } from './text/text.ts';

export interface EngagementGroupsProps {
  readonly groups: readonly EngagementGroup[];
  readonly readOnly: boolean;
  readonly onChange: (groups: EngagementGroup[]) => void;
}

const USUAL = { cap: 20, halfLifeDays: 30 };

/** What leads do, in groups that share a cap and a half-life. */
export const EngagementGroups = ({ groups, readOnly, onChange }: EngagementGroupsProps) => {
  const t = useText(formulaText);
  const [adding, setAdding] = useState(false);
  const keys = groups.flatMap((group) => group.rules.map((rule) => rule.key));
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <EngagementGroupCard
          key={group.key}
          group={group}
          readOnly={readOnly}
          keyFor={() => freeKey('rule', keys)}
          onChange={(next) => onChange(withPart(groups, group.key, next))}
        />
      ))}
      {!readOnly && (
        <Button look="quiet" size="small" icon={Plus} className="-ml-2 self-start" onClick={() => setAdding(true)}>
          {t('edit.addGroup')}
        </Button>
      )}
      {adding && (
        <GroupDialog
          name={NO_NAME}
          onApply={(name) => {
            const taken = groups.map(({ key }) => key);
            onChange([...groups, { key: freeKey('group', taken), name, ...USUAL, rules: [] }]);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
};
