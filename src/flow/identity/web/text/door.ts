import { defineMessages } from '#web/i18n/catalogue.ts';

/** The words of the sidebar and of window titles. */
export const identityText = defineMessages('identity', {
  en: { accounts: 'Accounts', people: 'People', person: 'Person', merges: 'Duplicates', findDuplicates: 'Find duplicates' },
  'zh-CN': { accounts: '客户', people: '联系人', person: '联系人', merges: '重复记录', findDuplicates: '查找重复记录' },
  es: { accounts: 'Cuentas', people: 'Personas', person: 'Persona', merges: 'Duplicados', findDuplicates: 'Buscar duplicados' },
});
