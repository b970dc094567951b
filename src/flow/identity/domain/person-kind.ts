import type { ImportField, ImportKind } from '#flow/intake/contracts.ts';
import { importField } from '#flow/intake/kind-contracts.ts';

/** The fields of a file of people. */
export const PERSON_KIND: ImportKind = {
  kind: 'person',
  label: { en: 'People', 'zh-CN': '联系人', es: 'Personas' },
  help: {
    en: 'The people at your accounts, one row each. Rows meet again by their id, user id or e-mail address.',
    'zh-CN': '客户公司里的联系人，每人一行。再次导入时按编号、用户 ID 或邮箱识别。',
    es: 'Las personas de tus cuentas, una por fila. Se reconocen por su id, su id de usuario o su correo.',
  },
  custom: true,
  fields: personFields('Person id', '联系人编号', 'Id de persona', ['contact id', 'external id', 'id']),
};

/** The fields of a file of leads: people, with how they came and what became of them. */
export const LEAD_KIND: ImportKind = {
  kind: 'lead',
  label: { en: 'Leads', 'zh-CN': '线索', es: 'Leads' },
  help: {
    en: 'People who showed interest, with the channel that they came by; an e-mail address is not needed.',
    'zh-CN': '表现出兴趣的人及其来源渠道，无需邮箱地址。',
    es: 'Personas que mostraron interés, con el canal por el que llegaron; no hace falta el correo.',
  },
  custom: true,
  fields: [
    ...personFields('Lead id', '线索编号', 'Id del lead', ['prospect id', 'contact id', 'external id', 'id']),
    importField('form', 'text', {
      label: { en: 'Form or origin', 'zh-CN': '表单或入口', es: 'Formulario u origen' },
      synonyms: ['lead origin', 'form name', 'landing page'],
    }),
    importField('converted', 'boolean', {
      label: { en: 'Converted', 'zh-CN': '已转化', es: 'Convertido' },
      synonyms: ['is converted', 'won', 'became customer'],
    }),
    importField('status', 'text', { label: { en: 'Status', 'zh-CN': '状态', es: 'Estado' }, synonyms: ['lead status'] }),
  ],
};

/** Fields that a person keeps as attributes under their own names. */
export const PERSON_ATTRIBUTES = ['country', 'converted', 'status'] as const;

function personFields(en: string, zh: string, es: string, ids: string[]): ImportField[] {
  return [
    importField('external_id', 'text', { label: { en, 'zh-CN': zh, es }, synonyms: ids }),
    importField('user_id', 'text', { label: { en: 'User id', 'zh-CN': '用户 ID', es: 'Id de usuario' }, synonyms: ['userid', 'login id'] }),
    importField('email', 'email', {
      label: { en: 'E-mail', 'zh-CN': '邮箱', es: 'Correo electrónico' },
      synonyms: ['email address', 'mail', 'work email'],
    }),
    importField('name', 'text', {
      label: { en: 'Name', 'zh-CN': '姓名', es: 'Nombre completo' },
      synonyms: ['full name', 'contact name', 'contact', 'person'],
    }),
    importField('first_name', 'text', { label: { en: 'First name', 'zh-CN': '名', es: 'Nombre' }, synonyms: ['given name', 'forename'] }),
    importField('last_name', 'text', { label: { en: 'Last name', 'zh-CN': '姓', es: 'Apellidos' }, synonyms: ['family name', 'surname'] }),
    importField('title', 'text', { label: { en: 'Job title', 'zh-CN': '职位', es: 'Cargo' }, synonyms: ['position', 'role', 'job'] }),
    importField('phone', 'text', {
      label: { en: 'Phone', 'zh-CN': '电话', es: 'Teléfono' },
      synonyms: ['phone number', 'mobile', 'telephone'],
    }),
    importField('channel', 'text', {
      label: { en: 'Channel of origin', 'zh-CN': '来源渠道', es: 'Canal de origen' },
      synonyms: ['lead source', 'source', 'utm source', 'referral source'],
    }),
    importField('account_id', 'text', {
      label: { en: 'Account id', 'zh-CN': '客户编号', es: 'Id de cuenta' },
      synonyms: ['company id', 'customer id', 'organisation id'],
    }),
    importField('account_name', 'text', {
      label: { en: 'Account name', 'zh-CN': '客户名称', es: 'Nombre de la cuenta' },
      synonyms: ['account', 'company', 'company name', 'organisation'],
    }),
    importField('country', 'country', { label: { en: 'Country', 'zh-CN': '国家/地区', es: 'País' }, synonyms: ['location'] }),
    importField('created_at', 'instant', {
      label: { en: 'Created', 'zh-CN': '创建时间', es: 'Creado' },
      synonyms: ['created date', 'signup date', 'lead date', 'date'],
    }),
  ];
}
