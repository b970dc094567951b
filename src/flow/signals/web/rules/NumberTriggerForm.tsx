import { useState } from 'react';
import { LEAD_GRADES } from '#kernel/signal.ts';
import { useText } from '#web/i18n/i18n.ts';
import { FormField } from '#web/ui/FormField.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { StageTrigger } from '../../contracts.ts';
import { ruleText } from './text/text.ts';

export interface NumberTriggerFormProps {
  readonly trigger: Exclude<StageTrigger, { kind: 'fact' }>;
  readonly onChange: (next: StageTrigger) => void;
}

/** The numbers of a trigger that is about revenue, a term or a score. */
export const NumberTriggerForm = ({ trigger, onChange }: NumberTriggerFormProps) => {
  const t = useText(ruleText);
  switch (trigger.kind) {
    case 'mrr_above_start':
      return (
        <NumberField
          label={t('form.byShare')}
          value={Math.round(trigger.byRatio * 1000) / 10}
          min={0}
          onChange={(percent) => onChange({ ...trigger, byRatio: percent / 100 })}
        />
      );
    case 'term_ends_within':
      return (
        <NumberField
          label={t('form.days')}
          value={trigger.days}
          min={1}
          max={730}
          onChange={(days) => onChange({ ...trigger, days: Math.round(days) })}
        />
      );
    case 'lead_score':
      return (
        <div className="grid gap-3 phone:grid-cols-2">
          <NumberField
            label={t('form.score')}
            value={trigger.atLeast}
            min={0}
            max={100}
            onChange={(atLeast) => onChange({ ...trigger, atLeast })}
          />
          <FormField label={t('form.grade')}>
            <Select
              value={trigger.gradeAtLeast}
              onChange={(gradeAtLeast) => onChange({ ...trigger, gradeAtLeast })}
              options={LEAD_GRADES.map((grade) => ({ value: grade, label: grade }))}
            />
          </FormField>
        </div>
      );
    default:
      return null;
  }
};

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max?: number;
  readonly onChange: (value: number) => void;
}

// What is typed stays as typed; only numbers within the bounds are handed on.
const NumberField = ({ label, value, min, max, onChange }: NumberFieldProps) => {
  const [text, setText] = useState(String(value));
  const type = (next: string) => {
    setText(next);
    const number = Number(next);
    if (next !== '' && Number.isFinite(number) && number >= min && number <= (max ?? Number.POSITIVE_INFINITY)) onChange(number);
  };
  return (
    <FormField label={label}>
      <TextField type="number" step="any" min={min} max={max} value={text} onChange={type} className="phone:max-w-60" />
    </FormField>
  );
};
