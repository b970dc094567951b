import { type Condition, EVERYTHING } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import { exploreText } from '../text/text.ts';

export interface EligibleFilterProps {
  readonly fields: readonly FieldDefinition[];
  readonly value: Condition | null;
  readonly onChange: (value: Condition | null) => void;
}

/** Who may use a feature, by what they and their accounts were then (the plan first of all), or by segment; everybody when nothing is said. */
export const EligibleFilter = ({ fields, value, onChange }: EligibleFilterProps) => {
  const t = useText(exploreText);
  return (
    <div className="flex flex-col gap-0.5">
      <span className="text-12 text-muted">{t('eligible')}</span>
      <FilterBar
        fields={fields.filter(({ key }) => /^(account|person|segment)\./.test(key)).toSorted((one, other) => byPlan(other) - byPlan(one))}
        value={value ?? EVERYTHING}
        onChange={(next) => onChange(JSON.stringify(next) === JSON.stringify(EVERYTHING) ? null : next)}
      />
    </div>
  );
};

// What a feature is sold with comes first.
const byPlan = ({ key }: FieldDefinition): number => Number(key === 'account.plan');
