import type { FieldValue } from '#kernel/condition.ts';

/** What the score knows of a person: its record, its account's, and of which kind its mailbox is (identity says which). */
export interface LeadRecord {
  readonly person: Readonly<Record<string, FieldValue>>;
  readonly account: Readonly<Record<string, FieldValue>>;
  readonly emailKind: 'business' | 'free' | 'disposable' | null;
}

/** Fields made from whatever a source calls them, so that one rule serves CRM exports, forms and lead lists alike. */
const DERIVED_LEAD_FIELDS = {
  'lead.seniority': 'executive, director, manager, staff or student, read from the title or occupation',
  'lead.email_kind': 'business, free or disposable',
  'lead.company_size': 'employees of the account, else its seats',
  'lead.country': 'country of the account, else of the person',
  'lead.visits': 'visits to the website that the source counted',
  'lead.minutes_on_site': 'minutes on the website, from a count of seconds',
  'lead.referred': 'true when source or channel says referral, reference or partner',
  'lead.do_not_contact': 'true when the person asked not to be written to',
} as const;

/** A field of a lead by name: `lead.…` (derived), `person.…` or `account.…` (as recorded). Undefined when it is not known. */
export const leadField = (record: LeadRecord, field: string): FieldValue => {
  const read = READ.get(record) ?? new Map<string, FieldValue>();
  READ.set(record, read);
  if (!read.has(field)) read.set(field, readField(record, field));
  return read.get(field);
};

// A score is asked for at every instant of a lead's past, of the same few records: reading titles again took a third of a recomputation.
const READ = new WeakMap<LeadRecord, Map<string, FieldValue>>();

const readField = (record: LeadRecord, field: string): FieldValue => {
  const derive = Object.hasOwn(DERIVED_LEAD_FIELDS, field) ? DERIVE[field as keyof typeof DERIVED_LEAD_FIELDS] : undefined;
  if (derive !== undefined) return derive(record);
  const [owner, ...key] = field.split('.');
  if (owner === 'person') return known(record.person[key.join('.')]);
  return owner === 'account' ? known(record.account[key.join('.')]) : undefined;
};

/** How high does a job title stand? Read by whole words (so that a "director" is no CTO), in English, Spanish and Chinese; staff when nothing says. */
export const seniorityOf = (title: string): 'executive' | 'director' | 'manager' | 'staff' | 'student' => {
  const words = ` ${title.toLowerCase().replace(/[^\p{L}]+/gu, ' ')} `;
  for (const [level, signs] of SENIORITY) if (signs.some((sign) => words.includes(sign))) return level;
  return 'staff';
};

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const SIGNS: readonly (readonly ['executive' | 'director' | 'manager' | 'student', readonly string[]])[] = [
  ['student', ['student', 'intern', 'trainee', 'estudiante', 'becario', 'becaria', 'pasante', '学生', '实习']],
  ['director', ['vice president', 'vp', 'vicepresidente', 'vicepresidenta', '副总', '总监']],
  [
    'executive',
    [
      ...['ceo', 'cto', 'cfo', 'coo', 'cmo', 'cio', 'cpo', 'cro', 'ciso', 'chief', 'president', 'founder', 'cofounder', 'owner'],
      ...[
        'managing director',
        'general manager',
        'partner',
        'director general',
        'directora general',
        'presidente',
        'presidenta',
        'consejero',
      ],
      ...['consejera', 'fundador', 'fundadora', 'propietario', 'propietaria', 'socio', 'socia', 'gerente general'],
      ...['首席', '总裁', '总经理', '董事', '创始人', '老板', '合伙人'],
    ],
  ],
  ['director', ['director', 'directora', 'head']],
  [
    'manager',
    [
      'manager',
      'lead',
      'supervisor',
      'supervisora',
      'gerente',
      'jefe',
      'jefa',
      'responsable',
      'principal',
      '经理',
      '主管',
      '负责人',
      '主任',
    ],
  ],
];

const SENIORITY = SIGNS.map(([level, signs]) => [level, signs.map((sign) => (isChinese(sign) ? sign : ` ${sign} `))] as const);

const known = (value: FieldValue): FieldValue => {
  if (value === null || value === '' || value === undefined) return undefined;
  // What forms and lead lists write where nothing was chosen.
  return typeof value === 'string' && /^(select|n\/?a|none|null|unknown|-+)$/i.test(value.trim()) ? undefined : value;
};

/** The first known value under a key that the pattern finds, of the person first. */
const find = (record: LeadRecord, pattern: RegExp): FieldValue => {
  for (const owner of [record.person, record.account]) {
    for (const key of Object.keys(owner)) if (pattern.test(key) && known(owner[key]) !== undefined) return owner[key];
  }
  return undefined;
};

const numberIn = (value: FieldValue): number | undefined => {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
};

const isYes = (value: FieldValue): boolean =>
  value === true || (typeof value === 'string' && /^(yes|true|1|y|sí|si|是)$/i.test(value.trim()));

const DERIVE: Readonly<Record<keyof typeof DERIVED_LEAD_FIELDS, (record: LeadRecord) => FieldValue>> = {
  'lead.seniority': (record) => {
    const title = find(record, /^(job_?)?title$|occupation|^job$|^role$|^position$/i);
    return typeof title === 'string' ? seniorityOf(title) : undefined;
  },
  'lead.email_kind': (record) => record.emailKind ?? undefined,
  'lead.company_size': (record) =>
    numberIn(find(record, /^(employees|employee_count|company_size|number_of_employees|headcount)$/i) ?? record.account.seats),
  'lead.country': (record) => known(record.account.country) ?? known(record.person.country),
  'lead.visits': (record) => numberIn(find(record, /^(total_?)?visits$/i)),
  'lead.minutes_on_site': (record) => {
    const seconds = numberIn(find(record, /time.*(site|website)|seconds_on_site/i));
    return seconds === undefined ? undefined : seconds / 60;
  },
  'lead.referred': (record) => {
    const source = find(record, /^(lead_?)?(source|channel)$|^channel$|referral_source/i);
    return typeof source === 'string' ? /refer|partner|recomend|转介|推荐/i.test(source) : undefined;
  },
  'lead.do_not_contact': (record) => {
    const refusal = find(record, /^do_?not_?(e?mail|contact|call)$|^unsubscribed$|^opted_?out$/i);
    return refusal === undefined ? undefined : isYes(refusal);
  },
};
