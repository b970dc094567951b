import type { FieldType, ImportField, ImportKind } from '#flow/intake/contracts.ts';
import type { Words } from '#kernel/words.ts';

/** The fields of a file of accounts. */
export const ACCOUNT_KIND: ImportKind = {
  kind: 'account',
  label: { en: 'Accounts', 'zh-CN': '客户', es: 'Cuentas' },
  help: {
    en: 'The companies you sell to, one row each. Rows meet again by their id, or else by their name.',
    'zh-CN': '您的客户公司,每家一行。再次导入时按编号识别,没有编号则按名称。',
    es: 'Las empresas a las que vende, una por fila. Se reconocen por su id o, si no lo hay, por su nombre.',
  },
  custom: true,
  fields: [
    field('account_id', 'text', words('Account id', '客户编号', 'Id de cuenta'), [
      'customer id',
      'company id',
      'client id',
      'external id',
      'id',
    ]),
    field('name', 'text', words('Name', '名称', 'Nombre'), [
      'account name',
      'account',
      'company name',
      'company',
      'customer',
      'client',
      'organisation',
    ]),
    field('domain', 'domain', words('Domain', '域名', 'Dominio'), ['website', 'url', 'web site', 'company domain']),
    field('industry', 'text', words('Industry', '行业', 'Sector'), ['sector', 'vertical', 'branch']),
    field('country', 'country', words('Country', '国家/地区', 'País'), ['office location', 'location', 'region', 'billing country']),
    field('channel', 'text', words('Channel of origin', '来源渠道', 'Canal de origen'), [
      'referral source',
      'acquisition channel',
      'lead source',
      'source',
    ]),
    field('plan', 'text', words('Plan', '套餐', 'Plan'), ['plan tier', 'tier', 'package', 'edition']),
    field('seats', 'integer', words('Seats', '席位', 'Puestos'), ['licences', 'licenses', 'user count', 'seat count']),
    field('owner', 'text', words('Owner', '负责人', 'Responsable'), [
      'account owner',
      'account manager',
      'csm',
      'customer success manager',
    ]),
    field('parent', 'text', words('Parent account', '上级客户', 'Cuenta matriz'), [
      'subsidiary of',
      'parent company',
      'parent id',
      'belongs to',
    ]),
    field('created_at', 'instant', words('Signed up', '注册时间', 'Fecha de alta'), [
      'signup date',
      'sign up date',
      'created',
      'created date',
      'customer since',
    ]),
    {
      ...field('known_on', 'date', words('Known since', '获知日期', 'Sabido desde'), ['changed on', 'corrected on', 'valid since']),
      help: words(
        'Since when what the row says of an existing account is known; today when it is missing.',
        '该行对已有客户的说明是何时获知的；缺省为今天。',
        'Desde cuándo se sabe lo que la fila dice de una cuenta existente; hoy si falta.',
      ),
    },
    field('is_trial', 'boolean', words('On trial', '试用中', 'En prueba'), ['trial', 'trial flag']),
    field('churn_flag', 'boolean', words('Marked as churned', '标记为已流失', 'Marcada como baja'), ['churned', 'churn', 'lost']),
    field('employees', 'integer', words('Employees', '员工数', 'Empleados'), ['headcount', 'number of employees', 'company size']),
    field('revenue', 'number', words('Annual revenue', '年营收', 'Ingresos anuales'), ['annual revenue', 'turnover', 'sales']),
    field('year_established', 'integer', words('Founded in', '成立年份', 'Fundada en'), ['founded', 'year founded', 'established']),
  ],
};

/** Fields that an account keeps as attributes under their own names. */
export const ATTRIBUTE_FIELDS = ['is_trial', 'churn_flag', 'employees', 'revenue', 'year_established'] as const;

function field(key: string, type: FieldType, label: Words, synonyms: string[]): ImportField {
  return { key, type, label, required: false, synonyms };
}

function words(en: string, zh: string, es: string): Words {
  return { en, 'zh-CN': zh, es };
}
