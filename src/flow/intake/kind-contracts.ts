import type { Words } from '#kernel/words.ts';
import type { FieldType, ImportField } from './contracts.ts';

/** What else is said of a field; it may be left empty unless it is required. */
export interface FieldWords extends Pick<ImportField, 'synonyms' | 'help' | 'options'> {
  readonly label: Words;
  readonly required?: boolean;
}

/** A field of a kind of file, by which heads of columns it is recognised. */
export const importField = (key: string, type: FieldType, { required = false, ...words }: FieldWords): ImportField => ({
  key,
  type,
  required,
  ...words,
});

/** Whose a record is, by the id that its system knows the account by. */
export const ACCOUNT_ID_FIELD = importField('account_id', 'text', {
  label: { en: 'Account id', 'zh-CN': '客户编号', es: 'Id de cuenta' },
  synonyms: ['customer id', 'company id', 'client id'],
});

/** Whose a record is, by the name of the account. */
export const ACCOUNT_NAME_FIELD = importField('account_name', 'text', {
  label: { en: 'Account name', 'zh-CN': '客户名称', es: 'Nombre de la cuenta' },
  synonyms: ['account', 'customer', 'company', 'client'],
});
