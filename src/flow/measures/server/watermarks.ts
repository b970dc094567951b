import type { ClickHouse } from '#platform/clickhouse.ts';
import { readPieces, readWatermark, type Watermark, type WatermarkQuestion } from '../store/freshness.ts';
import { type HourTables, readHourTables } from '../store/hour-tables.ts';

const MOST = 2_000;

/** How fresh are these facts? Facts are only read again when the event store has changed at all. */
export type WatermarkOf = (question: WatermarkQuestion & { readonly isNow: boolean }) => Promise<Watermark>;

/** Remembers watermarks while the event store stays as it is; as of now, two of them differ only by facts. */
export const createWatermarks = (clickhouse: ClickHouse): WatermarkOf => whileUnchanged(clickhouse, readWatermark);

/** May the tables of hours speak for these facts? Likewise. */
export type HourTablesOf = (question: WatermarkQuestion & { readonly isNow: boolean }) => Promise<HourTables>;

/** Remembers what the tables of hours tell of while the event store stays as it is. */
export const createHourTables = (clickhouse: ClickHouse): HourTablesOf => whileUnchanged(clickhouse, readHourTables);

const whileUnchanged = <Read>(clickhouse: ClickHouse, read: (clickhouse: ClickHouse, question: WatermarkQuestion) => Promise<Read>) => {
  const held = new Map<string, { readonly pieces: string; readonly found: Promise<Read> }>();
  return async ({ isNow, ...question }: WatermarkQuestion & { readonly isNow: boolean }): Promise<Read> => {
    const pieces = await readPieces(clickhouse);
    const key = JSON.stringify([question.ws, question.events, isNow ? null : question.asOf]);
    const last = held.get(key);
    if (last?.pieces === pieces) return last.found;
    const found = read(clickhouse, question);
    if (held.size >= MOST) held.clear();
    held.set(key, { pieces, found });
    found.catch(() => held.delete(key));
    return found;
  };
};
