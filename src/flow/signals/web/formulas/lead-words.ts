import type { Condition } from '#kernel/condition.ts';
import type { FieldInfo } from '#kernel/page.ts';
import { currentLanguage, type Text, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { useQueryOf } from '#web/queries.ts';
import type { FieldDefinition, FieldType } from '#web/ui/filter/fields.ts';
import { isRecordedField } from '#web/ui/filter/recorded-fields.ts';
import { sayCondition } from '#web/ui/filter/words.ts';
import { listAccountFields } from '../../contracts.ts';
import type { en } from './text/en.ts';
import { formulaText } from './text/text.ts';

type Value = keyof typeof en.value;

const SENIORITIES: readonly Value[] = ['executive', 'director', 'manager', 'staff', 'student'];
const EMAIL_KINDS: readonly Value[] = ['business', 'free', 'disposable'];

/** The values that the product itself reads from titles and addresses; `value.…` of the texts are their words. */
export const OWN_VALUES: readonly Value[] = [...SENIORITIES, ...EMAIL_KINDS];

interface DerivedField {
  readonly key: keyof typeof en.field;
  readonly type: FieldType;
  readonly values?: readonly Value[];
}

const DERIVED: readonly DerivedField[] = [
  { key: 'seniority', type: 'choice', values: SENIORITIES },
  { key: 'email_kind', type: 'choice', values: EMAIL_KINDS },
  { key: 'company_size', type: 'number' },
  { key: 'country', type: 'text' },
  { key: 'visits', type: 'number' },
  { key: 'minutes_on_site', type: 'number' },
  { key: 'referred', type: 'boolean' },
  { key: 'do_not_contact', type: 'boolean' },
];

/** The fields by which a fit rule can ask what a lead is: those that are read from it, and what is recorded of its account. */
export const useLeadFields = (): readonly FieldDefinition[] => {
  const t = useText(formulaText);
  const recorded = useQueryOf(listAccountFields, {}, { freshFor: 300_000 }).data?.rows ?? [];
  return [...derivedFields(t), ...recorded.filter(isRecordedField).map(accountField(t))];
};

/** Says the condition of a lead rule in the reader's words. */
export const useSayLead = (): ((condition: Condition) => string) => {
  const t = useText(formulaText);
  const fields = [...useLeadFields(), { key: 'path', label: t('field.path'), type: 'text' } as const];
  const [words, reader] = [useText(uiText), useReader()];
  return (condition) => sayCondition(condition, { fields, reader, t: words });
};

const derivedFields = (t: Text<typeof en>): readonly FieldDefinition[] =>
  DERIVED.map(({ key, type, values }) => ({
    key: `lead.${key}`,
    label: t(`field.${key}`),
    type,
    group: t('field.ofLead'),
    ...(values ? { options: values.map((value) => ({ value, label: t(`value.${value}`) })) } : {}),
  }));

const TYPES: Readonly<Partial<Record<FieldInfo['type'], FieldType>>> = { number: 'number', boolean: 'boolean', date: 'date' };

// A recorded attribute of one's own is listed as x.<name> and lies in the record under its name.
const accountField =
  (t: Text<typeof en>) =>
  ({ key, label, type }: FieldInfo): FieldDefinition => ({
    key: `account.${key.replace(/^x\./, '')}`,
    label: key === 'industry' ? t('field.industry') : label[currentLanguage()],
    type: TYPES[type] ?? 'text',
    group: t('field.ofAccount'),
  });
