import { AppError } from '#kernel/app-error.ts';
import { addDays, dateOf } from '#kernel/calendar.ts';
import type { EndpointOutput } from '#kernel/endpoint.ts';
import type { MeasuredWorkspace } from '../../domain/answer.ts';
import { findingsOf } from '../../domain/tracking-plan/findings.ts';
import { PLAN_SAYS } from '../../domain/tracking-plan/plan-sayings.ts';
import { personalDataIn, shownValues, typeOfProperty } from '../../domain/tracking-plan/seen.ts';
import type { getSeenEvent, listPlanFindings, PlannedEvent, SeenEvent } from '../../plan-contracts.ts';
import { ignoredFindings, readPlan } from '../../store/tracking-plan/planned-events.ts';
import { createAnswerCache } from '../answer-cache.ts';
import type { TrackingPlanDeps } from './deps.ts';
import { keepPlan } from './keep-plan.ts';
import { type LookedAt, lookAtProperties, RECENT_DAYS, type TrackedEvent, trackedEvents } from './look-at-events.ts';

/** What is planned and what is tracked, side by side. */
export interface ComparedPlans {
  /** Every event that is planned or was tracked, the commonest first. */
  seen(workspace: MeasuredWorkspace): Promise<readonly SeenEvent[]>;
  /** What one event carries. */
  seenEvent(workspace: MeasuredWorkspace, name: string): Promise<EndpointOutput<typeof getSeenEvent>>;
  findings(workspace: MeasuredWorkspace): Promise<EndpointOutput<typeof listPlanFindings>>;
  /** Plans what is tracked and not planned, as it is; answers how many events that were. */
  adopt(workspace: MeasuredWorkspace): Promise<number>;
}

/** Sets planned and tracked events side by side. Counts are as old as a minute, properties as old as ten: nobody waits for a second look at the same events. */
export const comparePlans = ({ postgres, clickhouse, clock }: TrackingPlanDeps): ComparedPlans => {
  const counts = createAnswerCache<readonly TrackedEvent[]>();
  const properties = createAnswerCache<LookedAt & { readonly at: number }>();
  const tracked = (workspace: MeasuredWorkspace) => {
    const now = clock.now();
    const minute = Math.floor(now / 60_000);
    return counts.get(JSON.stringify([workspace.ws, workspace.timeZone, minute]), now, () => trackedEvents(clickhouse, workspace, now));
  };
  const lookedAt = async (workspace: MeasuredWorkspace, events: readonly TrackedEvent[]) => {
    const now = clock.now();
    const recent = events.reduce((sum, event) => sum + event.recent, 0);
    return properties.get(String(workspace.ws), now, async () => ({
      ...(await lookAtProperties(clickhouse, { ws: workspace.ws, now, recent })),
      at: now,
    }));
  };
  return {
    seen: async (workspace) => {
      const [plan, events] = await Promise.all([readPlan(postgres.db, workspace.ws), tracked(workspace)]);
      return seenEvents(plan, events);
    },
    seenEvent: async (workspace, name) => {
      const { ws } = workspace;
      const [plan, events] = await Promise.all([readPlan(postgres.db, ws), tracked(workspace)]);
      const event = seenEvents(plan, events).find((one) => one.name === name);
      if (event === undefined) throw new AppError('not_found', PLAN_SAYS.event_unknown({ name }));
      const { sizes, properties: found } = await lookAtProperties(clickhouse, { ws, event: name, now: clock.now(), recent: event.recent });
      return presentEvent(event, sizes.get(name) ?? 0, found);
    },
    findings: async (workspace) => {
      const [plan, events, ignored] = await Promise.all([
        readPlan(postgres.db, workspace.ws),
        tracked(workspace),
        ignoredFindings(postgres.db, workspace.ws),
      ]);
      const { sizes, properties: found, at } = await lookedAt(workspace, events);
      const until = addDays(dateOf(clock.now(), workspace.timeZone), -1);
      const rows = findingsOf({ plan, events, properties: found, lookedAt: sizes, until });
      return {
        rows: rows.map((row) => ({ ...row, ignored: ignored.has(row.key) })),
        lookedAt: [...sizes.values()].reduce((sum, n) => sum + n, 0),
        asOf: at,
      };
    },
    adopt: async (workspace) => {
      const events = (await tracked(workspace)).filter((event) => event.recent > 0);
      const found = await lookedAt(workspace, events);
      const changes = await keepPlan({ postgres }, { ws: workspace.ws }, (before) => {
        const known = new Set(before.map(({ name }) => name));
        return [...before, ...events.filter(({ name }) => !known.has(name)).map(({ name }) => adopted(name, found))];
      });
      return changes.length;
    },
  };
};

const seenEvents = (plan: readonly PlannedEvent[], events: readonly TrackedEvent[]): readonly SeenEvent[] => {
  const plans = new Map(plan.map(({ name, ...planned }) => [name, planned]));
  const tracked = new Map(events.map((event) => [event.name, event]));
  return [...new Set([...tracked.keys(), ...plans.keys()])]
    .map((name) => {
      const event = tracked.get(name);
      return {
        ...{ name, recent: event?.recent ?? 0, total: event?.total ?? 0, firstSeen: event?.first ?? null, lastSeen: event?.last ?? null },
        days: [...(event?.recentDays ?? Array.from({ length: RECENT_DAYS }, () => 0))],
        planned: plans.get(name) ?? null,
      };
    })
    .sort((a, b) => b.recent - a.recent || b.total - a.total || (a.name < b.name ? -1 : 1));
};

const presentEvent = (event: SeenEvent, lookedAt: number, found: LookedAt['properties']): EndpointOutput<typeof getSeenEvent> => {
  const planned = new Map((event.planned?.properties ?? []).map((property) => [property.name, property]));
  const seen = found.map((counts) => ({
    ...{
      name: counts.property,
      share: lookedAt === 0 ? 0 : counts.count / lookedAt,
      type: typeOfProperty(counts),
      distinct: counts.distinct,
    },
    ...{ examples: [...shownValues(counts)], personal: personalDataIn(counts), planned: planned.get(counts.property) ?? null },
  }));
  const unseen = [...planned.values()]
    .filter(({ name }) => !seen.some((one) => one.name === name))
    .map((one) => ({ name: one.name, share: 0, type: 'any' as const, distinct: 0, examples: [], personal: null, planned: one }));
  return { event, lookedAt, properties: [...seen.sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1)), ...unseen] };
};

/** What every event carried is required: it is what the first look saw, and it can be loosened. */
const adopted = (name: string, { sizes, properties }: LookedAt): PlannedEvent => ({
  ...{ name, displayName: '', description: '', owner: '', status: 'live', hidden: false, mergedInto: null },
  properties: properties
    .filter((counts) => counts.event === name)
    .map((counts) => ({
      ...{
        name: counts.property,
        displayName: '',
        type: typeOfProperty(counts),
        required: counts.count === sizes.get(name),
        values: [],
        description: '',
      },
      personal: false,
    })),
});
