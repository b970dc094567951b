import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { startOfDate } from '#kernel/calendar.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { parseMajor } from '#kernel/money.ts';
import { type Db, type Postgres, sql, takeNumbers } from '#platform/postgres.ts';
import type { ImportContext, ImportRow, ImportTarget, RowOutcome } from '../server/import-target.ts';

const SAMPLES = new URL('../../../../../shared/data/', import.meta.url);

/** The rows of a sample file by column, as text. */
export const sampleRows = (file: string): readonly Readonly<Record<string, string>>[] => {
  const path = new URL(file, SAMPLES);
  if (!existsSync(path)) throw new Error(`The sample data is missing: expected ${path.pathname}`);
  return parse(readFileSync(path), { bom: true, columns: true });
};

const isoDate = (text: string): string => (/^\d{2}-\d{2}-\d{4}/.test(text) ? text.slice(0, 10).split('-').reverse().join('-') : text);

/** How the samples write their values: dates day first or ISO, amounts with a point, booleans in capitals. Blank is null. */
export const CELLS = {
  text: (text: string) => text,
  number: Number,
  money: (text: string) => parseMajor(text, 'USD'),
  date: isoDate,
  instant: (text: string) =>
    startOfDate(isoDate(text.slice(0, 10)), 'UTC') + (text.length > 10 ? Date.parse(`1970-01-01T${text.slice(11)}Z`) : 0),
  boolean: (text: string) => text === 'TRUE',
} as const;

/** Which field a column goes to, and how its cells are read. */
export type SampleMapping = Readonly<Record<string, readonly [field: string, cell: keyof typeof CELLS]>>;

/** The rows of a sample file as a target gets them. */
export const importRows = (file: string, mapping: SampleMapping): readonly ImportRow[] =>
  sampleRows(file).map((row, index) => ({
    line: index + 2,
    values: Object.fromEntries(
      Object.entries(mapping).map(([column, [field, cell]]) => [field, row[column] === '' ? null : CELLS[cell](row[column]!)]),
    ),
    custom: {},
  }));

/** Runs rows through a target as an import does, a transaction for each chunk. */
export const runImport = async (
  postgres: Postgres,
  target: ImportTarget,
  { context, rows }: { context: ImportContext; rows: readonly ImportRow[] },
): Promise<readonly RowOutcome[]> => {
  const outcomes: RowOutcome[] = [];
  for (let start = 0; start < rows.length; start += 2_000)
    outcomes.push(...(await postgres.transaction((tx) => target.write(tx, context, rows.slice(start, start + 2_000)))));
  return outcomes;
};

/** Takes back what these outcomes changed, newest first. */
export const undoImport = (
  postgres: Postgres,
  target: ImportTarget,
  { context, outcomes }: { context: ImportContext; outcomes: readonly RowOutcome[] },
): Promise<void> => {
  const changes = outcomes
    .flatMap((outcome) => (outcome.outcome === 'created' || outcome.outcome === 'updated' ? [outcome] : []))
    .reverse();
  return postgres.transaction((tx) => target.undo(tx, context, changes));
};

/** How many rows came to what, and how often each note was made. */
export const tally = (outcomes: readonly RowOutcome[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const outcome of outcomes) {
    count(outcome.outcome);
    if (outcome.outcome !== 'failed') for (const note of outcome.notes ?? []) count(note.code);
  }
  return counts;
};

export interface PlantedAccount {
  readonly externalId: string;
  readonly name: string;
  readonly signedUpAt: number;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Puts accounts in place, numbered from 1 in the given order, with ids `acc_1`, `acc_2` … */
export const plantAccounts = async (
  db: Db,
  ws: number,
  { source, accounts }: { source: string; accounts: readonly PlantedAccount[] },
): Promise<void> => {
  const rows = accounts.map((account, index) => ({
    num: index + 1,
    id: `acc_${index + 1}`,
    name: account.name,
    key: account.externalId,
    attributes: account.attributes ?? {},
    at: new Date(account.signedUpAt),
  }));
  await sql`insert into workspace (ws, id, slug, name) overriding system value values (${ws}, ${`wsp_${ws}`}, ${`w${ws}`}, 'Test')`.execute(
    db,
  );
  await takeNumbers(db, ws, 'account', rows.length);
  const planted = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as planted (num integer, id text, name text, key text, attributes jsonb, at timestamptz)`;
  await sql`insert into account (ws, num, id, name, attributes, created_at, updated_at) select ${ws}, num, id, name, attributes, at, at from ${planted}`.execute(
    db,
  );
  await sql`insert into account_key (ws, source, external_id, account_num) select ${ws}, ${source}, key, num from ${planted}`.execute(db);
};

const RAVENSTACK = 'ravenstack_saas/ravenstack_accounts.csv';

/** Puts the accounts of RavenStack in place, without the slice that imports them. */
export const plantRavenStack = (db: Db, ws: number): Promise<void> =>
  plantAccounts(db, ws, {
    source: 'ravenstack',
    accounts: sampleRows(RAVENSTACK).map((row) => ({
      externalId: row.account_id!,
      name: row.account_name!,
      signedUpAt: CELLS.instant(row.signup_date!),
      attributes: { churn_flag: row.churn_flag === 'TRUE' },
    })),
  });

/** The account look-ups that stages are given, over the planted accounts. */
export const plantedAccounts = (db: Db) => ({
  accountsByName: async (tx: Db, ws: number, names: readonly string[]) => {
    const { rows } = await sql<{
      name: string;
      id: string;
      num: number;
    }>`select name, id, num from account where ws = ${ws} and name = any(${names}::text[])`.execute(tx);
    return new Map(rows.map(({ name, id, num }) => [name, { id, num }]));
  },
  signedUpAt: async (tx: Db, ws: number, ids: readonly string[]) => {
    const { rows } = await sql<{
      id: string;
      at: Date;
    }>`select id, created_at as at from account where ws = ${ws} and id = any(${ids}::text[])`.execute(tx);
    return new Map(rows.map(({ id, at }) => [id, at.getTime()]));
  },
  accountNum: async (ws: number, id: string) => {
    const { rows } = await sql<{ num: number }>`select num from account where ws = ${ws} and id = ${id}`.execute(db);
    return rows[0]?.num ?? null;
  },
  accountNums: async (ws: number, id: string) => {
    const { rows } = await sql<{ num: number }>`select num from account where ws = ${ws} and id = ${id}`.execute(db);
    return rows.length === 0 ? null : rows.map(({ num }) => num);
  },
});

/** An import's context; records of kinds other than accounts are found through the targets given. */
export const importContext = (
  db: Db,
  more: Partial<ImportContext> & { readonly targets?: readonly ImportTarget[] } = {},
): ImportContext => {
  const { targets = [], ...given } = more;
  const context: ImportContext = {
    ws: 1,
    importNumber: 1,
    source: 'ravenstack',
    now: Date.parse('2025-01-15T12:00:00Z'),
    timeZone: 'UTC',
    currency: 'USD',
    accountsOf: async (kind, ids) => {
      if (kind !== 'account')
        return (await targets.find((target) => target.kind.kind === kind)?.accountsOf?.(db, context, ids)) ?? new Map();
      const { rows } = await sql<{ key: string; id: string; num: number }>`
        select external_id as key, id, num from account_key join account on account.ws = account_key.ws and account.num = account_key.account_num
        where account.ws = ${context.ws} and source = ${context.source} and external_id = any(${ids}::text[])`.execute(db);
      return new Map(rows.map(({ key, id, num }) => [key, { id, num }]));
    },
    ...given,
  };
  return context;
};

/** Keeps the facts that a target tells, in place of the outbox. */
export const factRecorder = () => {
  const facts: FactDraft[] = [];
  return {
    facts,
    appendFacts: async (_tx: Db, _ws: number, drafts: readonly FactDraft[]): Promise<void> => {
      facts.push(...drafts);
    },
  };
};
