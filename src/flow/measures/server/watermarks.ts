import type { ClickHouse } from '#platform/clickhouse.ts';
import { readPieces, readWatermark, type Watermark, type WatermarkQuestion } from '../store/freshness.ts';

const MOST = 2_000;

/** How fresh are these facts? Facts are only read again when the event store has changed at all. */
export type WatermarkOf = (question: WatermarkQuestion & { readonly isNow: boolean }) => Promise<Watermark>;

/** Remembers watermarks while the event store stays as it is; as of now, two of them differ only by facts. */
export const createWatermarks = (clickhouse: ClickHouse): WatermarkOf => {
  const held = new Map<string, { readonly pieces: string; readonly watermark: Promise<Watermark> }>();
  return async ({ isNow, ...question }) => {
    const pieces = await readPieces(clickhouse);
    const key = JSON.stringify([question.ws, question.events, isNow ? null : question.asOf]);
    const found = held.get(key);
    if (found?.pieces === pieces) return found.watermark;
    const watermark = readWatermark(clickhouse, question);
    if (held.size >= MOST) held.clear();
    held.set(key, { pieces, watermark });
    watermark.catch(() => held.delete(key));
    return watermark;
  };
};
