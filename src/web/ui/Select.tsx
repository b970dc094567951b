import { Select as Base } from '@base-ui/react/select';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import type { ReactNode } from 'react';
import { useField } from './field.ts';
import { FLOATING_PLACE } from './floating-place.ts';
import { FIELD, FLOATING, FLOATING_ROW } from './surfaces.ts';

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** A second, quieter line. */
  readonly hint?: string;
}

export interface SelectProps<Value extends string> {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  /** Quiet has no box: for toolbars. */
  readonly look?: 'box' | 'quiet';
  readonly before?: ReactNode;
}

/** One of a few known values. More than about fifteen want a Combobox. */
export const Select = <Value extends string>({
  value,
  onChange,
  options,
  label,
  placeholder,
  disabled,
  className,
  look = 'box',
  before,
}: SelectProps<Value>) => (
  <Base.Root items={options} value={value} disabled={disabled} onValueChange={(next) => next !== null && onChange(next)}>
    <Base.Trigger
      {...useField()}
      aria-label={label}
      className={clsx(
        'flex items-center justify-between gap-2 text-left',
        look === 'box' ? FIELD : 'h-8 rounded-md px-2 text-13 hover:bg-hover',
        className,
      )}
    >
      <span className="flex min-w-0 items-center gap-1.5">
        {before}
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-faint" />
      </span>
      <Base.Icon className="shrink-0 text-muted">
        <ChevronsUpDown size={14} aria-hidden />
      </Base.Icon>
    </Base.Trigger>
    <Base.Portal container={FLOATING_PLACE}>
      <Base.Positioner sideOffset={4} alignItemWithTrigger={false} align="start" className="z-40 outline-none">
        <Base.Popup className={clsx(FLOATING, 'min-w-(--anchor-width) max-w-80')}>
          <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1">
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={FLOATING_ROW}>
                <span className="w-4 shrink-0">
                  <Base.ItemIndicator>
                    <Check size={14} aria-hidden className="text-accent" />
                  </Base.ItemIndicator>
                </span>
                <span className="min-w-0">
                  <Base.ItemText className="block truncate">{option.label}</Base.ItemText>
                  {option.hint && <span className="block text-12 text-muted">{option.hint}</span>}
                </span>
              </Base.Item>
            ))}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
