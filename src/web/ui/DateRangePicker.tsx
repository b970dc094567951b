import clsx from 'clsx';
import CalendarDays from 'lucide-react/icons/calendar-days';
import { useState } from 'react';
import { formatDate } from '#web/i18n/format.ts';
import { type Text, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from './Button.tsx';
import { type DateRange, RANGE_PRESETS } from './date-range.ts';
import { FormField } from './FormField.tsx';
import { Popover } from './Popover.tsx';
import { TextField } from './TextField.tsx';

export interface DateRangePickerProps {
  readonly value: DateRange;
  readonly onChange: (value: DateRange) => void;
  /** Offers the question "as of which day?". */
  readonly withAsOf?: boolean;
}

/** Which days, and as they were known when? */
export const DateRangePicker = ({ value, onChange, withAsOf = true }: DateRangePickerProps) => {
  const t = useText(uiText);
  const reader = useReader();
  const [open, setOpen] = useState(false);
  const day = (text: string) => formatDate(reader, text, 'date');
  const name = value.preset === 'custom' && value.from && value.to ? `${day(value.from)} – ${day(value.to)}` : t(`range.${value.preset}`);
  return (
    <Popover
      label={t('range.label')}
      open={open}
      onOpenChange={setOpen}
      className="w-72"
      trigger={
        <Button icon={CalendarDays}>
          {name}
          {value.asOf && <span className="font-normal text-muted">{t('range.asOfShort', { day: day(value.asOf) })}</span>}
        </Button>
      }
    >
      <Presets
        value={value}
        t={t}
        onPick={(preset) => {
          onChange({ ...value, preset });
          if (preset !== 'custom') setOpen(false);
        }}
      />
      {value.preset === 'custom' && (
        <div className="mt-3 grid grid-cols-2 gap-2">
          <FormField label={t('range.from')}>
            <TextField type="date" value={value.from ?? ''} max={value.to} onChange={(from) => onChange({ ...value, from })} />
          </FormField>
          <FormField label={t('range.to')}>
            <TextField type="date" value={value.to ?? ''} min={value.from} onChange={(to) => onChange({ ...value, to })} />
          </FormField>
        </div>
      )}
      {withAsOf && (
        <div className="mt-3 border-t border-line pt-3">
          <FormField label={t('range.asOf')} hint={t('range.asOfHint')}>
            <div className="flex gap-2">
              <TextField type="date" value={value.asOf ?? ''} onChange={(asOf) => onChange({ ...value, asOf: asOf || undefined })} />
              {value.asOf && (
                <Button look="quiet" onClick={() => onChange({ ...value, asOf: undefined })}>
                  {t('range.now')}
                </Button>
              )}
            </div>
          </FormField>
        </div>
      )}
    </Popover>
  );
};

interface PresetsProps {
  readonly value: DateRange;
  readonly t: Text<(typeof uiText)['en']>;
  readonly onPick: (preset: DateRange['preset']) => void;
}

const Presets = ({ value, t, onPick }: PresetsProps) => (
  <div className="grid grid-cols-2 gap-1">
    {RANGE_PRESETS.map((preset) => (
      <button
        key={preset}
        type="button"
        aria-pressed={value.preset === preset}
        onClick={() => onPick(preset)}
        className={clsx(
          'h-8 rounded-sm px-2 text-left text-13 hover:bg-hover',
          value.preset === preset && 'bg-selected font-medium text-accent',
        )}
      >
        {t(`range.${preset}`)}
      </button>
    ))}
  </div>
);
