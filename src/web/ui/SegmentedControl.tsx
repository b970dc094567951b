import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { Option } from './Select.tsx';

export interface SegmentedControlProps<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  /** What is switched; read aloud. */
  readonly label: string;
}

/** One of two to five ways to see the same thing. */
export const SegmentedControl = <Value extends string>({ value, onChange, options, label }: SegmentedControlProps<Value>) => (
  <ToggleGroup
    aria-label={label}
    value={[value]}
    onValueChange={([next]) => next && onChange(next as Value)}
    className="inline-flex h-8 shrink-0 items-center rounded-md border border-line bg-sunken p-0.5"
  >
    {options.map((option) => (
      <Toggle
        key={option.value}
        value={option.value}
        className="h-full rounded-sm border border-transparent px-2.5 text-13 font-medium whitespace-nowrap text-muted transition-colors hover:text-text data-pressed:border-line-strong data-pressed:bg-surface data-pressed:text-text"
      >
        {option.label}
      </Toggle>
    ))}
  </ToggleGroup>
);
