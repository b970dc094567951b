import type { FieldInfo } from '#kernel/page.ts';
import type { Language } from '#kernel/words.ts';
import { formatCountry, isCountryField } from '#web/i18n/format.ts';
import type { FieldDefinition, FieldType } from './fields.ts';

export interface FieldContext {
  readonly language: Language;
  /** ISO 4217, for fields of money. */
  readonly currency: string;
  /** The values of fields that name a user, a stage or something else that the API does not list with the field. */
  readonly choices?: Readonly<Record<string, FieldDefinition['options']>>;
}

const TYPES: Readonly<Record<FieldInfo['type'], FieldType>> = {
  text: 'text',
  number: 'number',
  money: 'money',
  percent: 'percent',
  date: 'date',
  instant: 'date',
  boolean: 'boolean',
  choice: 'choice',
  person: 'text',
  account: 'text',
  user: 'choice',
};

/** The fields of a record, as the API tells them, for the filter bar. */
export const fieldDefinitionsOf = (
  infos: readonly FieldInfo[],
  { language, currency, choices = {} }: FieldContext,
): readonly FieldDefinition[] =>
  infos.map((info) => {
    const options = choices[info.key] ?? (isCountryField(info.key) ? namedCountries(info.options, language) : info.options);
    return {
      key: info.key,
      label: info.label[language],
      // A choice without known values can still be typed.
      type: info.group === 'segment' ? 'membership' : options ? 'choice' : TYPES[info.type] === 'choice' ? 'text' : TYPES[info.type],
      ...(options ? { options } : {}),
      ...(info.type === 'money' ? { currency } : {}),
    };
  });

const namedCountries = (options: FieldInfo['options'], locale: Language): FieldInfo['options'] =>
  options?.map((option) => ({ ...option, label: formatCountry({ locale }, option.label) }));
