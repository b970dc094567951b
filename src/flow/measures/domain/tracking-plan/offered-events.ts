import type { PlannedName } from './merged-names.ts';

/** Which events are offered to whoever asks, the commonest first? Hidden names are not; a merged one adds its count to the event that it counts as. */
export const offeredEvents = <Row extends { readonly event: string; readonly count: number }>(
  rows: readonly Row[],
  plan: readonly PlannedName[],
): readonly Row[] => {
  const planned = new Map(plan.map((event) => [event.name, event]));
  const into = (event: string): string => planned.get(event)?.mergedInto ?? event;
  const counts = new Map<string, number>();
  for (const { event, count } of rows) counts.set(into(event), (counts.get(into(event)) ?? 0) + count);
  return rows
    .filter(({ event }) => into(event) === event && !planned.get(event)?.hidden)
    .map((row) => ({ ...row, count: counts.get(row.event) ?? row.count }))
    .sort((a, b) => b.count - a.count);
};
