import { useText } from '#web/i18n/i18n.ts';
import { Select } from '#web/ui/Select.tsx';
import { exploreText } from '../text/text.ts';
import { NumberBox } from './NumberBox.tsx';

const UNITS = { minute: 60, hour: 3_600, day: 86_400 } as const;
type TimeUnit = keyof typeof UNITS;
const NAMES = Object.keys(UNITS) as readonly TimeUnit[];

export interface WindowBoxProps {
  readonly label: string;
  /** In seconds. */
  readonly value: number | null;
  readonly onChange: (seconds: number | null) => void;
  /** In seconds. */
  readonly most: number;
  readonly mayBeEmpty?: boolean;
  readonly placeholder?: string;
}

/** A length of time as a number and its unit. */
export const WindowBox = ({ label, value, onChange, most, mayBeEmpty, placeholder }: WindowBoxProps) => {
  const t = useText(exploreText);
  const unit = value === null ? 'day' : (NAMES.findLast((name) => value % UNITS[name] === 0) ?? 'minute');
  const count = value === null ? null : Math.max(1, Math.round(value / UNITS[unit]));
  const within = (seconds: number) => Math.min(most, seconds);
  return (
    <div className="grid grid-cols-[72px_minmax(0,1fr)] gap-2">
      <NumberBox
        label={label}
        value={count}
        least={1}
        most={Math.floor(most / UNITS[unit])}
        mayBeEmpty={mayBeEmpty}
        placeholder={placeholder}
        onChange={(next) => onChange(next === null ? null : within(next * UNITS[unit]))}
      />
      <Select<TimeUnit>
        label={t('duration.unit', { name: label })}
        value={unit}
        disabled={value === null}
        onChange={(next) => onChange(count === null ? null : within(count * UNITS[next]))}
        options={NAMES.map((name) => ({ value: name, label: t(`duration.${name}`) }))}
      />
    </div>
  );
};
