import ListFilter from 'lucide-react/icons/list-filter';
import { DIMENSIONS, type Dimension } from '#kernel/measure.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { Popover } from '#web/ui/Popover.tsx';
import { useNarrowerThan } from '#web/ui/use-media.ts';
import { listAccountFields } from '../../contracts.ts';
import { riverText } from '../text/text.ts';

export interface RiverFiltersProps {
  readonly values: Partial<Record<Dimension, string>>;
  readonly onChange: (change: Partial<Record<Dimension, string | undefined>>) => void;
}

const ALL = '';

/** Which part of the customers: one channel, industry, country, plan or owner. On a phone behind one button, so that the river is seen first. */
export const RiverFilters = (props: RiverFiltersProps) => {
  const t = useText(riverText);
  const phone = useNarrowerThan(640);
  if (!phone)
    return (
      <div className="flex flex-wrap gap-2">
        <FilterBoxes {...props} />
      </div>
    );
  const set = DIMENSIONS.filter((dimension) => props.values[dimension]).length;
  return (
    <Popover
      label={t('river.filters')}
      trigger={
        <Button icon={ListFilter} className="self-start">
          {t('river.filters')}
          {set > 0 && ` · ${set}`}
        </Button>
      }
    >
      <div className="flex w-64 flex-col gap-2">
        <FilterBoxes {...props} />
      </div>
    </Popover>
  );
};

const FilterBoxes = ({ values, onChange }: RiverFiltersProps) => {
  const t = useText(riverText);
  const fields = useQueryOf(listAccountFields, {}, { freshFor: 60_000 }).data?.rows ?? [];
  return DIMENSIONS.map((dimension) => {
    const options = fields.find((field) => field.key === dimension)?.options ?? [];
    if (options.length === 0 && !values[dimension]) return null;
    return (
      <div key={dimension} className="phone:w-48">
        <Combobox
          label={t(`river.allOf.${dimension}`)}
          value={values[dimension] ?? ALL}
          onChange={(value) => onChange({ [dimension]: value === ALL ? undefined : (value ?? undefined) })}
          options={[{ value: ALL, label: t(`river.allOf.${dimension}`) }, ...options]}
        />
      </div>
    );
  });
};
