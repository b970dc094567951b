import { describe, expect, it } from 'vitest';
import type { FieldInfo } from '#kernel/page.ts';
import { fieldDefinitionsOf } from './field-infos.ts';
import { sayValue } from './words.ts';

const COUNTRY: FieldInfo = {
  ...{ key: 'country', type: 'choice', group: 'record' },
  label: { en: 'Country', 'zh-CN': '国家/地区', es: 'País' },
  options: [
    { value: 'DE', label: 'DE' },
    { value: 'Wakanda', label: 'Wakanda' },
  ],
} as FieldInfo;

const speaker = (fields: readonly FieldInfo[]) => ({
  fields: fieldDefinitionsOf(fields, { language: 'es', currency: 'EUR' }),
  reader: { locale: 'es', timeZone: 'UTC' },
  t: ((key: string) => (key === 'filter.or' ? 'o' : key)) as never,
});

describe('countries in filters', () => {
  it('are offered and said by their names in the reader’s language; other texts stay', () => {
    const [field] = speaker([COUNTRY]).fields;
    expect(field?.options?.map(({ label }) => label)).toEqual(['Alemania', 'Wakanda']);
    const test = { field: 'country', op: 'in', value: ['DE', 'Wakanda'] } as const;
    expect(sayValue({ ...test, value: [...test.value] }, speaker([COUNTRY]))).toBe('Alemania o Wakanda');
  });

  it('are said by name where no values are known, of whatever they are, and codes of other fields are not', () => {
    const said = (field: string) => sayValue({ field, op: 'is', value: 'DE' }, speaker([]));
    expect(['account.country', 'lead.country', 'person.x.country', 'plan', 'x.country_code'].map(said)).toEqual([
      ...['Alemania', 'Alemania', 'Alemania', 'DE', 'DE'],
    ]);
  });
});
