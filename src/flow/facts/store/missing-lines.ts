import type { ClickHouse } from '#platform/clickhouse.ts';
import { namesOfLine } from './event-line.ts';

/** Which of these lines does the event store not have? By workspace and id of the fact; looks through whole workspaces, so only for repairs. */
export const missingLines = async (clickhouse: ClickHouse, lines: string): Promise<readonly string[]> => {
  const named = lines.split('\n').map((line) => ({ line, ...namesOfLine(line) }));
  const missing: string[] = [];
  for (const [ws, ofWorkspace] of Map.groupBy(named, (one) => one.ws)) {
    const rows = await clickhouse.query<{ id: string }>(
      'select distinct toString(id) as id from events where ws = {ws:UInt32} and id in (select toUInt64(arrayJoin({ids:Array(String)})))',
      { ws, ids: ofWorkspace.map((one) => one.id) },
    );
    const known = new Set(rows.map((row) => row.id));
    missing.push(...ofWorkspace.filter((one) => !known.has(one.id)).map((one) => one.line));
  }
  return missing;
};

/** Is an insert into the events under way? */
export const isInserting = async (clickhouse: ClickHouse): Promise<boolean> => {
  const [row] = await clickhouse.query<{ n: number }>("select count() as n from system.processes where query_kind = 'Insert'");
  return Number(row?.n ?? 0) > 0;
};
