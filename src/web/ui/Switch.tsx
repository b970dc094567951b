import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';

export interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** On or off, at once. */
export const Switch = ({ checked, onChange, label, hint, disabled }: SwitchProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control inside brings its own hidden input
  <label className="flex items-start gap-3 text-13">
    <Base.Root
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      className="mt-0.5 flex h-4 w-7 shrink-0 items-center rounded-full bg-control p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-50"
    >
      <Base.Thumb className="size-3 rounded-full bg-surface transition-transform data-checked:translate-x-3" />
    </Base.Root>
    <span>
      <span className="font-medium">{label}</span>
      {hint && <span className="block max-w-[72ch] text-muted">{hint}</span>}
    </span>
  </label>
);
