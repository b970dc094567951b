import type { FieldInfo } from '#kernel/page.ts';
import { HealthBand, LEAD_GRADES } from '#kernel/signal.ts';
import { LIFE_STAGE_WORDS, LIFE_STAGES } from '#kernel/stage-of-life.ts';
import type { Words } from '#kernel/words.ts';

/** How values of a field compare: texts by letters, numbers and instants (UTC ms) as numbers, dates as 'YYYY-MM-DD'; `custom` as the value that it holds. */
export type FieldKind = 'text' | 'number' | 'instant' | 'date' | 'custom';

/** A field by which accounts or people are filtered, sorted and shown. */
export interface ListField {
  readonly key: string;
  readonly type: FieldInfo['type'];
  readonly group: FieldInfo['group'];
  readonly words: Words;
  /** Values whose words are fixed; others are read from the records. */
  readonly options?: readonly { readonly value: string; readonly words: Words }[];
  /** Are its values worth listing? Then those present are. */
  readonly listed?: boolean;
}

/** What custom attributes are called in conditions: `x.<key>`. */
export const CUSTOM = 'x.';

const KINDS: Readonly<Record<FieldInfo['type'], FieldKind>> = {
  text: 'text',
  number: 'number',
  money: 'number',
  percent: 'number',
  date: 'date',
  instant: 'instant',
  boolean: 'text',
  choice: 'text',
  person: 'text',
  account: 'text',
  user: 'text',
};

/** How do values of this field compare? */
export const kindOf = (field: Pick<ListField, 'group' | 'type'>): FieldKind => (field.group === 'custom' ? 'custom' : KINDS[field.type]);

const w = (en: string, zh: string, es: string): Words => ({ en, 'zh-CN': zh, es });
const same = (text: string): Words => w(text, text, text);

const BAND_WORDS: Readonly<Record<HealthBand, Words>> = {
  good: w('Good', '良好', 'Buena'),
  watch: w('Watch', '关注', 'Vigilar'),
  bad: w('At risk', '有风险', 'En riesgo'),
  unknown: w('Not enough data', '数据不足', 'Faltan datos'),
};

const LEAD_GRADE_FIELD: ListField = {
  ...{ key: 'lead_grade', type: 'choice', group: 'signal' },
  words: w('Lead grade', '线索等级', 'Categoría'),
  options: LEAD_GRADES.map((value) => ({ value, words: same(value) })),
};
const LEAD_SCORE_FIELD: ListField = {
  ...{ key: 'lead_score', type: 'number', group: 'signal' },
  words: w('Lead score', '线索得分', 'Puntuación'),
};

/** The fields of accounts that everyone has; custom attributes come beside them. */
export const ACCOUNT_FIELDS: readonly ListField[] = [
  { key: 'name', type: 'text', group: 'record', words: w('Name', '名称', 'Nombre') },
  { key: 'domain', type: 'text', group: 'record', words: w('Domain', '域名', 'Dominio') },
  { key: 'industry', type: 'choice', group: 'record', words: w('Industry', '行业', 'Sector'), listed: true },
  { key: 'country', type: 'choice', group: 'record', words: w('Country', '国家/地区', 'País'), listed: true },
  { key: 'channel', type: 'choice', group: 'record', words: w('Channel', '来源渠道', 'Canal'), listed: true },
  { key: 'plan', type: 'choice', group: 'record', words: w('Plan', '套餐', 'Plan'), listed: true },
  { key: 'seats', type: 'number', group: 'record', words: w('Seats', '席位数', 'Licencias') },
  { key: 'owner', type: 'user', group: 'record', words: w('Owner', '负责人', 'Responsable') },
  { key: 'created_at', type: 'instant', group: 'record', words: w('Created', '创建时间', 'Creada') },
  {
    ...{ key: 'stage', type: 'choice', group: 'lifecycle', words: w('Stage', '阶段', 'Etapa') },
    options: LIFE_STAGES.map((value) => ({ value, words: LIFE_STAGE_WORDS[value] })),
  },
  { key: 'stage_since', type: 'instant', group: 'lifecycle', words: w('In stage since', '进入阶段时间', 'En la etapa desde') },
  { key: 'mrr', type: 'money', group: 'revenue', words: same('MRR') },
  { key: 'mrr_peak', type: 'money', group: 'revenue', words: w('Highest MRR', '历史最高 MRR', 'MRR máximo') },
  { key: 'customer_since', type: 'date', group: 'revenue', words: w('Customer since', '成为客户日期', 'Cliente desde') },
  { key: 'renews_on', type: 'date', group: 'revenue', words: w('Renews on', '续费日期', 'Se renueva el') },
  { key: 'health', type: 'number', group: 'signal', words: w('Health score', '健康度得分', 'Puntuación de salud') },
  {
    ...{ key: 'health_band', type: 'choice', group: 'signal', words: w('Health', '健康度', 'Salud') },
    options: HealthBand.options.map((value) => ({ value, words: BAND_WORDS[value] })),
  },
  {
    key: 'health_change',
    type: 'number',
    group: 'signal',
    words: w('Health change (28 days)', '健康度变化（28 天）', 'Cambio de salud (28 días)'),
  },
  LEAD_SCORE_FIELD,
  LEAD_GRADE_FIELD,
  { key: 'last_active_at', type: 'instant', group: 'usage', words: w('Last active', '最近活跃', 'Última actividad') },
  { key: 'active_days_28', type: 'number', group: 'usage', words: w('Active days (28)', '活跃天数（28 天）', 'Días activos (28)') },
  {
    key: 'active_people_28',
    type: 'number',
    group: 'usage',
    words: w('Active people (28 days)', '活跃人数（28 天）', 'Personas activas (28 días)'),
  },
  { key: 'open_tickets', type: 'number', group: 'support', words: w('Open tickets', '未关闭工单', 'Tickets abiertos') },
];

/** The fields of people that everyone has; custom attributes come beside them. */
export const PERSON_FIELDS: readonly ListField[] = [
  { key: 'name', type: 'text', group: 'record', words: w('Name', '姓名', 'Nombre') },
  { key: 'email', type: 'text', group: 'record', words: w('E-mail', '邮箱', 'Correo') },
  { key: 'title', type: 'text', group: 'record', words: w('Title', '职位', 'Cargo') },
  { key: 'account', type: 'account', group: 'record', words: w('Account', '客户', 'Cuenta') },
  { key: 'channel', type: 'choice', group: 'record', words: w('Channel', '来源渠道', 'Canal'), listed: true },
  { key: 'created_at', type: 'instant', group: 'record', words: w('Created', '创建时间', 'Creada') },
  LEAD_SCORE_FIELD,
  LEAD_GRADE_FIELD,
  { key: 'last_seen_at', type: 'instant', group: 'usage', words: w('Last seen', '最近出现', 'Última visita') },
];

/** What fields of a person's account are called in conditions about people: `account.plan`. */
export const OF_ACCOUNT = 'account.';
/** What the membership of a segment is called in conditions: `segment.<id>`, 'true' or 'false'. */
export const SEGMENT = 'segment.';

const byKey = (fields: readonly ListField[]): ReadonlyMap<string, ListField> => new Map(fields.map((field) => [field.key, field]));
export const ACCOUNT_FIELD_BY_KEY = byKey(ACCOUNT_FIELDS);
export const PERSON_FIELD_BY_KEY = byKey(PERSON_FIELDS);

/** The fields that conditions about people may name: their own, and those of their account. */
export const PERSON_CONDITION_FIELD_BY_KEY: ReadonlyMap<string, ListField> = new Map([
  ...PERSON_FIELD_BY_KEY,
  ...ACCOUNT_FIELDS.map((field) => [`${OF_ACCOUNT}${field.key}`, { ...field, key: `${OF_ACCOUNT}${field.key}` }] as const),
]);

/** Which field has this key? A custom one when it begins with `x.`, a segment's when it begins with `segment.`; null when there is none. */
export const fieldOf = (fields: ReadonlyMap<string, ListField>, key: string): ListField | null => {
  const known = fields.get(key);
  if (known) return known;
  const ofAccount = key.startsWith(OF_ACCOUNT) && fields.has(`${OF_ACCOUNT}name`);
  const own = ofAccount ? key.slice(OF_ACCOUNT.length) : key;
  if (own.startsWith(SEGMENT) && own.length > SEGMENT.length) return { key, type: 'boolean', group: 'segment', words: same(own) };
  const name = own.slice(CUSTOM.length);
  return own.startsWith(CUSTOM) && name !== '' ? { key, type: 'text', group: 'custom', words: same(name) } : null;
};
