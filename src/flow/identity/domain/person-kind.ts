import type { FieldType, ImportField, ImportKind } from '#flow/intake/contracts.ts';
import type { Words } from '#kernel/words.ts';

/** The fields of a file of people. */
export const PERSON_KIND: ImportKind = {
  kind: 'person',
  label: { en: 'People', 'zh-CN': '联系人', es: 'Personas' },
  help: {
    en: 'The people at your accounts, one row each. Rows meet again by their id, user id or e-mail address.',
    'zh-CN': '客户公司里的联系人,每人一行。再次导入时按编号、用户 ID 或邮箱识别。',
    es: 'Las personas de sus cuentas, una por fila. Se reconocen por su id, su id de usuario o su correo.',
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
    'zh-CN': '表现出兴趣的人及其来源渠道,无需邮箱地址。',
    es: 'Personas que mostraron interés, con el canal por el que llegaron; no hace falta el correo.',
  },
  custom: true,
  fields: [
    ...personFields('Lead id', '线索编号', 'Id del lead', ['prospect id', 'contact id', 'external id', 'id']),
    field('form', 'text', words('Form or origin', '表单或入口', 'Formulario u origen'), ['lead origin', 'form name', 'landing page']),
    field('converted', 'boolean', words('Converted', '已转化', 'Convertido'), ['is converted', 'won', 'became customer']),
    field('status', 'text', words('Status', '状态', 'Estado'), ['lead status']),
  ],
};

/** Fields that a person keeps as attributes under their own names. */
export const PERSON_ATTRIBUTES = ['country', 'converted', 'status'] as const;

function personFields(en: string, zh: string, es: string, ids: string[]): ImportField[] {
  return [
    field('external_id', 'text', words(en, zh, es), ids),
    field('user_id', 'text', words('User id', '用户 ID', 'Id de usuario'), ['userid', 'login id']),
    field('email', 'email', words('E-mail', '邮箱', 'Correo electrónico'), ['email address', 'mail', 'work email']),
    field('name', 'text', words('Name', '姓名', 'Nombre completo'), ['full name', 'contact name', 'contact', 'person']),
    field('first_name', 'text', words('First name', '名', 'Nombre'), ['given name', 'forename']),
    field('last_name', 'text', words('Last name', '姓', 'Apellidos'), ['family name', 'surname']),
    field('title', 'text', words('Job title', '职位', 'Cargo'), ['position', 'role', 'job']),
    field('phone', 'text', words('Phone', '电话', 'Teléfono'), ['phone number', 'mobile', 'telephone']),
    field('channel', 'text', words('Channel of origin', '来源渠道', 'Canal de origen'), [
      'lead source',
      'source',
      'utm source',
      'referral source',
    ]),
    field('account_id', 'text', words('Account id', '客户编号', 'Id de cuenta'), ['company id', 'customer id', 'organisation id']),
    field('account_name', 'text', words('Account name', '客户名称', 'Nombre de la cuenta'), [
      'account',
      'company',
      'company name',
      'organisation',
    ]),
    field('country', 'country', words('Country', '国家/地区', 'País'), ['location']),
    field('created_at', 'instant', words('Created', '创建时间', 'Creado'), ['created date', 'signup date', 'lead date', 'date']),
  ];
}

function field(key: string, type: FieldType, label: Words, synonyms: string[]): ImportField {
  return { key, type, label, required: false, synonyms };
}

function words(en: string, zh: string, es: string): Words {
  return { en, 'zh-CN': zh, es };
}
