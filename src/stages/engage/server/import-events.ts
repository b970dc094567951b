import type { RowNote, RowRefusal } from '#flow/intake/contracts.ts';
import type { ImportContext, ImportRow, ImportTarget, RowOutcome } from '#flow/intake/index.ts';
import type { Said } from '#kernel/saying.ts';
import { begunInPieces } from '#platform/begun.ts';
import type { Db } from '#platform/postgres.ts';
import { ENGAGE_SAYS } from '../domain/engage-sayings.ts';
import { EVENT_KIND, EVENT_NOTES, USAGE_KIND } from '../domain/event-kinds.ts';
import { eventOfRow } from '../domain/event-row.ts';
import { type EventKey, type EventOwner, eventKey, type FileEvent, importedFact, keyText } from '../domain/imported-event.ts';
import { usageNotes, usageOfRow } from '../domain/usage-row.ts';
import { dropEvents, putEvents, type StoredEvent, storedEvents } from '../store/imported-events.ts';
import type { EngageDeps } from './deps.ts';
import { eventOwners } from './event-owners.ts';

type Refused = { readonly refused: RowRefusal };
interface Taken {
  readonly row: ImportRow;
  readonly event: FileEvent;
  readonly key: EventKey;
  readonly owner: EventOwner;
}

/** Files of feature use: facts only, compared with the subscriptions that they name. */
export const usageTarget = (deps: EngageDeps): ImportTarget => ({
  ...eventTargetOf(deps, { eventOf: usageOfRow, notesOf: (tx, context, rows) => spanNotes(deps, tx, context, rows) }, USAGE_KIND),
  order: 40,
});

/** Files of events of any name: facts only. */
export const eventTarget = (deps: EngageDeps): ImportTarget => ({
  ...eventTargetOf(deps, { eventOf: eventOfRow, notesOf: async () => () => [] }, EVENT_KIND),
  order: 41,
});

interface EventReading {
  eventOf(row: ImportRow): FileEvent | Refused;
  notesOf(tx: Db, context: ImportContext, rows: readonly ImportRow[]): Promise<(row: ImportRow) => readonly RowNote[]>;
}

const EVENTS_AT_ONCE = 1_250;

const eventTargetOf = (deps: EngageDeps, reading: EventReading, kind: ImportTarget['kind']): Omit<ImportTarget, 'order'> => ({
  kind,
  // Ids used twice are told apart by what they stand for, and counted here.
  keyField: null,
  notes: EVENT_NOTES,
  write: async (tx, context, rows) => {
    const scope = { ws: context.ws, source: context.source, kind: kind.kind };
    const events = rows.map((row) => reading.eventOf(row));
    // Rows that are refused make no people.
    const ownerOf = await eventOwners(
      deps,
      tx,
      context,
      rows.filter((_, index) => !('refused' in events[index]!)),
    );
    const notesOf = await reading.notesOf(tx, context, rows);
    const read = rows.map((row, index) => readRow(row, events[index]!, ownerOf));
    const taken = read.filter((one): one is Taken => !('refused' in one));
    const before = await storedEvents(tx, scope, [...new Set(taken.map(({ key }) => key.externalId))]);
    const fresh = new Set<string>();
    // The facts of some are put into words while the database keeps the next.
    const told = await begunInPieces(firstOfEach(taken), EVENTS_AT_ONCE, async (piece) => {
      const put = await putEvents(tx, scope, { events: piece.map(({ key }) => key), importNumber: context.importNumber });
      const own = new Set(put.map(keyText));
      for (const id of own) fresh.add(id);
      const facts = piece.filter(({ key }) => own.has(keyText(key))).map((one) => factOf(one, context, kind.kind));
      await deps.appendFacts(tx, context.ws, facts);
    });
    await Promise.all(told);
    return outcomesOf(read, rows, { fresh, before, notesOf });
  },
  undo: (tx, context, changes) =>
    dropEvents(
      tx,
      context,
      changes.map((change) => change.recordId),
    ),
});

const readRow = (row: ImportRow, event: FileEvent | Refused, ownerOf: (row: ImportRow) => EventOwner | Refused): Taken | Refused => {
  if ('refused' in event) return event;
  const owner = ownerOf(row);
  return 'refused' in owner ? owner : { row, event, key: eventKey(event), owner };
};

// A row that stands twice in a chunk counts once.
const firstOfEach = (taken: readonly Taken[]): readonly Taken[] =>
  [...Map.groupBy(taken, ({ key }) => keyText(key)).values()].map((same) => same[0]!);

const factOf = ({ event, key, owner }: Taken, { source, importNumber, now }: ImportContext, kind: string) =>
  importedFact(event, owner, { key: `imported:${source}:${kind}:${keyText(key)}`, importNumber, now });

interface Standing {
  readonly fresh: ReadonlySet<string>;
  readonly before: readonly StoredEvent[];
  notesOf(row: ImportRow): readonly RowNote[];
}

const outcomesOf = (
  read: readonly (Taken | Refused)[],
  rows: readonly ImportRow[],
  { fresh, before, notesOf }: Standing,
): readonly RowOutcome[] => {
  const digests = new Map(before.map((event) => [keyText(event), event.digest]));
  const ids = new Map<string, Set<number>>();
  for (const { externalId, apart } of before) ids.set(externalId, (ids.get(externalId) ?? new Set()).add(apart));
  return read.map((one, index): RowOutcome => {
    const { line } = rows[index]!;
    if ('refused' in one) return { line, outcome: 'failed', ...one.refused };
    const { key, row } = one;
    const id = keyText(key);
    const sameId = ids.get(key.externalId) ?? new Set();
    const notes = [...notesOf(row)];
    const isFresh = fresh.has(id) && !digests.has(id);
    if (isFresh && [...sameId].some((apart) => apart !== key.apart)) notes.push({ code: 'id_used_twice', text: describe(one) });
    if (!isFresh && (digests.get(id) ?? key.digest) !== key.digest) notes.push({ code: 'says_otherwise', text: describe(one) });
    ids.set(key.externalId, sameId.add(key.apart));
    digests.set(id, digests.get(id) ?? key.digest);
    return isFresh ? { line, outcome: 'created', recordId: id, before: null, notes } : { line, outcome: 'unchanged', notes };
  });
};

const describe = ({ event, key }: Taken): Said =>
  ENGAGE_SAYS.event_described({
    id: key.externalId,
    event: [event.event, event.about].filter(Boolean).join(' '),
    day: new Date(event.at).toISOString().slice(0, 10),
  });

const spanNotes = async (deps: EngageDeps, tx: Db, context: ImportContext, rows: readonly ImportRow[]) => {
  const ids = [...new Set(rows.flatMap(({ values }) => (values.subscription_id ? [String(values.subscription_id)] : [])))];
  const spans = ids.length === 0 ? new Map() : await deps.subscriptionSpans(tx, context.ws, context.source, ids);
  return (row: ImportRow) => usageNotes(row, spans.get(String(row.values.subscription_id)), context.timeZone);
};
