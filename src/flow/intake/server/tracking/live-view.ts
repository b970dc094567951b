import type { KeptMessage } from '../../domain/tracking/fact-of-message.ts';
import { flattenProperties } from '../../domain/tracking/flatten-properties.ts';
import { isObject, textOf } from '../../domain/tracking/plain-text.ts';
import { libraryOf, withoutMachineAddress } from '../../domain/tracking/raw-message.ts';
import type { TrackingProblem, TrackingWarning } from '../../domain/tracking/tracking-message.ts';

/** Newest events kept for each workspace, and workspaces kept, in memory only. */
const EVENTS = 500;
const WORKSPACES = 200;
/** Of so many of them the whole message stays, which may have 32 KB. */
const WHOLE = 200;

/** One arrival as the live view shows it, with the numbers of its person and account (0 means none). */
export interface Arrival {
  readonly id: string;
  readonly sequence: number;
  readonly receivedAt: number;
  readonly at: number;
  readonly type: string;
  readonly event: string;
  readonly outcome: 'taken' | 'duplicate' | 'refused';
  readonly account: number;
  readonly person: number;
  readonly rawId: string;
  /** The library that sent it, as in `perennial-sdk@0.1.0`; '' when it names none. */
  readonly source: string;
  /** The message as it came; undefined once newer ones took its place. */
  readonly raw: unknown;
  /** `sentAt` of its batch. */
  readonly sentAt: unknown;
  readonly problems: readonly TrackingProblem[];
  readonly warnings: readonly TrackingWarning[];
  readonly props: Readonly<Record<string, string>>;
}

type Shown = Omit<Arrival, 'id' | 'sequence'>;

/** The newest arrivals of each workspace, good and bad. */
export interface LiveView {
  add(ws: number, arrivals: readonly Shown[]): void;
  /** One arrival by its id; null when it was pushed out or is of an earlier process. */
  find(ws: number, id: string): Arrival | null;
  /** The arrivals after a cursor, newest first, and the cursor of the newest; a cursor from before a restart shows all. */
  list(ws: number, after: string | undefined): { readonly rows: readonly Arrival[]; readonly cursor: string };
}

/** Makes an empty live view; `boot` tells its cursors from those of an earlier process. */
export const createLiveView = (boot: string): LiveView => {
  const rings = new Map<number, { -readonly [Key in keyof Arrival]: Arrival[Key] }[]>();
  let sequence = 0;
  return {
    add: (ws, arrivals) => {
      const ring = rings.get(ws) ?? [];
      // Set again, so that the workspace that was silent longest is the first to go.
      rings.delete(ws);
      rings.set(ws, ring);
      for (const shown of arrivals.slice(-EVENTS)) {
        sequence += 1;
        ring.push({ ...shown, id: `${boot}-${sequence}`, sequence });
      }
      for (let at = ring.length - WHOLE - 1; at >= 0 && ring[at]?.raw !== undefined; at--) ring[at]!.raw = undefined;
      // Cut now and then only: moving all of them for each that comes would cost more than reading it.
      if (ring.length > 2 * EVENTS) ring.splice(0, ring.length - EVENTS);
      const [oldest] = rings.keys();
      if (rings.size > WORKSPACES && oldest !== undefined) rings.delete(oldest);
    },
    find: (ws, id) => rings.get(ws)?.findLast((arrival) => arrival.id === id) ?? null,
    list: (ws, after) => {
      const ring = (rings.get(ws) ?? []).slice(-EVENTS);
      const [madeBy, from] = after?.split('-') ?? [];
      const first = madeBy === boot ? Number(from) : 0;
      return { rows: ring.filter((arrival) => arrival.sequence > first).reverse(), cursor: ring.at(-1)?.id ?? `${boot}-${first || 0}` };
    },
  };
};

/** A message as it came, with `sentAt` of its batch. */
export interface Came {
  readonly raw: unknown;
  readonly sentAt: unknown;
}

/** A message that was understood, as the live view shows it; one without an owner came before. */
export const shownMessage = (
  message: KeptMessage,
  owner: { readonly person: number; readonly account: number } | null,
  { raw, sentAt }: Came,
): Shown => ({
  receivedAt: message.receivedAt,
  at: message.at,
  type: message.kind,
  event: message.event,
  outcome: owner === null ? 'duplicate' : 'taken',
  account: owner?.account ?? 0,
  person: owner?.person ?? 0,
  rawId: message.userId ?? message.anonymousId ?? '',
  source: message.context.library ?? '',
  raw: withoutMachineAddress(raw),
  sentAt,
  problems: [],
  warnings: message.warnings,
  props: message.properties,
});

/** A message that was refused, as far as it can be shown. */
export const shownRefusal = ({ raw, sentAt }: Came, problems: readonly TrackingProblem[], receivedAt: number): Shown => {
  const fields = isObject(raw) ? raw : {};
  const stated = isObject(fields.properties) ? fields.properties : isObject(fields.traits) ? fields.traits : null;
  return {
    receivedAt,
    at: receivedAt,
    type: textOf(fields.type, 40) ?? '',
    event: textOf(fields.event, 200) ?? '',
    outcome: 'refused',
    account: 0,
    person: 0,
    rawId: textOf(fields.userId, 200) ?? textOf(fields.anonymousId, 200) ?? '',
    source: libraryOf(raw),
    raw: withoutMachineAddress(raw),
    sentAt,
    problems,
    warnings: [],
    props: flattenProperties(stated).properties,
  };
};
