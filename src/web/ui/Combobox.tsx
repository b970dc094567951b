import { Combobox as Base } from '@base-ui/react/combobox';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { useField } from './field.ts';
import { FLOATING_PLACE } from './floating-place.ts';
import type { Option } from './Select.tsx';
import { FIELD, FLOATING, FLOATING_ROW } from './surfaces.ts';

export interface ComboboxProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly options: readonly Option[];
  /** Searches on the server: called with what is typed; then `options` are taken as found. */
  readonly onSearch?: (text: string) => void;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** One of many values, found by typing its label or what stands below it. */
export const Combobox = ({ value, onChange, options, onSearch, label, placeholder, disabled, className }: ComboboxProps) => {
  const t = useText(uiText);
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root<Option>
      items={options}
      value={chosen}
      disabled={disabled}
      onValueChange={(next) => onChange(next?.value ?? null)}
      onInputValueChange={(text, details) => details.reason === 'input-change' && onSearch?.(text)}
      filter={onSearch ? null : isMeant}
    >
      <div className={clsx('relative', className)}>
        <Base.Input {...useField()} aria-label={label} placeholder={placeholder} className={clsx(FIELD, 'pr-8')} />
        <Base.Trigger aria-label={t('open')} className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-muted">
          <ChevronDown size={14} aria-hidden />
        </Base.Trigger>
      </div>
      <Base.Portal container={FLOATING_PLACE}>
        <Base.Positioner sideOffset={4} align="start" className="z-40 outline-none">
          <Base.Popup className={clsx(FLOATING, 'w-(--anchor-width) min-w-56 max-w-(--available-width)')}>
            <Base.Empty>
              <div className="px-3 py-2 text-13 text-muted">{t('nothingFound')}</div>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 data-empty:p-0">
              {(option: Option) => (
                <Base.Item key={option.value} value={option} className={FLOATING_ROW}>
                  <span className="w-4 shrink-0">
                    <Base.ItemIndicator>
                      <Check size={14} aria-hidden className="text-accent" />
                    </Base.ItemIndicator>
                  </span>
                  <span className="min-w-0">
                    <span className="block truncate">{option.label}</span>
                    {option.hint && <span className="block truncate text-12 text-muted">{option.hint}</span>}
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
};

const isMeant = ({ label, hint = '' }: Option, typed: string): boolean =>
  [label, hint].some((text) => text.toLowerCase().includes(typed.trim().toLowerCase()));
