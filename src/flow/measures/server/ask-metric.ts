import { OperatorError } from '#kernel/app-error.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { MetricQuestion, MetricResult } from '../contracts.ts';
import type { Answer, Engine, EngineQuestion, MeasuredWorkspace } from '../domain/answer.ts';
import { withMerged } from '../domain/tracking-plan/merged-names.ts';
import { ACCOUNT_EVENTS } from '../store/account-scope.ts';
import type { Watermark } from '../store/freshness.ts';
import { type AnswerCache, createAnswerCache } from './answer-cache.ts';
import type { Catalogue } from './catalogue.ts';
import type { MeasuresDeps } from './deps.ts';
import { activationEngine } from './engines/activation-engine.ts';
import { durationEngine } from './engines/duration-engine.ts';
import { openRecordsEngine } from './engines/open-records-engine.ts';
import { retentionEngine } from './engines/retention-engine.ts';
import { revenueEngine } from './engines/revenue-engine.ts';
import { trendEngine } from './engines/trend-engine.ts';
import { outsideMark } from './outside-mark.ts';
import { prepareMetric } from './prepare-metric.ts';
import { createWatermarks, type WatermarkOf } from './watermarks.ts';

/** Answers a metric; a question that was asked before is answered from memory while no fact that it rests on has come or gone. */
export type Ask = (workspace: MeasuredWorkspace, metricId: string, question: MetricQuestion) => Promise<MetricResult>;

/** The engine of each kind of plan. */
export type EngineOf = <Plan extends MeasurePlan>(plan: Plan) => Engine<Plan>;

/** Makes the engines over the event store. */
export const createEngines = ({ clickhouse, lifecycle, milestonesOf, ratesOf = async () => new Map() }: MeasuresDeps): EngineOf => {
  const engines = {
    revenue: revenueEngine(clickhouse, ratesOf),
    trend: trendEngine(clickhouse),
    open_records: openRecordsEngine(clickhouse),
    duration: durationEngine(clickhouse),
    activation: activationEngine(clickhouse, ratesOf, milestonesOf),
    retention: retentionEngine(clickhouse),
    lifecycle: lifecycle ?? ABSENT,
  };
  return (plan) => engines[plan.engine] as unknown as Engine<typeof plan>;
};

/** Makes the asking side of the room. */
export const createAsk = (deps: MeasuresDeps, catalogue: Catalogue, engineOf: EngineOf): Ask => {
  const cache = createAnswerCache<Answer & { readonly known: number | null }>();
  const watermarkOf = createWatermarks(deps.clickhouse);
  return async (workspace, metricId, asked) => {
    const began = performance.now();
    const definition = catalogue.find(metricId);
    const question = await prepareMetric(deps, workspace, { definition, question: asked });
    const { known, ...answer } = await answerOnce(deps, { cache, watermarkOf, engine: engineOf(definition.plan), question, asked });
    return {
      metric: { id: definition.id, version: definition.version },
      question: asked,
      unit: definition.unit,
      currency: definition.unit === 'money' ? workspace.currency : null,
      shape: definition.shape,
      asOf: question.frame.asOf,
      freshness: known,
      funnel: null,
      cohorts: null,
      table: null,
      ...answer,
      series: await labelled(deps, question, answer.series),
      sql: [...answer.sql],
      tookMs: Math.round((performance.now() - began) * 10) / 10,
    };
  };
};

interface Answering {
  readonly cache: AnswerCache<Answer & { readonly known: number | null }>;
  readonly watermarkOf: WatermarkOf;
  readonly engine: Engine;
  readonly question: EngineQuestion;
  readonly asked: MetricQuestion;
}

const answerOnce = async ({ clock, ratesOf }: MeasuresDeps, { cache, watermarkOf, engine, question, asked }: Answering) => {
  const events = engine.events(question.plan);
  const { ws } = question.workspace;
  const watermark = (names: readonly string[]): Promise<Watermark> =>
    watermarkOf({ ws, events: [...names, ...ACCOUNT_EVENTS], asOf: question.frame.asOf, isNow: asked.asOf === null });
  if (events === null) return { ...(await engine.ask(question)), known: (await watermark([])).known };
  const own = await engine.restsOn?.(question);
  const { known, mark } = await watermark(withMerged([...events, ...(own?.events ?? [])], question.merged));
  const { id, version } = question.definition;
  const rates = [...((await ratesOf?.(question.workspace)) ?? [])];
  const settings = [rates, own?.setting];
  const key = JSON.stringify([
    question.workspace,
    settings,
    id,
    version,
    asked,
    question.frame.observedThrough,
    outsideMark(question.outside, question.merged),
    mark,
  ]);
  return cache.get(key, clock.now(), async () => ({ ...(await engine.ask({ ...question, mark })), known }));
};

// Owners are told apart by id; a reader knows them by name.
const labelled = async (
  { directory }: MeasuresDeps,
  { breakdown, workspace }: EngineQuestion,
  series: Answer['series'],
): Promise<Answer['series']> => {
  if (breakdown !== 'owner' || directory.ownerNames === undefined) return series;
  const names = await directory.ownerNames(workspace.ws);
  return series.map((one) => ({ ...one, label: names.get(one.key) ?? one.label }));
};

const refuse = async (): Promise<never> => {
  throw new OperatorError('unavailable', 'The lifecycle is not computed here.', { remedy: 'Ask the whole product, which plugs it in.' });
};
const ABSENT: Engine = { events: () => null, ask: refuse, rows: refuse };
