import { useWorkspace } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { calendarDay } from '#web/ui/date-range.ts';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { SegmentWindow } from '../../../condition-contracts.ts';
import { segmentText } from '../text/text.ts';
import { SmallNumber } from './SmallNumber.tsx';

const KINDS = ['days', 'ever', 'hours', 'between'] as const;
const DAY = 86_400_000;

/** When something was done: ever, in the last days or hours, or between two dates. */
export const WindowPicker = ({ value, onChange }: { readonly value: SegmentWindow; readonly onChange: (value: SegmentWindow) => void }) => {
  const t = useText(segmentText);
  const { timeZone } = useWorkspace();
  const start = (kind: SegmentWindow['kind']): SegmentWindow => {
    if (kind === 'ever') return { kind };
    if (kind === 'days') return { kind, days: 30 };
    if (kind === 'hours') return { kind, hours: 24 };
    return { kind, from: calendarDay(Date.now() - 30 * DAY, timeZone), to: calendarDay(Date.now(), timeZone) };
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Select
        look="quiet"
        label={t('window.label')}
        value={value.kind}
        onChange={(kind) => onChange(start(kind))}
        options={KINDS.map((kind) => ({ value: kind, label: t(`window.${kind}`) }))}
      />
      {value.kind === 'days' && (
        <SmallNumber label={t('days')} least={1} most={3_650} value={value.days} onChange={(days) => onChange({ ...value, days })} />
      )}
      {value.kind === 'hours' && (
        <SmallNumber label={t('hours')} least={1} most={2_160} value={value.hours} onChange={(hours) => onChange({ ...value, hours })} />
      )}
      {value.kind === 'between' && (
        <>
          <DateBox label={t('from')} value={value.from} onChange={(from) => onChange({ ...value, from, to: later(from, value.to) })} />
          <DateBox label={t('to')} value={value.to} onChange={(to) => onChange({ ...value, to, from: earlier(to, value.from) })} />
        </>
      )}
    </span>
  );
};

const DateBox = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (date: string) => void;
}) => <TextField type="date" aria-label={label} className="max-w-36" value={value} onChange={(date) => date !== '' && onChange(date)} />;

// Dates as texts are in the order of time.
const earlier = (...dates: [string, string]): string => dates.toSorted()[0]!;
const later = (...dates: [string, string]): string => dates.toSorted()[1]!;
