import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '#kernel/condition.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import { AnswerPart, type EventMatch, FunnelQuestion } from '../../question-contracts.ts';
import { insertWorlds } from '../../store/questions/testing/held-to-reference.ts';
import {
  conditionOf,
  matchOf,
  type PeerCase,
  type PeerEvent,
  type PeerFilter,
  peerCases,
  rangeOf,
  worldOfCase,
} from '../../store/questions/testing/peer-world.ts';
import { frameOf, scopeOf } from '../../store/questions/testing/scope.ts';
import { rowsOf } from '../../store/statement.ts';
import { funnelEngine } from './funnel-engine.ts';

interface Step extends PeerEvent {
  readonly any_of?: readonly PeerEvent[];
  readonly first_time?: 'any_match' | 'matching_filters';
}
interface Query {
  readonly order: 'ordered' | 'strict' | 'unordered';
  readonly steps: readonly Step[];
  readonly window: { readonly value: number; readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'week' };
  readonly range: { readonly from: string; readonly to: string };
  readonly timezone?: string;
  readonly interval?: string;
  readonly filters?: readonly PeerFilter[];
  readonly exclusions?: readonly (PeerEvent & { readonly from_step: number; readonly to_step: number })[];
  readonly aggregate_by?: string;
  readonly breakdown?: { readonly on: string; readonly key?: string; readonly attribution: string };
}
interface Expected {
  readonly counts?: readonly (number | null)[];
  readonly average_seconds?: readonly (number | null)[];
  readonly median_seconds?: readonly (number | null)[];
  readonly actors_at_step?: Readonly<Record<string, readonly string[]>>;
  readonly by_breakdown?: Readonly<Record<string, { readonly counts: readonly (number | null)[] }>>;
  readonly series?: readonly {
    readonly period: string;
    readonly entered: number;
    readonly converted: number;
    readonly rate_percent: number;
  }[];
  readonly bins?: readonly (readonly [number, number])[];
  readonly average_seconds_overall?: number;
}
type FunnelCase = PeerCase<Query, Expected> & { readonly kind: 'funnel_steps' | 'funnel_trend' | 'funnel_time_to_convert' };

let clickhouse: TestClickHouse;
beforeAll(async () => {
  clickhouse = await createTestClickHouse();
});
afterAll(() => clickhouse.drop());

const SECONDS = { second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800 };
const ORDERS = { ordered: 'sequential', strict: 'strict', unordered: 'any' } as const;
const VIEWS = { funnel_steps: 'steps', funnel_trend: 'trend', funnel_time_to_convert: 'times' } as const;

// Who is in no list of persons is known by the distinct id alone.
const withEveryone = (one: FunnelCase): FunnelCase => {
  const known = new Set(one.persons.flatMap(({ id, distinct_ids }) => distinct_ids ?? [id]));
  const others = [...new Set(one.events.map(({ distinct_id }) => distinct_id))].filter((id) => !known.has(id));
  return { ...one, persons: [...one.persons, ...others.map((id) => ({ id }))] };
};

const stepOf = (step: Step): EventMatch => {
  const occurrence = step.first_time === undefined ? 'every' : step.first_time === 'any_match' ? 'first_ever' : 'first_matching';
  if (step.any_of === undefined) return { ...matchOf(step), occurrence };
  const either = step.any_of.map(
    ({ event, filters }): Condition => ({
      all: [
        ...(event === null ? [] : [{ field: 'event.name', op: 'is' as const, value: event }]),
        ...[conditionOf(filters) ?? { all: [] }],
      ],
    }),
  );
  return { events: step.any_of.flatMap(({ event }) => (event === null ? [] : [event])), where: { any: either }, occurrence };
};

const unitOf = (by = 'person'): unknown => {
  const [kind, name] = by.split(':');
  return name === undefined
    ? { person: 'person', distinct_id: 'alias' }[by]
    : { field: `${kind === 'event_property' ? 'event' : 'person'}.${name}` };
};

const breakdownOf = ({ on, key }: NonNullable<Query['breakdown']>): { readonly field: string; readonly top: number } => ({
  field: on === 'distinct_id' ? 'event.alias' : `${on === 'person' ? 'person' : 'event'}.${key}`,
  top: 100,
});

const attributionOf = (attribution = 'first_touch'): unknown =>
  attribution === 'all_events' ? 'any' : attribution.startsWith('step:') ? { eachStep: Number(attribution.slice(5)) } : attribution;

const questionOf = ({ query, kind }: FunnelCase): FunnelQuestion =>
  FunnelQuestion.parse({
    ...{
      kind: 'funnel',
      view: VIEWS[kind],
      steps: query.steps.map(stepOf),
      order: ORDERS[query.order],
      spoilt: 'removes',
      observe: kind === 'funnel_trend' ? 'window' : 'range',
    },
    ...{
      range: rangeOf(query.range),
      timeZone: query.timezone ?? 'UTC',
      interval: query.interval ?? 'day',
      filter: conditionOf(query.filters),
      asOf: Date.parse('2030-01-01'),
    },
    ...{ windowSeconds: query.window.value * SECONDS[query.window.unit], unit: unitOf(query.aggregate_by) },
    exclusions: (query.exclusions ?? []).map(({ from_step, to_step, ...event }) => ({ ...matchOf(event), from: from_step, to: to_step })),
    ...(query.breakdown && { breakdown: breakdownOf(query.breakdown), attribution: attributionOf(query.breakdown.attribution) }),
  });

const cases = peerCases<Query, Expected>('product_funnels') as readonly FunnelCase[];
const asserted = <T>(expected: readonly (T | null)[], got: readonly (T | null)[]): readonly (T | null)[] =>
  expected.map((value, k) => (value === null ? null : (got[k] ?? null)));

describe('a funnel of a peer', () => {
  it.each(cases.map((one) => [one.id, withEveryone(one)] as const))('%s is answered exactly', async (_, one) => {
    const [world, question] = [worldOfCase(one), questionOf(one)];
    const [ws] = await insertWorlds(clickhouse, [world]);
    const asked = { question, scope: scopeOf(world, question, ws!), frame: frameOf(question, 7) };
    const answer = await funnelEngine.answer((statement) => rowsOf(clickhouse, statement), asked);
    if (answer.kind !== 'funnel') throw new Error('no funnel');
    const {
      counts,
      average_seconds: means,
      median_seconds: medians,
      actors_at_step: actors,
      by_breakdown: slices,
      series,
      bins,
    } = one.expected;
    const steps = answer.slices.find(({ key }) => key === '*')?.steps ?? [];
    if (counts)
      expect(
        asserted(
          counts,
          steps.map(({ units }) => units),
        ),
      ).toEqual(counts);
    if (means)
      expect(
        asserted(
          means,
          steps.map(({ timeFromPrevious }) => timeFromPrevious.mean),
        ),
      ).toEqual(means);
    if (medians)
      expect(
        asserted(
          medians,
          steps.map(({ timeFromPrevious }) => timeFromPrevious.median),
        ),
      ).toEqual(medians);
    for (const [step, ids] of Object.entries(actors ?? {})) {
      const rows = await rowsOf<{ unit: string }>(
        clickhouse,
        funnelEngine.units(asked, { part: AnswerPart.parse({ index: Number(step) - 1 }), offset: 0, limit: 100 }),
      );
      expect(rows.map(({ unit }) => one.persons[Number(unit) - 1]!.id).sort()).toEqual([...ids].sort());
    }
    const aliases = one.persons.flatMap(({ id, distinct_ids }) => distinct_ids ?? [id]);
    for (const [value, own] of Object.entries(slices ?? {})) {
      const key = one.query.breakdown!.on === 'distinct_id' ? String(aliases.indexOf(value) + 1) : value;
      expect(
        asserted(
          own.counts,
          answer.slices.find((slice) => slice.key === key)!.steps.map(({ units }) => units),
        ),
      ).toEqual(own.counts);
    }
    if (series) {
      const points = answer.trend![0]!.points.map(({ period, entered, converted, rate }) => ({
        period,
        entered,
        converted,
        rate_percent: Math.round((rate.value ?? 0) * 10_000) / 100,
      }));
      expect(points).toEqual(series);
    }
    if (bins) expect([answer.times!.bins, answer.times!.mean]).toEqual([bins, one.expected.average_seconds_overall]);
  });
});
