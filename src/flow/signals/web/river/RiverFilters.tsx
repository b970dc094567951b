import ListFilter from 'lucide-react/icons/list-filter';
import { listSegments } from '#flow/measures/segment-contracts.ts';
import { DIMENSIONS } from '#kernel/measure.ts';
import { formatCountry } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { Popover } from '#web/ui/Popover.tsx';
import { useNarrowerThan } from '#web/ui/use-media.ts';
import { listAccountFields } from '../../contracts.ts';
import { riverText } from '../text/text.ts';

/** What the river can be narrowed by. */
export const RIVER_FILTERS = [...DIMENSIONS, 'segment'] as const;
export type RiverFilter = (typeof RIVER_FILTERS)[number];

export interface RiverFiltersProps {
  readonly values: Partial<Record<RiverFilter, string>>;
  readonly onChange: (change: Partial<Record<RiverFilter, string | undefined>>) => void;
}

const ALL = '';

/** Which part of the customers: one channel, industry, country, plan, owner or segment. On a phone behind one button, so that the river is seen first. */
export const RiverFilters = (props: RiverFiltersProps) => {
  const t = useText(riverText);
  const phone = useNarrowerThan(640);
  if (!phone)
    return (
      <div className="flex flex-wrap gap-2">
        <FilterBoxes {...props} />
      </div>
    );
  const set = RIVER_FILTERS.filter((filter) => props.values[filter]).length;
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
  const reader = useReader();
  const fields = useQueryOf(listAccountFields, {}, { freshFor: 60_000 }).data?.rows ?? [];
  const segments = useQueryOf(listSegments, {}, { freshFor: 60_000 }).data?.rows ?? [];
  const optionsOf = (filter: RiverFilter) =>
    filter === 'segment'
      ? segments.filter(({ unit }) => unit === 'account').map(({ id, name }) => ({ value: id, label: name }))
      : (fields.find((field) => field.key === filter)?.options ?? []).map(({ value, label }) => ({
          value,
          label: filter === 'country' ? formatCountry(reader, label) : label,
        }));
  return RIVER_FILTERS.map((filter) => {
    const options = optionsOf(filter);
    if (options.length === 0 && !values[filter]) return null;
    return (
      <div key={filter} className="min-w-0 phone:max-w-56 phone:flex-1 phone:basis-44">
        <Combobox
          label={t(`river.allOf.${filter}`)}
          value={values[filter] ?? ALL}
          onChange={(value) => onChange({ [filter]: value === ALL ? undefined : (value ?? undefined) })}
          options={[{ value: ALL, label: t(`river.allOf.${filter}`) }, ...options]}
        />
      </div>
    );
  });
};
