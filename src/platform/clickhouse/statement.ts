/** One statement as it came over HTTP: what to run, for whom, with which settings and bound parameters. */
export interface Statement {
  readonly sql: string;
  readonly format: string;
  readonly queryId: string;
  readonly database: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  /** The rows of an insert, kept as bytes. */
  readonly payload: Buffer;
}

/** An insert whose rows can be handed to the engine as bytes, without becoming a JavaScript string. */
export interface RawInsert {
  readonly table: string;
  readonly columns: readonly string[] | undefined;
  readonly format: RawFormat;
}

const RAW_FORMATS = ['JSONEachRow', 'JSONCompactEachRow', 'CSV', 'CSVWithNames', 'TabSeparated', 'TabSeparatedWithNames'] as const;
export type RawFormat = (typeof RAW_FORMATS)[number];

const INSERT_HEAD = /^\s*INSERT\s+INTO\s+(?:TABLE\s+)?([\w.`"]+)\s*(?:\(([^()]*)\))?\s*FORMAT\s+(\w+)\s*$/i;
const INSERT_WITH_ROWS = /^(\s*INSERT\s+INTO\s[^{[]*?\sFORMAT\s+\w+)[ \t]*\r?\n/i;
const PLACEHOLDER = /\{\s*([A-Za-z_]\w*)\s*:/g;

/** Does the statement write rows? Such statements run in their own lane and are never killed half-way by a lost client. */
export const isInsert = (sql: string): boolean => /^\s*INSERT\s/i.test(sql);

/** Where is the boundary between an INSERT and the rows that follow it in the same text? undefined when there are no rows. */
export const splitInlineRows = (text: Buffer): { readonly sql: string; readonly payload: Buffer } | undefined => {
  const head = INSERT_WITH_ROWS.exec(text.subarray(0, 16_384).toString('latin1'));
  if (!head?.[1]) return undefined;
  return { sql: text.subarray(0, head[1].length).toString(), payload: text.subarray(head[0].length) };
};

/** Can this insert take the byte path? undefined when its head has anything but plain names and a text format. */
export const rawInsertOf = (sql: string, database: string): RawInsert | undefined => {
  const head = INSERT_HEAD.exec(sql);
  const table = plainNames(head?.[1], '.');
  const format = RAW_FORMATS.find((known) => known.toLowerCase() === head?.[3]?.toLowerCase());
  if (!head || !table || !format) return undefined;
  const columns = head[2] === undefined ? undefined : plainNames(head[2], ',');
  if (head[2] !== undefined && !columns) return undefined;
  return { table: table.length === 1 ? `${database}.${table[0]}` : table.join('.'), columns, format };
};

/** Which parameters does the statement name? */
export const placeholdersOf = (sql: string): ReadonlySet<string> => new Set([...sql.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''));

/** The same KILL QUERY, aimed at the mark that carries the client's query id: the embedded engine gives queries ids of its own. */
export const aimKill = (sql: string): string =>
  /^\s*KILL\s+QUERY\s/i.test(sql) ? sql.replace(/\bquery_id\b/g, "Settings['log_comment']") : sql;

/** A ClickHouse string literal. */
export const quoteLiteral = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const plainNames = (text: string | undefined, separator: string): readonly string[] | undefined => {
  const names = text?.split(separator).map((name) => name.trim().replace(/^[`"](.*)[`"]$/, '$1'));
  return names?.every((name) => /^[A-Za-z_]\w*$/.test(name)) ? names : undefined;
};
