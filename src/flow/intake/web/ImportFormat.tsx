import type { ReactNode } from 'react';
import { currencyOptions, zoneOptions } from '#web/access/options.ts';
import { useMay } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Combobox } from '#web/ui/Combobox.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Select } from '#web/ui/Select.tsx';
import { type FileFormat, getImport, type Import, type ImportKind, listImports, updateImport } from '../contracts.ts';
import { isReady } from './import-state.ts';
import { intakeText } from './text/text.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How the file is read: recognised, shown, and open to correction. */
export const ImportFormat = ({ one, kinds }: { readonly one: Import; readonly kinds: readonly ImportKind[] }) => {
  const t = useText(intakeText);
  const language = currentLanguage();
  const update = useMutationOf(updateImport, { refresh: [getImport, listImports] });
  const set = (format: Partial<FileFormat>) => update.mutate({ params: { id: one.id }, body: { format } });
  const mayImport = useMay('import.run');
  const disabled = !mayImport || !isReady(one.status) || update.isPending;
  const { format } = one;
  const choices = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <Section title={t('one.recognised')}>
      <div className="grid gap-4 phone:grid-cols-2 desk:grid-cols-4">
        <Field label={t('one.holds')}>
          <Select
            value={one.kind}
            placeholder={t('one.chooseKind')}
            disabled={disabled}
            onChange={(kind) => update.mutate({ params: { id: one.id }, body: { kind } })}
            options={kinds.map((kind) => ({ value: kind.kind, label: kind.label[language], hint: kind.help[language] }))}
          />
        </Field>
        <Field label={t('one.dates')} {...(format.dateOrderSure ? {} : { error: t('one.datesUnsure') })}>
          <Select
            value={format.dateOrder}
            disabled={disabled}
            onChange={(dateOrder) => set({ dateOrder, dateOrderSure: true })}
            options={choices(['iso', 'day-first', 'month-first'] as const, (value) => t(`one.dateOrder.${value}`))}
          />
        </Field>
        <Field label={t('one.decimal')}>
          <Select
            value={format.decimal}
            disabled={disabled}
            onChange={(decimal) => set({ decimal })}
            options={choices(['point', 'comma'] as const, (value) => t(`one.decimals.${value}`))}
          />
        </Field>
        <Field label={t('one.currency')}>
          <Combobox
            label={t('one.currency')}
            value={format.currency}
            disabled={disabled}
            onChange={(currency) => currency && set({ currency })}
            options={currencyOptions(language)}
          />
        </Field>
        <Field label={t('one.zone')}>
          <Combobox
            label={t('one.zone')}
            value={format.timeZone}
            disabled={disabled}
            onChange={(timeZone) => timeZone && set({ timeZone })}
            options={zoneOptions()}
          />
        </Field>
        {format.fileKind === 'csv' && (
          <Field label={t('one.delimiter')}>
            <Select
              value={format.delimiter}
              disabled={disabled}
              onChange={(delimiter) => set({ delimiter })}
              options={[...new Set<string>([...DELIMITERS, format.delimiter])].map((value) => ({
                value,
                label: (DELIMITERS as readonly string[]).includes(value)
                  ? t(`one.delimiters.${value as (typeof DELIMITERS)[number]}`)
                  : value,
              }))}
            />
          </Field>
        )}
        <Field label={format.fileKind === 'xlsx' ? t('one.sheet') : t('one.encoding')}>
          <span className="flex h-8 items-center text-13">{format.fileKind === 'xlsx' ? format.sheet : format.encoding}</span>
        </Field>
      </div>
      {format.moveDays !== 0 && <p className="mt-3 text-13 text-muted">{t('one.moved', { days: format.moveDays })}</p>}
      {update.error ? <ErrorState error={update.error} /> : null}
    </Section>
  );
};

const Field = ({ label, error, children }: { readonly label: string; readonly error?: string; readonly children: ReactNode }) => (
  <FormField label={label} {...(error ? { error } : {})}>
    {children}
  </FormField>
);
