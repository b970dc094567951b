import { useEffect, useState } from 'react';
import { TextField } from '#web/ui/TextField.tsx';

export interface NumberBoxProps {
  readonly value: number | null;
  /** Called when the box is left, or Enter is pressed, with a whole number within the bounds; null when it was emptied and may be. */
  readonly onChange: (value: number | null) => void;
  readonly least: number;
  readonly most: number;
  readonly mayBeEmpty?: boolean;
  readonly placeholder?: string;
  readonly label?: string;
  readonly className?: string;
}

/** A whole number; what does not fit goes back to what was. */
export const NumberBox = ({ value, onChange, least, most, mayBeEmpty, placeholder, label, className }: NumberBoxProps) => {
  const stored = value === null ? '' : String(value);
  const [text, setText] = useState(stored);
  useEffect(() => setText(stored), [stored]);
  const commit = () => {
    if (text === stored) return;
    if (text.trim() === '' && mayBeEmpty) return onChange(null);
    const number = Math.round(Number(text));
    if (text.trim() === '' || Number.isNaN(number)) return setText(stored);
    onChange(Math.max(least, Math.min(most, number)));
  };
  return (
    <TextField
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      aria-label={label}
      placeholder={placeholder}
      className={className}
      value={text}
      onChange={setText}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
};
