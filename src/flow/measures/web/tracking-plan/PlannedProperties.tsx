import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Percent } from '#web/ui/Percent.tsx';
import { Select } from '#web/ui/Select.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Table } from '#web/ui/Table.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { PlannedProperty, PropertyType, type SeenProperty } from '../../plan-contracts.ts';
import { planText } from './text/text.ts';

export interface PlannedPropertiesProps {
  readonly seen: readonly SeenProperty[];
  readonly planned: readonly PlannedProperty[];
  /** Left out when the reader may not change the plan. */
  readonly onChange?: ((planned: PlannedProperty[]) => void) | undefined;
}

interface Row {
  readonly name: string;
  readonly seen: SeenProperty | undefined;
  readonly planned: PlannedProperty | undefined;
}

/** What an event carries beside what it should carry, property by property. */
export const PlannedProperties = ({ seen, planned, onChange }: PlannedPropertiesProps) => {
  const t = useText(planText);
  const names = [...new Set([...seen.map(({ name }) => name), ...planned.map(({ name }) => name)])];
  const rows = names.map(
    (name): Row => ({ name, seen: seen.find((one) => one.name === name), planned: planned.find((one) => one.name === name) }),
  );
  const change = (name: string, part: Partial<PlannedProperty> | null) => {
    const others = planned.filter((one) => one.name !== name);
    const before = planned.find((one) => one.name === name) ?? PlannedProperty.parse({ name });
    onChange?.(part === null ? others : [...others, { ...before, ...part }].sort((a, b) => (a.name < b.name ? -1 : 1)));
  };
  return (
    <div className="flex flex-col gap-3">
      {rows.length === 0 ? (
        <p className="text-13 text-muted">{t('one.noProperties')}</p>
      ) : (
        <Rows rows={rows} onChange={onChange && change} />
      )}
      {onChange && <AddProperty names={names} onAdd={(name) => change(name, {})} />}
    </div>
  );
};

type Change = (name: string, part: Partial<PlannedProperty> | null) => void;

const Rows = ({ rows, onChange }: { readonly rows: readonly Row[]; readonly onChange: Change | undefined }) => {
  const t = useText(planText);
  return (
    <Table
      caption={t('one.properties')}
      rows={rows}
      rowId={(row) => row.name}
      columns={[
        {
          key: 'name',
          label: t('one.property'),
          render: ({ name, seen }) => (
            <span className="flex flex-wrap items-center gap-2 font-medium">
              {name}
              {seen?.personal && (
                <StatusPill tone="bad" look="bare">
                  {t(`personal.${seen.personal}`)}
                </StatusPill>
              )}
            </span>
          ),
        },
        { key: 'share', label: t('one.share'), align: 'end', render: ({ seen }) => <Percent ratio={seen?.share ?? 0} className="num" /> },
        {
          key: 'seen',
          label: t('one.seenAs'),
          render: ({ seen }) => <span className="whitespace-nowrap">{seen && seen.share > 0 ? t(`type.${seen.type}`) : ''}</span>,
        },
        {
          key: 'examples',
          label: t('one.examples'),
          render: ({ seen }) => <span className="block max-w-36 truncate text-muted">{seen?.examples.slice(0, 4).join(', ')}</span>,
        },
        { key: 'planned', label: t('one.plannedAs'), render: (row) => <PlannedType row={row} onChange={onChange} /> },
        { key: 'shown', label: t('one.displayName'), render: (row) => <DisplayName row={row} onChange={onChange} /> },
        { key: 'marks', label: t('one.required'), quietLabel: true, render: (row) => <Marks row={row} onChange={onChange} /> },
      ]}
    />
  );
};

const PlannedType = ({ row: { name, planned }, onChange }: { readonly row: Row; readonly onChange: Change | undefined }) => {
  const t = useText(planText);
  return (
    <Select
      label={`${name}: ${t('one.plannedAs')}`}
      look="quiet"
      disabled={onChange === undefined}
      value={planned?.type ?? 'none'}
      onChange={(type) => onChange?.(name, type === 'none' ? null : { type })}
      options={[
        { value: 'none' as const, label: t('one.notPlanned') },
        ...PropertyType.options.map((value) => ({ value, label: t(`type.${value}`) })),
      ]}
    />
  );
};

const DisplayName = ({ row: { name, planned }, onChange }: { readonly row: Row; readonly onChange: Change | undefined }) => {
  const t = useText(planText);
  if (!planned) return null;
  if (onChange === undefined) return planned.displayName;
  return (
    <TextField
      value={planned.displayName}
      onChange={(displayName) => onChange(name, { displayName })}
      aria-label={`${name}: ${t('one.displayName')}`}
      placeholder={name}
      className="min-w-32"
    />
  );
};

const Marks = ({ row: { name, planned }, onChange }: { readonly row: Row; readonly onChange: Change | undefined }) => {
  const t = useText(planText);
  if (!planned) return null;
  const off = onChange === undefined;
  return (
    <span className="flex flex-col gap-y-1 py-1 whitespace-nowrap">
      <Checkbox
        checked={planned.required}
        disabled={off}
        onChange={(required) => onChange?.(name, { required })}
        label={t('one.required')}
      />
      <Checkbox
        checked={planned.personal}
        disabled={off}
        onChange={(personal) => onChange?.(name, { personal })}
        label={t('one.isPersonal')}
      />
    </span>
  );
};

const AddProperty = ({ names, onAdd }: { readonly names: readonly string[]; readonly onAdd: (name: string) => void }) => {
  const t = useText(planText);
  const [name, setName] = useState('');
  const wanted = name.trim();
  return (
    <div className="flex max-w-100 items-center gap-2">
      <TextField value={name} onChange={setName} aria-label={t('one.addProperty')} placeholder={t('one.addProperty')} autoComplete="off" />
      <Button
        disabled={wanted === '' || names.includes(wanted)}
        onClick={() => {
          onAdd(wanted);
          setName('');
        }}
      >
        {t('one.add')}
      </Button>
    </div>
  );
};
