import { addDays } from '#kernel/calendar.ts';
import type { PlanFinding, PlannedEvent } from '../../plan-contracts.ts';
import { masked, personalDataOf } from './personal-data.ts';
import { ofOtherType, type PropertyCounts, personalDataIn } from './seen.ts';
import { similarNames } from './similar-names.ts';
import { unusualDays } from './unusual-volume.ts';

/** How often an event was tracked. `days` are whole local days, the newest last, which is `until`. */
export interface EventCounts {
  readonly name: string;
  readonly total: number;
  readonly recent: number;
  /** Local date on which it was last seen. */
  readonly lastDay: string | null;
  readonly days: readonly number[];
}

export interface Evidence {
  readonly plan: readonly PlannedEvent[];
  readonly events: readonly EventCounts[];
  readonly properties: readonly PropertyCounts[];
  /** How many events of each name were looked at for their properties. */
  readonly lookedAt: ReadonlyMap<string, number>;
  /** The last whole local day. */
  readonly until: string;
}

type Found = Omit<PlanFinding, 'ignored'>;

/**
 * What is wrong with what is tracked, the gravest first? Without a plan only what needs none is said: personal data, volumes, similar names. Events that are
 * merged or hidden are settled and raise nothing but personal data.
 */
export const findingsOf = (evidence: Evidence): readonly Found[] => {
  const { plan, events } = evidence;
  const planned = new Map(plan.map((event) => [event.name, event]));
  const settled = new Set(plan.filter((event) => event.hidden || event.mergedInto !== null).map((event) => event.name));
  const open = events.filter((event) => !settled.has(event.name));
  return [
    ...personalData(evidence, planned),
    ...plan.filter((event) => !settled.has(event.name)).flatMap((event) => brokenProperties(event, evidence)),
    ...open.flatMap((event) => volumes(event, evidence.until)),
    ...plan.filter((event) => !settled.has(event.name)).flatMap((event) => statusOf(event, evidence)),
    ...similar(open),
    ...(plan.length === 0 ? [] : unplanned(open, planned, evidence)),
  ].sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || (b.count ?? 0) - (a.count ?? 0) || (a.key < b.key ? -1 : 1));
};

const WEIGHTS = ['serious', 'notable', 'minor'];
const SHOWN = 5;

const finding = (
  kind: Found['kind'],
  weight: Found['weight'],
  on: { event: string; property?: string; mark?: string },
  more: Partial<Found>,
): Found => ({
  ...{ kind, weight, event: on.event, property: on.property ?? null, count: null, of: null, day: null, found: [] },
  ...more,
  key: JSON.stringify([kind, on.event, on.property ?? '', on.mark ?? '']),
});

const propertyOf = (event: PlannedEvent | undefined, name: string) => event?.properties.find((property) => property.name === name);

const personalData = ({ properties, lookedAt }: Evidence, planned: ReadonlyMap<string, PlannedEvent>): readonly Found[] =>
  properties.flatMap((counts) => {
    const kind = personalDataIn(counts);
    const { event, property } = counts;
    if (kind === null || propertyOf(planned.get(event), property)?.personal) return [];
    const examples = counts.suspects.filter((value) => personalDataOf(value) === kind).slice(0, 2);
    const of = lookedAt.get(event) ?? counts.count;
    return finding('personal_data', 'serious', { event, property }, { count: counts.count, of, found: [kind, ...examples.map(masked)] });
  });

const brokenProperties = (event: PlannedEvent, { properties, lookedAt }: Evidence): readonly Found[] => {
  const of = lookedAt.get(event.name) ?? 0;
  if (of === 0) return [];
  const seen = new Map(properties.filter((counts) => counts.event === event.name).map((counts) => [counts.property, counts]));
  return event.properties.flatMap(({ name, type, required, values }): readonly Found[] => {
    const counts = seen.get(name);
    const on = { event: event.name, property: name };
    const missing = of - (counts?.count ?? 0);
    const wrong = counts ? ofOtherType(counts, type) : 0;
    const others = counts && values.length > 0 ? counts.values.filter((value) => !values.includes(value)).slice(0, SHOWN) : [];
    return [
      ...(required && missing > 0
        ? [finding('missing_property', missing > of / 20 ? 'serious' : 'notable', on, { count: missing, of })]
        : []),
      ...(wrong > 0 ? [finding('wrong_type', wrong > of / 20 ? 'serious' : 'notable', on, { count: wrong, of, found: [type] })] : []),
      ...(others.length > 0
        ? [finding('unexpected_value', 'notable', on, { found: others.map((one) => (personalDataOf(one) ? masked(one) : one)) })]
        : []),
    ];
  });
};

const volumes = (event: EventCounts, until: string): readonly Found[] => {
  const days = unusualDays(event.days);
  // The day that is furthest from the usual speaks for its neighbours.
  const worst = days.toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))[0];
  if (worst === undefined) return [];
  const day = addDays(until, worst.index - (event.days.length - 1));
  const weight = worst.count < worst.usual / 2 ? 'serious' : 'notable';
  return [finding('volume', weight, { event: event.name, mark: day }, { count: worst.count, of: worst.usual, day })];
};

const statusOf = (event: PlannedEvent, { events }: Evidence): readonly Found[] => {
  const seen = events.find((one) => one.name === event.name);
  const on = { event: event.name };
  if (event.status === 'deprecated')
    return seen && seen.recent > 0 ? [finding('deprecated_seen', 'notable', on, { count: seen.recent, day: seen.lastDay })] : [];
  if (event.status === 'planned') return [];
  if (!seen || seen.total === 0) return [finding('never_seen', 'notable', on, {})];
  return seen.recent === 0 ? [finding('gone_silent', 'serious', on, { count: seen.total, day: seen.lastDay })] : [];
};

const similar = (open: readonly EventCounts[]): readonly Found[] =>
  similarNames(open.filter((event) => event.recent > 0).map(({ name, recent }) => ({ name, count: recent }))).map(([first, ...others]) =>
    finding('similar_names', 'notable', { event: first!, mark: others.toSorted().join(' ') }, { found: others }),
  );

const unplanned = (
  open: readonly EventCounts[],
  planned: ReadonlyMap<string, PlannedEvent>,
  { properties, lookedAt }: Evidence,
): readonly Found[] => [
  ...open
    .filter((event) => event.recent > 0 && !planned.has(event.name))
    .map((event) => finding('unplanned_event', 'minor', { event: event.name }, { count: event.recent, day: event.lastDay })),
  ...properties
    .filter(({ event, property }) => planned.has(event) && !propertyOf(planned.get(event), property))
    .filter(({ event }) => !planned.get(event)!.hidden && planned.get(event)!.mergedInto === null)
    .map(({ event, property, count }) =>
      finding('unplanned_property', 'minor', { event, property }, { count, of: lookedAt.get(event) ?? count }),
    ),
];
