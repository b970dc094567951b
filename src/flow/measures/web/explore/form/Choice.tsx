import { FormField } from '#web/ui/FormField.tsx';
import { type Option, Select } from '#web/ui/Select.tsx';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: string;
}

/** One named option of a question out of a few. */
export const Choice = <Value extends string>({ label, hint, ...select }: ChoiceProps<Value>) => (
  <FormField label={label} {...(hint ? { hint } : {})}>
    <Select<Value> {...select} />
  </FormField>
);
