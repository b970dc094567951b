import type { ClickHouse } from '#platform/clickhouse.ts';
import type { KeptFacts } from './kept-sums.ts';

/** What the answers to a question can depend on: equal marks, equal answers. */
export interface Watermark {
  /** When the newest fact of these was known (UTC ms); null without any. */
  readonly known: number | null;
  /** Changes with every fact that comes or goes, and with every merge and split. */
  readonly mark: string;
  /** No such fact is known later than the instant that was asked for. */
  readonly isAllKnown: boolean;
}

export interface WatermarkQuestion {
  readonly ws: number;
  /** Null: facts of any name. */
  readonly events: readonly string[] | null;
  readonly asOf: number;
}

/** How fresh are the facts of these names? Merges count too: they move facts between accounts and people. */
export const readWatermark = async (
  clickhouse: ClickHouse,
  { heard, merges }: Pick<KeptFacts, 'heard' | 'merges'>,
  { ws, events, asOf }: WatermarkQuestion,
): Promise<Watermark> => {
  const own = events === null ? [...heard.values()] : events.flatMap((event) => heard.get(event) ?? []);
  const known = own.reduce((latest, one) => Math.max(latest, one.latest), 0);
  if (known <= asOf) {
    const [n, ids] = [own.reduce((sum, one) => sum + one.n, 0), own.reduce((sum, one) => sum ^ one.ids, 0n)];
    return { known: n > 0 ? known : null, mark: `${n} ${known} ${ids} ${merges}`, isAllKnown: true };
  }
  const [row] = await clickhouse.query<{ n: number; newest: number; ids: string }>(
    `select count() as n, toUnixTimestamp64Milli(max(known)) as newest, toString(groupBitXor(id)) as ids
    from events where ws = {ws:UInt32} and ${events === null ? 'true' : 'event in {events:Array(String)}'} and known <= {asOf:DateTime64(3)}`,
    { ws, ...(events !== null && { events }), asOf: new Date(asOf) },
  );
  const n = Number(row?.n ?? 0);
  return { known: n > 0 ? Number(row?.newest) : null, mark: `${n} ${row?.newest} ${row?.ids} ${merges}`, isAllKnown: false };
};
