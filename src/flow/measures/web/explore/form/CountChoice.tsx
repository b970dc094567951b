import { formatNamed } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import { Select } from '#web/ui/Select.tsx';
import type { Counting, QuestionUnit } from '../../../question-contracts.ts';
import { exploreText } from '../text/text.ts';
import { FieldPicker } from './FieldPicker.tsx';

const WAYS = ['units', 'events', 'sum', 'mean', 'median', 'p90', 'min', 'max'] as const;
type Way = (typeof WAYS)[number];

export interface CountChoiceProps {
  readonly sign: string;
  readonly count: Counting;
  readonly unit: QuestionUnit;
  readonly fields: readonly FieldDefinition[];
  readonly onChange: (count: Counting) => void;
}

/** What is counted of a series: who, how often, or what a number comes to. */
export const CountChoice = ({ sign, count, unit, fields, onChange }: CountChoiceProps) => {
  const t = useText(exploreText);
  const reader = useReader();
  const way = wayOf(count);
  const who = unit === 'person' ? 'people' : unit === 'account' ? 'accounts' : 'others';
  const numbers = fields.filter(({ type, key }) => key === 'event.amount' || (type === 'number' && key.startsWith('event.')));
  const choose = (next: Way) => {
    if (next === 'units' || next === 'events') return onChange({ of: next, field: null, level: 0.5 });
    const field = count.field ?? numbers[0]?.key ?? 'event.amount';
    if (next === 'median' || next === 'p90') return onChange({ of: 'percentile', field, level: next === 'median' ? 0.5 : 0.9 });
    onChange({ of: next, field, level: 0.5 });
  };
  return (
    <div className="flex flex-wrap gap-1.5">
      <Select<Way>
        label={formatNamed(reader, sign, t('count.label'))}
        className="min-w-36 flex-1"
        value={way}
        onChange={choose}
        options={WAYS.map((value) => ({ value, label: t(value === 'units' ? `count.${who}` : `count.${value}`) }))}
      />
      {way !== 'units' && way !== 'events' && (
        <div className="min-w-36 flex-1">
          <FieldPicker
            label={t('count.field')}
            value={count.field}
            fields={numbers}
            onPick={(field) => field && onChange({ ...count, field })}
          />
        </div>
      )}
    </div>
  );
};

const wayOf = ({ of, level }: Counting): Way => (of === 'percentile' ? (level >= 0.9 ? 'p90' : 'median') : of);
