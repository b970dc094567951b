import { useState } from 'react';
import { useDisplayNames } from '#flow/facts/web/index.ts';
import { EVERYTHING } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { FormField } from '#web/ui/FormField.tsx';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { StageTrigger } from '../../contracts.ts';
import { EventPicker } from './EventPicker.tsx';
import { ruleText } from './text/text.ts';
import { propertyFields } from './trigger-words.ts';

type FactTrigger = Extract<StageTrigger, { kind: 'fact' }>;

export interface FactTriggerFormProps {
  readonly trigger: FactTrigger;
  readonly onChange: (next: FactTrigger) => void;
}

/** Which events, how often, within how many days, and under which condition on their properties? */
export const FactTriggerForm = ({ trigger, onChange }: FactTriggerFormProps) => {
  const t = useText(ruleText);
  const { properties } = useDisplayNames();
  const change = (part: Partial<FactTrigger>) => onChange({ ...trigger, ...part });
  const [times, setTimes] = useState(String(trigger.times));
  const [people, setPeople] = useState(String(trigger.people ?? 1));
  const [within, setWithin] = useState(trigger.withinDays === null ? '' : String(trigger.withinDays));
  const isSame = (next: unknown) => JSON.stringify(next) === JSON.stringify(EVERYTHING);
  return (
    <>
      <EventPicker events={trigger.events} onChange={(events) => change({ events })} />
      <div className="grid gap-3 phone:grid-cols-3">
        <FormField label={t('form.times')}>
          <TextField
            type="number"
            min={1}
            max={10_000}
            value={times}
            onChange={(text) => {
              setTimes(text);
              change({ times: Math.max(1, Math.round(Number(text)) || 1) });
            }}
          />
        </FormField>
        <FormField label={t('form.people')}>
          <TextField
            type="number"
            min={1}
            max={1_000}
            value={people}
            onChange={(text) => {
              setPeople(text);
              change({ people: Math.min(1_000, Math.max(1, Math.round(Number(text)) || 1)) });
            }}
          />
        </FormField>
        <FormField label={t('form.within')} optional={t('form.withinAny')}>
          <TextField
            type="number"
            min={1}
            max={3650}
            value={within}
            onChange={(text) => {
              setWithin(text);
              change({ withinDays: text === '' ? null : Math.max(1, Math.round(Number(text)) || 1) });
            }}
          />
        </FormField>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-13 text-muted">{t('form.where')}</span>
        <FilterBar
          fields={propertyFields(t, properties)}
          value={trigger.where ?? EVERYTHING}
          onChange={(next) => change({ where: isSame(next) ? null : next })}
        />
      </div>
    </>
  );
};
