import { EVERYTHING } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import type { Doing } from '../../../condition-contracts.ts';
import { FactPicker } from '../../explore/form/FactPicker.tsx';
import { useFieldsOf } from '../../explore/use-question-words.ts';
import { segmentText } from '../text/text.ts';

export interface DoingPickerProps {
  readonly value: Doing;
  readonly onChange: (value: Doing) => void;
  readonly label?: string;
}

/** Which event, with which properties. */
export const DoingPicker = ({ value, onChange, label }: DoingPickerProps) => {
  const t = useText(segmentText);
  const fields = useFieldsOf(value.events).filter(({ key }) => key.startsWith('event.'));
  const nothing = JSON.stringify(EVERYTHING);
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      <FactPicker
        label={label ?? t('event')}
        value={value.events[0] ?? null}
        onPick={(event) =>
          onChange({ ...value, events: event === null ? [] : [event, ...value.events.slice(1).filter((one) => one !== event)] })
        }
      />
      <FilterBar
        fields={fields}
        value={value.where ?? EVERYTHING}
        onChange={(where) => onChange({ ...value, where: JSON.stringify(where) === nothing ? null : where })}
      />
    </span>
  );
};
