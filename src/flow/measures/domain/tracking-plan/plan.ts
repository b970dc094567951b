import type { PlanChange, PlannedEvent, TrackingPlan } from '../../plan-contracts.ts';

/** Something in a plan that cannot be meant: at a path of the file, with what to do about it. */
export interface PlanProblem {
  readonly path: string;
  readonly problem: 'named_twice' | 'property_named_twice' | 'merged_into_itself' | 'merged_twice';
  readonly name: string;
}

/** What contradicts itself in a plan? Names that stand twice, events merged into themselves or into one that is itself merged. */
export const planProblems = (events: readonly PlannedEvent[]): readonly PlanProblem[] => {
  const into = new Map(events.map(({ name, mergedInto }) => [name, mergedInto]));
  return events.flatMap((event, index): readonly PlanProblem[] => {
    const path = `events[${index}]`;
    const { name, mergedInto, properties } = event;
    const names = properties.map((property) => property.name);
    const twice = names.findIndex((one, at) => names.indexOf(one) !== at);
    return [
      ...(events.findIndex((one) => one.name === name) === index ? [] : [{ path: `${path}.name`, problem: 'named_twice' as const, name }]),
      ...(twice < 0 ? [] : [{ path: `${path}.properties[${twice}].name`, problem: 'property_named_twice' as const, name: names[twice]! }]),
      ...(mergedInto === null
        ? []
        : mergedInto === name
          ? [{ path: `${path}.mergedInto`, problem: 'merged_into_itself' as const, name }]
          : (into.get(mergedInto) ?? null) === null
            ? []
            : [{ path: `${path}.mergedInto`, problem: 'merged_twice' as const, name: mergedInto }]),
    ];
  });
};

/** The plan as it is written into a file: by name, so that a change of one event is a change of its lines only. */
export const planFile = (events: readonly PlannedEvent[]): TrackingPlan => ({
  format: 'perennial-tracking-plan',
  version: 1,
  events: events
    .map((event) => ({ ...event, properties: event.properties.toSorted((a, b) => byText(a.name, b.name)) }))
    .sort((a, b) => byText(a.name, b.name)),
});

/** What would change when a plan becomes another one, by event and the parts that differ. */
export const planChanges = (before: readonly PlannedEvent[], after: readonly PlannedEvent[]): readonly PlanChange[] => {
  const old = new Map(before.map((event) => [event.name, event]));
  const wanted = new Set(after.map((event) => event.name));
  const gone = before.filter((event) => !wanted.has(event.name));
  return [
    ...after.flatMap((event): readonly PlanChange[] => {
      const was = old.get(event.name);
      if (was === undefined) return [{ event: event.name, change: 'added', parts: [] }];
      const parts = [
        ...differing(was, event, ['displayName', 'description', 'owner', 'status', 'hidden', 'mergedInto']),
        ...differingProperties(was, event),
      ];
      return parts.length === 0 ? [] : [{ event: event.name, change: 'changed', parts }];
    }),
    ...gone.map((event): PlanChange => ({ event: event.name, change: 'removed', parts: [] })),
  ].sort((a, b) => byText(a.event, b.event));
};

const differing = <Thing>(was: Thing, is: Thing, parts: readonly (keyof Thing & string)[]): readonly string[] =>
  parts.filter((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]));

const differingProperties = (was: PlannedEvent, is: PlannedEvent): readonly string[] => {
  const names = [...new Set([...was.properties, ...is.properties].map((property) => property.name))].sort(byText);
  const of = (event: PlannedEvent, name: string) => event.properties.find((property) => property.name === name);
  return names
    .filter((name) => {
      const [a, b] = [of(was, name), of(is, name)];
      return !a || !b || differing(a, b, ['displayName', 'type', 'required', 'values', 'description', 'personal']).length > 0;
    })
    .map((name) => `properties.${name}`);
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
