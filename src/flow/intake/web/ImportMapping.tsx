import { useMay } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Select } from '#web/ui/Select.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Table } from '#web/ui/Table.tsx';
import { useNarrowerThan } from '#web/ui/use-media.ts';
import { type ColumnMapping, getImport, type Import, type ImportKind, updateImport } from '../contracts.ts';
import { isReady, missingFields, sureness } from './import-state.ts';
import { intakeText } from './text/text.ts';

const NOWHERE = '-';
const TONES = { sure: 'good', likely: 'accent', guess: 'warn' } as const;

/** Where each column goes: to a field, to a field of its own, or nowhere. */
export const ImportMapping = ({ one, kind }: { readonly one: Import; readonly kind: ImportKind }) => {
  const t = useText(intakeText);
  const language = currentLanguage();
  const missing = missingFields(kind, one.mapping);
  const phone = useNarrowerThan(640);
  const samples = (row: ColumnMapping) => <span className="block max-w-72 truncate text-muted">{row.sample.slice(0, 3).join(' · ')}</span>;
  const sureOf = (row: ColumnMapping) =>
    row.target === null ? null : (
      <StatusPill look="bare" tone={TONES[sureness(row.confidence)]}>
        {t(`one.${sureness(row.confidence)}`)}
      </StatusPill>
    );
  const plainName = {
    key: 'column',
    label: t('one.column'),
    render: (row: ColumnMapping) => <span className="font-medium">{row.column}</span>,
  };
  const sample = { key: 'sample', label: t('one.sample'), render: samples };
  const becomes = { key: 'target', label: t('one.target'), render: (row: ColumnMapping) => <Target one={one} kind={kind} column={row} /> };
  const sure = { key: 'sure', label: t('one.sureness'), render: sureOf };
  const named = {
    ...plainName,
    render: (row: ColumnMapping) => (
      <span className="block max-w-36 py-1.5">
        <span className="block font-medium break-words">{row.column}</span>
        <span className="text-12">{samples(row)}</span>
        {sureOf(row)}
      </span>
    ),
  };
  return (
    <Section title={t('one.mapping')} count={one.mapping.length}>
      {missing.length > 0 && (
        <p className="mb-2 text-13 text-bad">{t('one.missing', { fields: missing.map((field) => field.label[language]).join(', ') })}</p>
      )}
      <Table
        caption={t('one.mapping')}
        rows={one.mapping}
        rowId={(row) => String(row.index)}
        columns={phone ? [named, becomes] : [plainName, sample, becomes, sure]}
      />
    </Section>
  );
};

const Target = ({ one, kind, column }: { readonly one: Import; readonly kind: ImportKind; readonly column: ColumnMapping }) => {
  const t = useText(intakeText);
  const language = currentLanguage();
  const mayImport = useMay('import.run');
  const update = useMutationOf(updateImport, { refresh: [getImport] });
  const own = column.target?.startsWith('custom:') ? column.target : `custom:${column.column}`;
  const options = [
    { value: NOWHERE, label: t('one.leaveOut') },
    ...kind.fields.map((field) => ({
      value: field.key,
      label: field.label[language],
      ...(field.required ? { hint: t('one.required') } : {}),
    })),
    ...(kind.custom ? [{ value: own, label: t('one.custom') }] : []),
  ];
  return (
    <Select
      label={`${column.column}: ${t('one.target')}`}
      className="min-w-40"
      value={column.target ?? NOWHERE}
      disabled={!mayImport || !isReady(one.status)}
      onChange={(value) =>
        update.mutate({ params: { id: one.id }, body: { mapping: [{ index: column.index, target: value === NOWHERE ? null : value }] } })
      }
      options={options}
    />
  );
};
