import type { createBoard, saveQuestion } from '#flow/measures/board-contracts.ts';
import type { PlannedEvent } from '#flow/measures/plan-contracts.ts';
import type { createSegment } from '#flow/measures/segment-contracts.ts';
import { addDays } from '#kernel/calendar.ts';
import type { EndpointInput } from '#kernel/endpoint.ts';
import type { CompanyPlan } from '../domain/deliveries.ts';
import { EN } from '../domain/desk/en.ts';
import { ES } from '../domain/desk/es.ts';
import type { DeskWords, Named } from '../domain/desk/words.ts';
import { ZH_CN } from '../domain/desk/zh-CN.ts';
import { lexiconOf } from '../domain/lexicon/lexicon.ts';
import { demoPlan } from './desk-plan.ts';

type QuestionBody = EndpointInput<typeof saveQuestion>['body'];
type BoardBody = EndpointInput<typeof createBoard>['body'];
type SegmentBody = EndpointInput<typeof createSegment>['body'];
type Tile = NonNullable<BoardBody['tiles']>[number];
type QuestionKey = keyof DeskWords['questions'];

/** What stands ready on the desk of somebody who explores the demo company: questions, boards of them and of metrics, segments, and the tracking plan of its product. */
export interface Desk {
  readonly author: string;
  readonly questions: ReadonlyMap<QuestionKey, QuestionBody>;
  /** `idOf` says under which id a question was kept. */
  readonly boards: readonly { readonly name: string; readonly body: (idOf: (key: QuestionKey) => string) => BoardBody }[];
  readonly segments: readonly SegmentBody[];
  readonly plan: readonly PlannedEvent[];
}

const WORDS: Readonly<Record<CompanyPlan['language'], DeskWords>> = { en: EN, es: ES, 'zh-CN': ZH_CN };
const SHOWN = ['schedule', 'dispatch', 'route_map', 'checklists', 'reports', 'exports', 'dashboards', 'integrations'] as const;
const QUIET_DAYS = 14;
const PAYING = ['onboarding', 'active', 'expanded', 'renewing'];

/** What stands ready, in the company's language. */
export const deskOf = ({ language, endsOn }: Pick<CompanyPlan, 'language' | 'endsOn'>): Desk => {
  const words = WORDS[language];
  return {
    author: words.author,
    questions: questionsOf(words, { language, range: { from: addDays(endsOn, -90), to: addDays(endsOn, 1) } }),
    boards: boardsOf(words),
    segments: segmentsOf(words),
    plan: demoPlan(words.plan),
  };
};

const USED = { events: ['feature_used'] };
const of = (...events: string[]) => ({ events });
const told = ({ name, note }: Named) => ({ name, description: note });

const questionsOf = (
  { questions: words }: DeskWords,
  { language, range }: { readonly language: CompanyPlan['language']; readonly range: { readonly from: string; readonly to: string } },
): Desk['questions'] => {
  const { feature } = lexiconOf(language);
  const weekly = { period: { preset: '90d' as const, interval: 'week' as const } };
  const lately = { period: { preset: '90d' as const } };
  const asked = { range, interval: 'week' as const };
  return new Map<QuestionKey, QuestionBody>([
    [
      'activeAccounts',
      { ...told(words.activeAccounts), ...weekly, question: { kind: 'trend', unit: 'account', ...asked, series: [USED] } },
    ],
    [
      'firstSteps',
      {
        ...{ ...told(words.firstSteps), ...lately },
        question: {
          ...{ kind: 'funnel', ...asked, windowSeconds: 30 * 86_400 },
          steps: [of('signed_up'), USED, of('report_created'), of('report_exported')],
        },
      },
    ],
    [
      'comeBack',
      { ...told(words.comeBack), ...weekly, question: { kind: 'retention', unit: 'account', ...asked, start: USED, back: USED } },
    ],
    [
      'byRole',
      {
        ...{ ...told(words.byRole), ...weekly, look: 'area' },
        question: { kind: 'trend', ...asked, series: [USED], breakdown: { field: 'person.x.role', top: 5 } },
      },
    ],
    [
      'features',
      {
        ...{ ...told(words.features), ...lately },
        question: {
          ...{ kind: 'adoption', unit: 'account', ...asked },
          features: SHOWN.map((key) => ({ ...USED, where: { field: 'event.feature', op: 'is', value: key }, label: feature(key) })),
        },
      },
    ],
    [
      'visitors',
      { ...told(words.visitors), ...lately, question: { kind: 'paths', ...asked, match: of('page_viewed'), name: 'event.path', steps: 4 } },
    ],
  ]);
};

const boardsOf = ({ boards: words }: DeskWords): Desk['boards'] => {
  const year = { preset: '12m' as const };
  const metric = (id: string, span: 2 | 3 | 4 | 6, more: object = year): Tile => ({ metric: { id, ...year, ...more }, span });
  return [
    {
      name: words.product.name,
      body: (idOf) => ({
        ...told(words.product),
        tiles: [
          ...[metric('activate.activation_rate', 2), metric('activate.time_to_value', 2), metric('engage.active_people', 2)],
          ...(['firstSteps', 'features', 'activeAccounts', 'byRole'] as const).map((key) => ({ questionId: idOf(key), span: 3 as const })),
          ...(['comeBack', 'visitors'] as const).map((key) => ({ questionId: idOf(key), span: 6 as const })),
        ],
      }),
    },
    {
      name: words.company.name,
      body: (idOf) => ({
        ...told(words.company),
        tiles: [
          ...[metric('grow.mrr', 3), metric('grow.new_customers', 3)],
          ...[metric('grow.nrr', 2), metric('grow.logo_churn', 2), metric('engage.active_accounts', 2)],
          ...[metric('acquire.new_leads', 3, { ...year, interval: 'quarter', by: 'channel' })],
          { questionId: idOf('activeAccounts'), span: 3 },
        ],
      }),
    },
  ];
};

const segmentsOf = ({ segments: words }: DeskWords): Desk['segments'] => [
  {
    ...{ ...words.reporters, unit: 'person' },
    condition: { did: of('report_exported'), op: 'gte', count: 3, within: { kind: 'days', days: 28 } },
  },
  {
    ...{ ...words.renewal, unit: 'account' },
    condition: {
      all: [
        { field: 'renews_on', op: 'in_next_days', value: 90 },
        { field: 'health_band', op: 'in', value: ['watch', 'bad'] },
      ],
    },
  },
  {
    ...{ ...words.quiet, unit: 'account' },
    condition: {
      all: [
        { field: 'stage', op: 'in', value: PAYING },
        { did: USED, op: 'lte', count: 0, within: { kind: 'days', days: QUIET_DAYS } },
      ],
    },
  },
];
