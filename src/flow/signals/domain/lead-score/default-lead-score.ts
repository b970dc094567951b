import type { Condition, FieldTest } from '#kernel/condition.ts';
import { type EngagementRule, type FitRule, LeadDefinition } from './lead-definition.ts';

/** The lead score with which a workspace begins: whom a B2B SaaS company usually wins, and what people do before they buy. */
export const defaultLeadDefinition = (): LeadDefinition =>
  LeadDefinition.parse({
    version: 1,
    fit: FIT,
    engagement: [
      {
        key: 'intent',
        name: { en: 'Intent', 'zh-CN': '购买意向', es: 'Intención' },
        cap: 60,
        halfLifeDays: 30,
        rules: [
          does('demo_requested', 40, 'Asked for a demo', '申请演示', 'Pidió una demostración'),
          does('trial_started', 40, 'Started a trial', '开始试用', 'Empezó una prueba'),
          does('pricing_viewed', 15, 'Looked at prices', '查看价格', 'Miró los precios'),
          {
            ...does('page_viewed', 15, 'Looked at prices', '查看价格', 'Miró los precios'),
            key: 'pricing_page',
            where: onPath('/pricing'),
          },
          does('question_asked', 20, 'Asked a question', '提出问题', 'Hizo una pregunta'),
        ],
      },
      {
        key: 'answers',
        name: { en: 'Answers', 'zh-CN': '回应', es: 'Respuestas' },
        cap: 40,
        halfLifeDays: 45,
        rules: [
          does('form_submitted', 20, 'Filled in a form', '提交表单', 'Rellenó un formulario'),
          does('email_replied', 20, 'Replied to an e-mail', '回复邮件', 'Respondió a un correo'),
          does('event_attended', 20, 'Came to an event', '参加活动', 'Vino a un evento'),
          does('email_clicked', 4, 'Followed a link in an e-mail', '点击邮件链接', 'Siguió un enlace de un correo'),
        ],
      },
      {
        key: 'visits',
        name: { en: 'Visits', 'zh-CN': '访问', es: 'Visitas' },
        cap: 20,
        halfLifeDays: 14,
        rules: [{ ...does('page_viewed', 2, 'Viewed a page', '浏览页面', 'Vio una página'), events: ['page_viewed', 'screen_viewed'] }],
      },
      {
        key: 'refusals',
        name: { en: 'Refusals', 'zh-CN': '拒绝', es: 'Rechazos' },
        cap: 0,
        halfLifeDays: 180,
        rules: [
          {
            ...does('unsubscribed', -40, 'Unsubscribed', '退订', 'Se dio de baja'),
            events: ['email_unsubscribed', 'unsubscribed', 'email_complained'],
          },
        ],
      },
    ],
    grades: { A: 75, B: 50, C: 25 },
    bands: { hot: 50, warm: 20 },
    fitShare: 0.5,
    people: [1, 0.25, 0.125],
  });

const is = (field: string, value: FieldTest['value']): Condition => ({ field, op: 'is', value });
const onPath = (value: string): Condition => ({ field: 'path', op: 'contains', value });
const between = (field: string, from: number, to: number): Condition => ({
  all: [
    { field, op: 'gte', value: from },
    { field, op: 'lt', value: to },
  ],
});

const suits = (key: string, when: Condition, points: number, ...[en, zh, es]: readonly [string, string, string]): FitRule => ({
  key,
  name: { en, 'zh-CN': zh, es },
  when,
  points,
});

const does = (event: string, points: number, ...[en, zh, es]: readonly [string, string, string]): EngagementRule => ({
  key: event,
  name: { en, 'zh-CN': zh, es },
  events: [event],
  where: null,
  points,
});

// The best lead of a CRM has 100: an executive (30) of a company of the right size (25), with business mail (20), industry (15) and country (10) known.
const FIT: readonly FitRule[] = [
  suits('executive', is('lead.seniority', 'executive'), 30, 'Executive or owner', '高管或企业主', 'Dirección o propiedad'),
  suits('director', is('lead.seniority', 'director'), 25, 'Director or head', '总监级', 'Dirección de área'),
  suits('manager', is('lead.seniority', 'manager'), 15, 'Manager', '经理', 'Gerencia'),
  suits('employed', is('lead.seniority', 'staff'), 5, 'Has a job title', '有职位', 'Tiene un puesto'),
  suits('student', is('lead.seniority', 'student'), -30, 'Student', '学生', 'Estudiante'),
  suits('size_medium', between('lead.company_size', 50, 2000), 25, 'Company of 50 to 2,000', '50–2000 人的公司', 'Empresa de 50 a 2.000'),
  suits('size_small', between('lead.company_size', 10, 50), 15, 'Company of 10 to 49', '10–49 人的公司', 'Empresa de 10 a 49'),
  suits(
    'size_large',
    { field: 'lead.company_size', op: 'gte', value: 2000 },
    15,
    'Company above 2,000',
    '2000 人以上的公司',
    'Empresa de más de 2.000',
  ),
  suits('business_mail', is('lead.email_kind', 'business'), 20, 'Business e-mail', '企业邮箱', 'Correo de empresa'),
  suits('free_mail', is('lead.email_kind', 'free'), -10, 'Free e-mail', '个人邮箱', 'Correo gratuito'),
  suits('disposable_mail', is('lead.email_kind', 'disposable'), -40, 'Throw-away e-mail', '一次性邮箱', 'Correo desechable'),
  suits('industry_known', { field: 'account.industry', op: 'exists' }, 15, 'Industry known', '行业已知', 'Sector conocido'),
  suits('country_known', { field: 'lead.country', op: 'exists' }, 10, 'Country known', '国家已知', 'País conocido'),
  suits('referred', is('lead.referred', true), 20, 'Came by referral', '由推荐而来', 'Vino por recomendación'),
  suits(
    'long_visits',
    { field: 'lead.minutes_on_site', op: 'gte', value: 10 },
    20,
    'Ten minutes on the website',
    '网站停留 10 分钟以上',
    'Diez minutos en el sitio',
  ),
  suits('many_visits', { field: 'lead.visits', op: 'gte', value: 5 }, 5, 'Five visits or more', '访问 5 次以上', 'Cinco visitas o más'),
  suits('do_not_contact', is('lead.do_not_contact', true), -30, 'Asked not to be contacted', '要求不再联系', 'Pidió que no se le contacte'),
];
