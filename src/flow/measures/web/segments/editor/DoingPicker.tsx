import { useState } from 'react';
import { EVERYTHING } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import type { Doing } from '../../../condition-contracts.ts';
import { EventNames } from '../../explore/form/EventNames.tsx';
import { useFieldsOf } from '../../explore/use-question-words.ts';
import { segmentText } from '../text/text.ts';

export interface DoingPickerProps {
  readonly value: Doing;
  readonly onChange: (value: Doing) => void;
  readonly label?: string;
}

const MOST_EVENTS = 50;

/** Which events, any of them, with which properties. */
export const DoingPicker = ({ value, onChange, label }: DoingPickerProps) => {
  const t = useText(segmentText);
  const fields = useFieldsOf(value.events).filter(({ key }) => key.startsWith('event.'));
  const [adding, setAdding] = useState(false);
  const nothing = JSON.stringify(EVERYTHING);
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      <EventNames
        label={label ?? t('event')}
        events={value.events}
        onChange={(events) => onChange({ ...value, events: [...events] })}
        adding={adding}
        onAdding={setAdding}
      />
      {value.events.length > 0 && value.events.length < MOST_EVENTS && !adding && (
        <Button look="quiet" size="small" onClick={() => setAdding(true)}>
          {t('orAnother')}
        </Button>
      )}
      <FilterBar
        fields={fields}
        value={value.where ?? EVERYTHING}
        onChange={(where) => onChange({ ...value, where: JSON.stringify(where) === nothing ? null : where })}
      />
    </span>
  );
};
