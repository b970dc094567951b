import type { ClickHouse } from '#platform/clickhouse.ts';
import { readWatermark, type Watermark, type WatermarkQuestion } from '../store/freshness.ts';
import { type HourTables, readHourTables } from '../store/hour-tables.ts';
import { type KeptPart, type KeptRow, type Pieces, readKept, readMerges, readPieces } from '../store/kept-facts.ts';
import { type KeptFacts, keptFacts } from '../store/kept-sums.ts';

const MOST = 200;

/** Which facts, as of when; `isNow`: no instant was named. */
type FactsAsked = WatermarkQuestion & { readonly isNow: boolean };

/** How fresh are these facts? */
export type WatermarkOf = (question: FactsAsked) => Promise<Watermark>;

/** What is known of the facts of a workspace at one moment. */
export interface FactMarks {
  readonly isNobodyMerged: boolean;
  readonly watermarkOf: WatermarkOf;
  /** May the tables of hours speak for these facts? */
  hourTablesOf(question: WatermarkQuestion): Promise<HourTables>;
}

interface Found {
  readonly pieces: Pieces;
  readonly kept: KeptFacts;
  /** By part: those of others are read only once. */
  readonly rows: ReadonlyMap<string, readonly KeptRow[]>;
  /** Of instants that were named: what was known by then takes reading the facts. */
  readonly watermarks: Map<string, Promise<Watermark>>;
}

/**
 * Says what is known of the facts of a workspace now. While the event store stays as it is nothing is read, and when facts came, the parts that are new: reading all that
 * views keep takes 30 ms of a core at two million facts.
 */
export const createFactMarks = (clickhouse: ClickHouse): ((ws: number) => Promise<FactMarks>) => {
  const held = new Map<number, { readonly since: string; readonly found: Promise<Found> }>();
  const look = nextLook(() => readPieces(clickhouse));
  return async (ws) => {
    const pieces = await look();
    const last = held.get(ws);
    const before = await last?.found.catch(() => undefined);
    if (last?.since === pieces.all || before?.pieces.all === pieces.all) return marksOf(clickhouse, await last!.found);
    const found = refreshed(clickhouse, { ws, pieces, before });
    if (held.size >= MOST) held.clear();
    held.set(ws, { since: pieces.all, found });
    found.catch(() => held.delete(ws));
    return marksOf(clickhouse, await found);
  };
};

// While one look is under way, all who ask share the next: eight boards of eight tiles would look 64 times.
const nextLook = <Seen>(look: () => Promise<Seen>): (() => Promise<Seen>) => {
  let running: Promise<Seen> | null = null;
  let next: Promise<Seen> | null = null;
  const start = (): Promise<Seen> => {
    next = null;
    const own = look().finally(() => {
      if (running === own) running = null;
    });
    running = own;
    return own;
  };
  return () => {
    if (running === null) return start();
    next ??= running.then(start, start);
    return next;
  };
};

/** Answers how fresh facts are, likewise. */
export const createWatermarks = (clickhouse: ClickHouse): WatermarkOf => {
  const factMarks = createFactMarks(clickhouse);
  return async (question) => (await factMarks(question.ws)).watermarkOf(question);
};

const marksOf = (clickhouse: ClickHouse, { kept, watermarks }: Found): FactMarks => ({
  isNobodyMerged: kept.merges === 0,
  watermarkOf: ({ isNow, ...question }) => {
    if (isNow) return readWatermark(clickhouse, kept, question);
    const key = JSON.stringify([question.events, question.asOf]);
    const found = watermarks.get(key) ?? readWatermark(clickhouse, kept, question);
    if (watermarks.size >= MOST) watermarks.clear();
    watermarks.set(key, found);
    found.catch(() => watermarks.delete(key));
    return found;
  },
  hourTablesOf: (question) => readHourTables(clickhouse, kept, question),
});

interface Refresh {
  readonly ws: number;
  readonly pieces: Pieces;
  readonly before: Found | undefined;
}

const refreshed = async (clickhouse: ClickHouse, { ws, pieces: first, before }: Refresh): Promise<Found> => {
  const known = new Map(before?.rows);
  let pieces = first;
  for (;;) {
    const unknown = pieces.kept.filter((part) => !known.has(nameOf(part)));
    if (unknown.length === 0) break;
    const read = Map.groupBy(await readKept(clickhouse, ws, unknown), nameOf);
    // A part that was there before and after was read; one that was merged into another meanwhile may not have been.
    pieces = await readPieces(clickhouse);
    const there = new Set(pieces.kept.map(nameOf));
    for (const name of unknown.map(nameOf)) if (there.has(name)) known.set(name, read.get(name) ?? []);
  }
  const rows = new Map(pieces.kept.map((part) => [nameOf(part), known.get(nameOf(part))!]));
  const isSame = before !== undefined && before.pieces.merges === pieces.merges;
  const merges = isSame ? before.kept.merges : await readMerges(clickhouse, ws);
  return { pieces, rows, kept: keptFacts([...rows.values()].flat(), merges), watermarks: new Map() };
};

const nameOf = ({ table, name }: KeptPart): string => `${table} ${name}`;
