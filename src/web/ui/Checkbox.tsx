import { Checkbox as Base } from '@base-ui/react/checkbox';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import type { ReactNode } from 'react';

export interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some, but not all, of what it stands for. */
  readonly partly?: boolean;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
  /** Shown beside the box; with `hideLabel` only read aloud. */
  readonly label: ReactNode;
  readonly hideLabel?: boolean;
}

/** Yes or no, taken over with the form; a Switch takes effect at once. */
export const Checkbox = ({ checked, onChange, partly, disabled, tabIndex, label, hideLabel }: CheckboxProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control inside brings its own hidden input
  <label className={clsx('inline-flex items-center gap-2 text-13', disabled && 'opacity-50')}>
    <Base.Root
      checked={checked}
      indeterminate={partly}
      disabled={disabled}
      tabIndex={tabIndex}
      onCheckedChange={onChange}
      className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface transition-colors hover:border-muted data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent"
    >
      <Base.Indicator className="text-on-accent">
        {partly ? <Minus size={12} strokeWidth={3} aria-hidden /> : <Check size={12} strokeWidth={3} aria-hidden />}
      </Base.Indicator>
    </Base.Root>
    <span className={hideLabel ? 'sr-only' : ''}>{label}</span>
  </label>
);
