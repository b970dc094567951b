import { useState } from 'react';
import { formatNumber } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { TextField } from '#web/ui/TextField.tsx';

export interface NumberCellProps {
  readonly label: string;
  readonly value: number;
  readonly readOnly: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly onChange: (value: number) => void;
}

/** A number of a formula: typed where it stands, or only shown. */
export const NumberCell = ({ label, value, readOnly, min, max, onChange }: NumberCellProps) => {
  const reader = useReader();
  const [text, setText] = useState(String(value));
  if (readOnly) return formatNumber(reader, value);
  // Discarding the changes gives another value than the one typed.
  const shown = Number(text) === value || text === '' || text === '-' ? text : String(value);
  return (
    <TextField
      type="number"
      step="any"
      aria-label={label}
      min={min}
      max={max}
      value={shown}
      onChange={(next) => {
        setText(next);
        const number = Number(next);
        if (next !== '' && Number.isFinite(number)) onChange(number);
      }}
      className="ml-auto max-w-20 min-w-16 text-right"
    />
  );
};
