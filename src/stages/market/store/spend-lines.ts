import { type Db, sql } from '#platform/postgres.ts';
import type { SpendLine } from '../domain/spend-line.ts';

type SpendRow = {
  ws: number;
  id: string;
  source: string;
  external_id: string | null;
  from_on: string;
  to_on: string;
  channel: string;
  campaign: string | null;
  kind: string | null;
  amount_minor: number;
  currency: string;
  attributes: Readonly<Record<string, string>>;
  version: number;
  created_at: Date;
  updated_at: Date;
};
type Tables = { spend_line: SpendRow };

/** The spend lines that a source knows by these ids, locked until the transaction ends. */
export const spendByExternalId = async (
  tx: Db,
  ws: number,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SpendLine>> => {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('spend_line')
    .selectAll()
    .where('ws', '=', ws)
    .where('source', '=', source)
    .where('external_id', '=', sql<string>`any(${ids}::text[])`)
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.external_id ?? '', recordOf(row)]));
};

/** Keeps these lines as they are, new or changed, in one statement. */
export const saveSpend = async (tx: Db, ws: number, lines: readonly SpendLine[]): Promise<void> => {
  if (lines.length === 0) return;
  await sql`
    insert into spend_line
    select * from jsonb_populate_recordset(null::spend_line, ${JSON.stringify(lines.map((line) => rowOf(ws, line)))}::jsonb)
    on conflict (ws, id) do update set
      from_on = excluded.from_on, to_on = excluded.to_on, channel = excluded.channel, campaign = excluded.campaign, kind = excluded.kind,
      amount_minor = excluded.amount_minor, currency = excluded.currency, attributes = excluded.attributes, version = excluded.version,
      updated_at = excluded.updated_at`.execute(tx);
};

/** Takes these lines out. */
export const removeSpend = async (tx: Db, ws: number, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await tx
      .withTables<Tables>()
      .deleteFrom('spend_line')
      .where('ws', '=', ws)
      .where('id', 'in', [...ids])
      .execute();
};

const recordOf = (row: SpendRow): SpendLine => ({
  id: row.id,
  source: row.source,
  externalId: row.external_id ?? '',
  fromOn: row.from_on,
  toOn: row.to_on,
  channel: row.channel,
  campaign: row.campaign,
  kind: row.kind,
  amountMinor: row.amount_minor,
  currency: row.currency,
  attributes: row.attributes,
  version: row.version,
  createdAt: row.created_at.getTime(),
  updatedAt: row.updated_at.getTime(),
});

const rowOf = (ws: number, line: SpendLine): SpendRow => ({
  ws,
  id: line.id,
  source: line.source,
  external_id: line.externalId,
  from_on: line.fromOn,
  to_on: line.toOn,
  channel: line.channel,
  campaign: line.campaign,
  kind: line.kind,
  amount_minor: line.amountMinor,
  currency: line.currency,
  attributes: line.attributes,
  version: line.version,
  created_at: new Date(line.createdAt),
  updated_at: new Date(line.updatedAt),
});
