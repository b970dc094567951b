import { formatNumber } from '#web/i18n/format.ts';
import { useReader } from '#web/i18n/reader.ts';
import { NumberCell } from './NumberCell.tsx';

export interface ThresholdProps {
  readonly label: string;
  /** What the number is called when it is read aloud; the label unless said. */
  readonly name?: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly value: number;
  readonly readOnly: boolean;
  readonly onChange: (value: number) => void;
}

/** A limit of a formula with its name, and what it means. */
export const Threshold = ({ label, name = label, hint, unit, value, readOnly, onChange }: ThresholdProps) => {
  const reader = useReader();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-h-8 items-center justify-between gap-3 text-13">
        <span className="font-medium">{label}</span>
        <span className="flex items-center gap-1.5">
          {readOnly ? formatNumber(reader, value) : <NumberCell label={name} value={value} min={0} readOnly={false} onChange={onChange} />}
          {unit}
        </span>
      </div>
      {hint && <span className="text-12 text-muted">{hint}</span>}
    </div>
  );
};
