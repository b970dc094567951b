import { ratio } from '#kernel/interval.ts';
import type { MeasurePlan } from '#kernel/measure.ts';
import type { Figure } from '../contracts.ts';
import { type Answer, answerOf, type EngineQuestion } from './answer.ts';
import { type Bridge, MOVEMENT_KINDS, STILL } from './bridge.ts';
import { marked } from './figure.ts';

type Plan = Extract<MeasurePlan, { engine: 'revenue' }>;
type Bridges = ReadonlyMap<string, readonly Bridge[]>;

/** The answer of the measures that are read off the bridge from opening to closing; `whole` is the bridge of all accounts by window. */
export function movementAnswer(question: EngineQuestion<Plan>, sliced: Bridges, whole: readonly Bridge[] | undefined): Omit<Answer, 'sql'> {
  const bridge = (slice: string, window: number): Bridge => (slice === '*' ? whole : sliced.get(slice))?.[window] ?? STILL;
  const isMoving = !STOCKS.includes(question.plan.read);
  const { spans } = question.frame;
  const figure = (slice: string, window: number): Figure => {
    const made = figureOf(question.plan.read, bridge(slice, window));
    return isMoving && window < spans.length ? marked(made, spans[window]!.complete) : made;
  };
  const answer = answerOf(question, [...sliced.keys()], figure);
  if (question.plan.read !== 'movements') return answer;
  const slices = question.breakdown === null ? ['*'] : [...sliced.keys()];
  const table = {
    columns: columnsOf(question),
    rows: slices.flatMap((slice) => spans.map((span, window) => rowOf(slice, span.period, bridge(slice, window)))),
  };
  return { ...answer, series: question.breakdown === null ? seriesByKind(question, bridge) : answer.series, table };
}

const STOCKS: readonly Plan['read'][] = ['mrr', 'arr', 'customers'];

function figureOf(read: Plan['read'], bridge: Bridge): Figure {
  const moved = (...kinds: readonly string[]): number => kinds.reduce((sum, kind) => sum + (bridge.byKind.get(kind) ?? 0), 0);
  if (read === 'customers') return { value: bridge.accountsClosing };
  if (read === 'new_customers') return { value: bridge.came.get('new') ?? 0 };
  if (read === 'arr') return { value: 12 * bridge.closing, n: bridge.accountsClosing };
  if (read === 'movements') return { value: bridge.closing - bridge.opening };
  // Nothing lost: null with a numerator above 0, which is shown as ∞.
  if (read === 'quick_ratio') return ratio(moved('new', 'expansion', 'reactivation'), Math.abs(moved('contraction', 'churn')));
  return { value: bridge.closing, n: bridge.accountsClosing };
}

function seriesByKind({ frame: { spans } }: EngineQuestion<Plan>, bridge: (slice: string, window: number) => Bridge): Answer['series'] {
  const kinds = MOVEMENT_KINDS.filter((kind) => kind !== 'transfer');
  return kinds.map((kind) => ({
    key: kind,
    label: kind,
    points: spans.map((span, window) => ({
      ...marked({ value: bridge('*', window).byKind.get(kind) ?? 0 }, span.complete),
      period: span.period,
    })),
  }));
}

function columnsOf({ breakdown }: EngineQuestion<Plan>): NonNullable<Answer['table']>['columns'] {
  const kinds = MOVEMENT_KINDS.filter((kind) => kind !== 'transfer' || breakdown === 'plan');
  const money = ['opening', ...kinds, 'closing'].map((key) => ({ key, label: key, unit: 'money' as const }));
  const text = (key: string) => ({ key, label: key, unit: 'text' as const });
  return [text('period'), ...(breakdown === null ? [] : [{ ...text('slice'), label: breakdown }]), ...money];
}

function rowOf(slice: string, period: string, bridge: Bridge): Record<string, string | number | null> {
  const moved = Object.fromEntries(MOVEMENT_KINDS.map((kind) => [kind, bridge.byKind.get(kind) ?? 0]));
  return { period, slice, opening: bridge.opening, ...moved, closing: bridge.closing };
}
