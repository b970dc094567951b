import type { ImportKind } from '#flow/intake/contracts.ts';
import { importField } from '#flow/intake/kind-contracts.ts';

/** The fields of a file of accounts. */
export const ACCOUNT_KIND: ImportKind = {
  kind: 'account',
  label: { en: 'Accounts', 'zh-CN': '客户', es: 'Cuentas' },
  help: {
    en: 'The companies you sell to, one row each. Rows meet again by their id, or else by their name.',
    'zh-CN': '你的客户公司，每家一行。再次导入时按编号识别，没有编号则按名称。',
    es: 'Las empresas a las que vendes, una por fila. Se reconocen por su id o, si no lo hay, por su nombre.',
  },
  custom: true,
  fields: [
    importField('account_id', 'text', {
      label: { en: 'Account id', 'zh-CN': '客户编号', es: 'Id de cuenta' },
      synonyms: ['customer id', 'company id', 'client id', 'external id', 'id'],
    }),
    importField('name', 'text', {
      label: { en: 'Name', 'zh-CN': '名称', es: 'Nombre' },
      synonyms: ['account name', 'account', 'company name', 'company', 'customer', 'client', 'organisation'],
    }),
    importField('domain', 'domain', {
      label: { en: 'Domain', 'zh-CN': '域名', es: 'Dominio' },
      synonyms: ['website', 'url', 'web site', 'company domain'],
    }),
    importField('industry', 'text', {
      label: { en: 'Industry', 'zh-CN': '行业', es: 'Sector' },
      synonyms: ['sector', 'vertical', 'branch'],
    }),
    importField('country', 'country', {
      label: { en: 'Country', 'zh-CN': '国家/地区', es: 'País' },
      synonyms: ['office location', 'location', 'region', 'billing country'],
    }),
    importField('channel', 'text', {
      label: { en: 'Channel of origin', 'zh-CN': '来源渠道', es: 'Canal de origen' },
      synonyms: ['referral source', 'acquisition channel', 'lead source', 'source'],
    }),
    importField('plan', 'text', {
      label: { en: 'Plan', 'zh-CN': '套餐', es: 'Plan' },
      synonyms: ['plan tier', 'tier', 'package', 'edition'],
    }),
    importField('seats', 'integer', {
      label: { en: 'Seats', 'zh-CN': '席位', es: 'Puestos' },
      synonyms: ['licences', 'licenses', 'user count', 'seat count'],
    }),
    importField('owner', 'text', {
      label: { en: 'Owner', 'zh-CN': '负责人', es: 'Responsable' },
      synonyms: ['account owner', 'account manager', 'csm', 'customer success manager'],
    }),
    importField('parent', 'text', {
      label: { en: 'Parent account', 'zh-CN': '上级客户', es: 'Cuenta matriz' },
      synonyms: ['subsidiary of', 'parent company', 'parent id', 'belongs to'],
    }),
    importField('created_at', 'instant', {
      label: { en: 'Signed up', 'zh-CN': '注册时间', es: 'Fecha de alta' },
      synonyms: ['signup date', 'sign up date', 'created', 'created date', 'customer since'],
    }),
    importField('known_on', 'date', {
      label: { en: 'Known since', 'zh-CN': '获知日期', es: 'Sabido desde' },
      synonyms: ['changed on', 'corrected on', 'valid since'],
      help: {
        en: 'Since when what the row says of an existing account is known; today when it is missing.',
        'zh-CN': '该行对已有客户的说明是何时获知的；缺省为今天。',
        es: 'Desde cuándo se sabe lo que la fila dice de una cuenta existente; hoy si falta.',
      },
    }),
    importField('is_trial', 'boolean', {
      label: { en: 'On trial', 'zh-CN': '试用中', es: 'En prueba' },
      synonyms: ['trial', 'trial flag'],
    }),
    importField('churn_flag', 'boolean', {
      label: { en: 'Marked as churned', 'zh-CN': '标记为已流失', es: 'Marcada como baja' },
      synonyms: ['churned', 'churn', 'lost'],
    }),
    importField('employees', 'integer', {
      label: { en: 'Employees', 'zh-CN': '员工数', es: 'Empleados' },
      synonyms: ['headcount', 'number of employees', 'company size'],
    }),
    importField('revenue', 'number', {
      label: { en: 'Annual revenue', 'zh-CN': '年营收', es: 'Ingresos anuales' },
      synonyms: ['annual revenue', 'turnover', 'sales'],
    }),
    importField('year_established', 'integer', {
      label: { en: 'Founded in', 'zh-CN': '成立年份', es: 'Fundada en' },
      synonyms: ['founded', 'year founded', 'established'],
    }),
  ],
};

/** Fields that an account keeps as attributes under their own names. */
export const ATTRIBUTE_FIELDS = ['is_trial', 'churn_flag', 'employees', 'revenue', 'year_established'] as const;
