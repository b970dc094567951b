import { DIMENSIONS, type Dimension } from '#kernel/measure.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Combobox } from '#web/ui/Combobox.tsx';
import { listAccountFields } from '../../contracts.ts';
import { riverText } from '../text/text.ts';

export interface RiverFiltersProps {
  readonly values: Partial<Record<Dimension, string>>;
  readonly onChange: (change: Partial<Record<Dimension, string | undefined>>) => void;
}

const ALL = '';

/** Which part of the customers: one channel, industry, country, plan or owner. */
export const RiverFilters = ({ values, onChange }: RiverFiltersProps) => {
  const t = useText(riverText);
  const fields = useQueryOf(listAccountFields, {}, { freshFor: 60_000 }).data?.rows ?? [];
  return (
    <div className="grid grid-cols-2 gap-2 phone:flex phone:flex-wrap">
      {DIMENSIONS.map((dimension) => {
        const options = fields.find((field) => field.key === dimension)?.options ?? [];
        if (options.length === 0 && !values[dimension]) return null;
        return (
          <div key={dimension} className="phone:w-44">
            <Combobox
              label={t(`river.allOf.${dimension}`)}
              value={values[dimension] ?? ALL}
              onChange={(value) => onChange({ [dimension]: value === ALL ? undefined : (value ?? undefined) })}
              options={[{ value: ALL, label: t(`river.allOf.${dimension}`) }, ...options]}
            />
          </div>
        );
      })}
    </div>
  );
};
