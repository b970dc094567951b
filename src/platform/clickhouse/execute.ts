import { EngineFailure, engineFailureOf } from './engine-failure.ts';
import type { Slot } from './lane.ts';
import { aimKill, placeholdersOf, quoteLiteral, rawInsertOf, type Statement } from './statement.ts';

/** What a statement gave back: the formatted result and the counters of X-ClickHouse-Summary. */
export interface Outcome {
  readonly body: Uint8Array;
  readonly summary: Readonly<Record<string, string>>;
}

const MEMORY_LIMIT_EXCEEDED = 241;
const EMPTY = new Uint8Array(0);

/** Runs one statement on one session. Settings and parameters of the statement before it are undone first. */
export const execute = async (slot: Slot, statement: Statement, base: Readonly<Record<string, string>>): Promise<Outcome> => {
  const raw = statement.payload.length > 0 ? rawInsertOf(statement.sql, statement.database) : undefined;
  try {
    return raw ? await executeRawInsert(slot, statement, raw) : await executeText(slot, statement, base);
  } catch (error) {
    await cleanUp(slot, engineFailureOf(error).code);
    throw error;
  }
};

/**
 * After a failure nobody knows how far the SETs came, and the session keeps the failed query among the running ones until its
 * next statement: a KILL QUERY … SYNC would wait for ever. After a query that ran out of memory the allocator must give it back at
 * once, or the next one fails for its predecessor's sake.
 */
const cleanUp = async (slot: Slot, code: number): Promise<void> => {
  slot.database = undefined;
  for (const name of slot.settings.keys()) slot.settings.set(name, undefined);
  const next = code === MEMORY_LIMIT_EXCEEDED ? 'SYSTEM JEMALLOC PURGE' : 'SELECT 1';
  await slot.session.queryAsync(next, { format: 'Null' }).catch(() => undefined);
};

const executeText = async (slot: Slot, statement: Statement, base: Readonly<Record<string, string>>): Promise<Outcome> => {
  const rows = statement.payload.length > 0 ? `\n${statement.payload.toString()}` : '';
  const text = `${prelude(slot, statement, base)}${aimKill(statement.sql)}${rows}`;
  const result = await slot.session.queryAsync(text, { format: statement.format });
  return { body: result.bytes(), summary: summary({ read_rows: result.rowsRead, read_bytes: result.bytesRead }) };
};

const executeRawInsert = async (slot: Slot, statement: Statement, raw: NonNullable<ReturnType<typeof rawInsertOf>>): Promise<Outcome> => {
  const done = await slot.session.insert({
    table: raw.table,
    ...(raw.columns ? { columns: raw.columns } : {}),
    format: raw.format,
    values: statement.payload,
    settings: { ...statement.settings, log_comment: statement.queryId },
  });
  return { body: EMPTY, summary: summary({ written_rows: done.rowsWritten, written_bytes: done.bytesWritten }) };
};

/**
 * SET and USE statements that run in the same call before the statement itself: only what differs from the statement before it.
 * Session.queryBindAsync is not used, because it queues all parameterised queries of the process behind one another; parameters
 * that are SET belong to one session alone.
 */
const prelude = (slot: Slot, statement: Statement, base: Readonly<Record<string, string>>): string => {
  refuseForgottenParams(slot, statement);
  const wanted: Record<string, string> = { ...statement.settings, log_comment: statement.queryId };
  const undo = [...slot.settings.keys()]
    .filter((name) => !(name in wanted))
    .map((name) => `${name} = ${base[name] === undefined ? 'DEFAULT' : quoteLiteral(base[name])}`);
  const set = Object.entries(wanted)
    .filter(([name, value]) => slot.settings.get(name) !== value)
    .map(([name, value]) => `${name} = ${quoteLiteral(value)}`);
  const bind = Object.entries(statement.params).map(([name, value]) => `param_${name} = ${quoteLiteral(value)}`);
  const use = slot.database === statement.database ? '' : `USE \`${statement.database}\`; `;
  slot.settings.clear();
  for (const [name, value] of Object.entries(wanted)) slot.settings.set(name, value);
  for (const name of Object.keys(statement.params)) slot.params.add(name);
  slot.database = statement.database;
  return `SET ${[...undo, ...set, ...bind].join(', ')}; ${use}`;
};

// A session cannot forget a parameter, so a statement that fails to bind one would silently read its predecessor's value.
const refuseForgottenParams = (slot: Slot, statement: Statement): void => {
  const named = placeholdersOf(statement.sql);
  const missing = [...slot.params].find((name) => named.has(name) && !(name in statement.params));
  if (missing !== undefined) throw new EngineFailure(456, `Substitution \`${missing}\` is not set.`, 'UNKNOWN_QUERY_PARAMETER');
};

const summary = (counters: Readonly<Record<string, number>>): Readonly<Record<string, string>> => ({
  read_rows: '0',
  read_bytes: '0',
  written_rows: '0',
  written_bytes: '0',
  ...Object.fromEntries(Object.entries(counters).map(([name, value]) => [name, String(value)])),
});
