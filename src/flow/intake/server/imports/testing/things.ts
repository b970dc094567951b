import { sayings } from '#kernel/saying.ts';
import { type Db, sql } from '#platform/postgres.ts';
import type { ImportField } from '../../../contracts.ts';
import type { AccountRef, ImportChange, ImportContext, ImportRow, ImportTarget, RowOutcome } from '../../import-target.ts';

/** What is said of rows that cannot be things. */
export const THING_SAYS = sayings({
  name_refused: {
    en: ['The name is refused.', 'Choose another.'],
    'zh-CN': ['该名称被拒绝。', '请换一个。'],
    es: ['El nombre se rechaza.', 'Elija otro.'],
  },
  firm_unknown: {
    en: ['No such firm.', 'Import it first.'],
    'zh-CN': ['没有这家公司。', '请先导入。'],
    es: ['No existe esa empresa.', 'Impórtela antes.'],
  },
});

const words = (en: string) => ({ en, 'zh-CN': en, es: en });
const field = (key: string, type: ImportField['type'], more: Partial<ImportField> = {}): ImportField => ({
  key,
  label: words(key.replaceAll('_', ' ')),
  type,
  required: false,
  synonyms: [],
  ...more,
});

/** The tables that the targets of these tests write: firms, the orders that refer to them, and the facts of both. */
export const createThings = async (db: Db): Promise<void> => {
  await sql`
    create table if not exists firm (ws integer, id text, source text, external_id text, name text not null check (name <> 'forbidden'), seats integer,
      fee bigint, signed_on date, country text, custom jsonb, primary key (ws, id), unique (ws, source, external_id))`.execute(db);
  await sql`create table if not exists firm_order (ws integer, id text, external_id text, firm_id text, primary key (ws, id))`.execute(db);
  await sql`create table if not exists thing_fact (ws integer, import_number integer, event text, subject text)`.execute(db);
};

type FirmRow = {
  id: string;
  external_id: string;
  name: string;
  seats: number | null;
  fee: number | null;
  signed_on: string | null;
  country: string | null;
  custom: Record<string, string>;
};

const shapeOf = (row: ImportRow): Omit<FirmRow, 'id'> => ({
  external_id: String(row.values.external_id),
  name: String(row.values.name),
  seats: (row.values.seats as number | null | undefined) ?? null,
  fee: (row.values.fee as number | null | undefined) ?? null,
  signed_on: (row.values.signed_on as string | null | undefined) ?? null,
  country: (row.values.country as string | null | undefined) ?? null,
  custom: row.custom,
});

const sameFirm = (a: Omit<FirmRow, 'id'>, b: FirmRow): boolean =>
  a.name === b.name &&
  a.seats === b.seats &&
  a.fee === b.fee &&
  a.signed_on === b.signed_on &&
  a.country === b.country &&
  canonical(a.custom) === canonical(b.custom);

const canonical = (custom: Record<string, string>): string => JSON.stringify(Object.entries(custom).sort(([a], [b]) => a.localeCompare(b)));

const firmsOf = async (tx: Db, ws: number, source: string, ids: readonly string[]): Promise<Map<string, FirmRow>> => {
  const { rows } = await sql<FirmRow>`
    select id, external_id, name, seats, fee, signed_on, country, custom from firm
    where ws = ${ws} and source = ${source} and external_id = any(${[...ids]}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.external_id, row]));
};

const keepFirms = async (tx: Db, { ws, source }: ImportContext, firms: readonly FirmRow[]): Promise<void> => {
  await sql`
    insert into firm (ws, id, source, external_id, name, seats, fee, signed_on, country, custom)
    select ${ws}, id, ${source}, external_id, name, seats, fee, signed_on, country, custom from jsonb_to_recordset(${JSON.stringify(firms)}::jsonb)
      as firm (id text, external_id text, name text, seats integer, fee bigint, signed_on date, country text, custom jsonb)
    on conflict (ws, id) do update set name = excluded.name, seats = excluded.seats, fee = excluded.fee, signed_on = excluded.signed_on,
      country = excluded.country, custom = excluded.custom`.execute(tx);
};

const tell = async (tx: Db, { ws, importNumber }: ImportContext, event: string, subjects: readonly string[]): Promise<void> => {
  await sql`insert into thing_fact (ws, import_number, event, subject) select ${ws}, ${importNumber}, ${event}, subject from unnest(${[...subjects]}::text[]) as s (subject)`.execute(
    tx,
  );
};

const writeFirms = async (tx: Db, context: ImportContext, rows: readonly ImportRow[]): Promise<readonly RowOutcome[]> => {
  const known = await firmsOf(
    tx,
    context.ws,
    context.source,
    rows.map((row) => String(row.values.external_id)),
  );
  const changed = new Map<string, FirmRow>();
  const outcomes = rows.map((row): RowOutcome => {
    const shape = shapeOf(row);
    const before = known.get(shape.external_id);
    if (shape.name === 'refused') return { line: row.line, outcome: 'failed', field: 'name', said: THING_SAYS.name_refused() };
    const notes = shape.seats === 0 ? [{ code: 'no_seats', text: shape.name }] : [];
    if (before && sameFirm(shape, before)) return { line: row.line, outcome: 'unchanged', notes };
    const after = { ...shape, id: before?.id ?? `acc_${context.ws}_${context.source}_${shape.external_id}` };
    known.set(shape.external_id, after);
    changed.set(after.id, after);
    return { line: row.line, outcome: before ? 'updated' : 'created', recordId: after.id, before: before ?? null, notes };
  });
  await keepFirms(tx, context, [...changed.values()]);
  await tell(tx, context, 'firm_changed', [...changed.keys()]);
  return outcomes;
};

const undoFirms = async (tx: Db, context: ImportContext, changes: readonly ImportChange[]): Promise<void> => {
  const made = changes.filter(({ before }) => before === null).map(({ recordId }) => recordId);
  await sql`delete from firm where ws = ${context.ws} and id = any(${made}::text[])`.execute(tx);
  await keepFirms(
    tx,
    context,
    changes.filter(({ before }) => before !== null).map(({ before }) => before as FirmRow),
  );
};

/** Firms: what the other kind refers to. */
export const firmTarget: ImportTarget = {
  order: 10,
  kind: {
    kind: 'firm',
    label: words('Firms'),
    help: words('Firms'),
    custom: true,
    fields: [
      field('external_id', 'text', { required: true, synonyms: ['firm id'] }),
      field('name', 'text', { required: true, synonyms: ['firm name'] }),
      field('seats', 'integer'),
      field('fee', 'money', { synonyms: ['fee amount'] }),
      field('signed_on', 'date', { synonyms: ['signup date'] }),
      field('country', 'country'),
    ],
  },
  notes: { no_seats: { severity: 'warning', message: words('firms without a seat') } },
  write: writeFirms,
  undo: undoFirms,
  accountsOf: async (tx, context, ids) =>
    new Map(
      [...(await firmsOf(tx, context.ws, context.source, ids))].map(([id, firm]): [string, AccountRef] => [id, { id: firm.id, num: 1 }]),
    ),
  inspect: async (db, { ws }) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from firm where ws = ${ws} and country is null`.execute(db);
    const count = Number(rows[0]?.n ?? 0);
    return count === 0 ? [] : [{ code: 'no_country', severity: 'info', count, message: words('firms without a country'), examples: [] }];
  },
};

/** Orders: they belong to firms, and fail without them. */
export const orderTarget: ImportTarget = {
  order: 30,
  kind: {
    kind: 'order',
    label: words('Orders'),
    help: words('Orders'),
    custom: false,
    fields: [field('order_id', 'text', { required: true }), field('firm_id', 'text', { required: true })],
  },
  write: async (tx, context, rows) => {
    const firms = await context.accountsOf(
      'firm',
      rows.map((row) => String(row.values.firm_id)),
    );
    const outcomes = rows.map((row): RowOutcome => {
      if (!firms.has(String(row.values.firm_id)))
        return { line: row.line, outcome: 'failed', field: 'firm_id', said: THING_SAYS.firm_unknown() };
      return { line: row.line, outcome: 'created', recordId: `ord_${context.ws}_${row.values.order_id}`, before: null };
    });
    const kept = rows.filter((row) => firms.has(String(row.values.firm_id)));
    const orders = kept.map((row) => ({
      id: `ord_${context.ws}_${row.values.order_id}`,
      external_id: row.values.order_id,
      firm_id: firms.get(String(row.values.firm_id))?.id,
    }));
    await sql`
      insert into firm_order (ws, id, external_id, firm_id) select ${context.ws}, id, external_id, firm_id
      from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) as o (id text, external_id text, firm_id text) on conflict do nothing`.execute(
      tx,
    );
    return outcomes;
  },
  undo: async (tx, { ws }, changes) => {
    await sql`delete from firm_order where ws = ${ws} and id = any(${changes.map(({ recordId }) => recordId)}::text[])`.execute(tx);
  },
};

/** Takes the facts of an import out of the table that stands for the event store here. */
export const forgetThings =
  (db: Db) =>
  async (ws: number, importNumber: number): Promise<void> => {
    await sql`delete from thing_fact where ws = ${ws} and import_number = ${importNumber}`.execute(db);
  };
