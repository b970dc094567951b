import { setImmediate } from 'node:timers/promises';
import type { AppendFacts, FactDraft } from '#kernel/fact.ts';
import type { Clock } from '#platform/clock.ts';
import { type Db, sql } from '#platform/postgres.ts';
import { eventLine, namesOfLine } from './event-line.ts';
import { packLines, unpackLines } from './packed-lines.ts';
import { factTables } from './tables.ts';

const LINES_PER_ROW = 5_000;

/** Makes what puts facts into the outbox, within the caller's transaction where they tell a change: they exist exactly when it does. */
export const createAppendFacts =
  (clock: Clock): AppendFacts<Db> =>
  async (tx, ws, drafts) => {
    const now = clock.now();
    const parts = Array.from({ length: Math.ceil(drafts.length / LINES_PER_ROW) }, (_, n) => n * LINES_PER_ROW);
    const rows = await Promise.all(parts.map((start) => batchRow(ws, drafts.slice(start, start + LINES_PER_ROW), now)));
    // One statement, so that it is all or nothing outside of a transaction too.
    if (rows.length > 0) await factTables(tx).insertInto('fact_batch').values(rows).execute();
  };

const batchRow = async (ws: number, drafts: readonly FactDraft[], now: number) => {
  const isHistory = drafts.every(({ importNumber, known }) => importNumber !== undefined || known < now - HISTORY_MS);
  const accounts = numbersOf(drafts, 'account');
  return {
    ws,
    packed: await packLines(drafts.map((draft) => eventLine(ws, draft))),
    rows: drafts.length,
    accounts,
    people: numbersOf(drafts, 'person'),
    shipment: null,
    is_history: isHistory,
    told_from: isHistory ? toldFrom(drafts, accounts) : null,
  };
};

/** What an import tells, and what the event door takes as history, was known long before it comes. */
const HISTORY_MS = 3_600_000;

/** The first day (UTC, since 1970) of which these facts tell something about each of these accounts: before it was known, a fact said nothing. */
const toldFrom = (drafts: readonly FactDraft[], accounts: readonly number[]): number[] => {
  const first = new Map<number, number>();
  for (const { account = 0, at, known } of drafts)
    if (account > 0) first.set(account, Math.min(first.get(account) ?? Number.POSITIVE_INFINITY, Math.max(at, known)));
  return accounts.map((account) => Math.floor(first.get(account)! / DAY_MS));
};

const DAY_MS = 86_400_000;

const numbersOf = (drafts: readonly FactDraft[], whose: 'account' | 'person'): number[] =>
  [...new Set(drafts.map((draft) => draft[whose] ?? 0))].filter((num) => num > 0);

/** How long facts of history may wait for others: a shipment makes a part in every month that it tells of, however few its rows are. */
const GATHERING = sql`interval '2 seconds'`;

/**
 * Groups waiting batches into one shipment of at most `maxRows` facts (or one batch); false when nothing waits that is to travel now. Facts of
 * history gather until there is a full shipment of them or one has waited for two seconds; `isUrgent` lets them travel as they are.
 */
export const claimShipment = async (db: Db, shipment: string, maxRows: number, isUrgent = true): Promise<boolean> => {
  const claimed = await sql`
    with waiting as (select seq, rows, is_history, created_at from fact_batch where shipment is null order by seq limit 2000),
    gathered as (
      select ${isUrgent} or sum(rows) >= ${maxRows} or min(created_at) < now() - ${GATHERING} as is_due from waiting where is_history
    ),
    due as (select seq, rows from waiting where not is_history or (select is_due from gathered))
    update fact_batch set shipment = ${shipment}::uuid
    where seq in (select seq from (select seq, sum(rows) over (order by seq) - rows as before from due) as numbered where before < ${maxRows})`.execute(
    db,
  );
  return (claimed.numAffectedRows ?? 0n) > 0n;
};

/** Shipments that were begun and not finished: after a crash they travel again under the same token. */
export const openShipments = async (db: Db): Promise<readonly string[]> => {
  const rows = await factTables(db)
    .selectFrom('fact_batch')
    .select('shipment')
    .where('shipment', 'is not', null)
    .groupBy('shipment')
    .orderBy((eb) => eb.fn.min('seq'))
    .execute();
  return rows.flatMap((row) => row.shipment ?? []);
};

/** The lines of a shipment, always the same and in the same order. */
export const linesOfShipment = async (db: Db, shipment: string): Promise<Buffer> => {
  const rows = await factTables(db).selectFrom('fact_batch').select('packed').where('shipment', '=', shipment).orderBy('seq').execute();
  const pieces: Buffer[] = [];
  for (const [index, { packed }] of rows.entries()) {
    if (index > 0) pieces.push(NEW_LINE);
    pieces.push(await unpackLines(packed));
    // Many small rows are unpacked on the main thread: requests are answered in between.
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
  }
  return Buffer.concat(pieces);
};

const ROWS_AT_ONCE = 50;
const NEW_LINE = Buffer.from('\n');

/**
 * For how long nothing more may come of the past about an account before it is looked at. Whoever brings the past in hurries the looks when all of it is there
 * (`hurryReactions`): until then they would take the machine from what is still coming, and be made again.
 */
const QUIET = sql`interval '60 seconds'`;

/**
 * The event store has it: takes it out of the outbox and notes which accounts must be looked at again. What happens now asks for a look at
 * once; what tells of the past, when it has become quiet about the account (`since` then lies ahead).
 */
export const finishShipment = async (tx: Db, shipment: string): Promise<void> => {
  await sql`
    insert into account_reaction as waiting (ws, account_num, since, past_from)
    select ws, account, min(case when is_history then clock_timestamp() + ${QUIET} else clock_timestamp() end), min(first_day)
    from fact_batch, unnest(accounts, told_from) as told (account, first_day) where shipment = ${shipment}::uuid group by ws, account order by ws, account
    on conflict (ws, account_num) do update set since = excluded.since, past_from = least(waiting.past_from, excluded.past_from)`.execute(
    tx,
  );
  await sql`
    insert into person_reaction (ws, person_num, since)
    select ws, person, min(case when is_history then clock_timestamp() + ${QUIET} else clock_timestamp() end)
    from fact_batch join people_watched using (ws), unnest(people) as person where shipment = ${shipment}::uuid group by ws, person order by ws, person
    on conflict (ws, person_num) do update set since = excluded.since`.execute(tx);
  await factTables(tx).deleteFrom('fact_batch').where('shipment', '=', shipment).execute();
};

/** How many facts wait to be shipped, and since when (UTC ms). */
export const outboxState = async (db: Db): Promise<{ rows: number; since: number | null }> => {
  const row = await factTables(db)
    .selectFrom('fact_batch')
    .select((eb) => [eb.fn.sum<string>('rows').as('rows'), eb.fn.min('created_at').as('since')])
    .executeTakeFirst();
  return { rows: Number(row?.rows ?? 0), since: row?.since ? row.since.getTime() : null };
};

const BATCHES_PER_PAGE = 100;

/** The ids of waiting facts that came as live messages (web, server), in pages, oldest first. */
export async function* waitingMessageIds(db: Db): AsyncGenerator<readonly string[]> {
  for (let after = 0; ; ) {
    const rows = await factTables(db)
      .selectFrom('fact_batch')
      .select(['seq', 'packed'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(BATCHES_PER_PAGE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const texts = await Promise.all(rows.map((row) => unpackLines(row.packed)));
    yield texts.flatMap((text) => text.toString().split('\n').flatMap(messageIdOf));
    after = last.seq;
  }
}

const messageIdOf = (line: string): readonly string[] => {
  const { id, source } = namesOfLine(line);
  return source === 'web' || source === 'server' ? [id] : [];
};
