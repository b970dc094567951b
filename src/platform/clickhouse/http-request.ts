import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { EngineFailure } from './engine-failure.ts';
import { type Statement, splitInlineRows } from './statement.ts';

const MAX_BODY_BYTES = 512 * 1024 ** 2;
// Parameters of the protocol itself; everything else in the query string is a query setting.
const PROTOCOL = new Set([
  'query',
  'database',
  'query_id',
  'default_format',
  'session_id',
  'role',
  'user',
  'password',
  'compress',
  'decompress',
  'wait_end_of_query',
  'buffer_size',
  'enable_http_compression',
]);
const NAME = /^[A-Za-z_]\w*$/;

/** Reads one HTTP request of ClickHouse's protocol: text from `query=` or the body, rows from the body, the rest from the URL. */
export const readStatement = async (request: IncomingMessage): Promise<Statement> => {
  const url = new URL(request.url ?? '/', 'http://engine');
  const body = await readBody(request);
  const fields = await formFields(request, body);
  const entries = [...url.searchParams, ...fields];
  const given = Object.fromEntries(entries);
  const text = textAndRows(given.query, fields.length > 0 ? Buffer.alloc(0) : body);
  return {
    ...text,
    format: nameOr(given.default_format, 'TabSeparated'),
    queryId: given.query_id || randomUUID(),
    database: nameOr(given.database ?? headerOf(request, 'x-clickhouse-database'), 'default'),
    settings: named(entries.filter(([name]) => !PROTOCOL.has(name) && !name.startsWith('param_'))),
    params: named(entries.filter(([name]) => name.startsWith('param_')).map(([name, value]) => [name.slice('param_'.length), value])),
  };
};

const textAndRows = (query: string | undefined, body: Buffer): { readonly sql: string; readonly payload: Buffer } => {
  if (query) return { sql: query, payload: body };
  return splitInlineRows(body) ?? { sql: body.toString(), payload: Buffer.alloc(0) };
};

const named = (entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> => {
  for (const [name] of entries) if (!NAME.test(name)) throw new EngineFailure(115, `Unknown setting '${name}'.`, 'UNKNOWN_SETTING');
  return Object.fromEntries(entries);
};

const nameOr = (name: string | undefined, fallback: string): string => {
  if (!name) return fallback;
  if (!NAME.test(name)) throw new EngineFailure(36, 'Only plain names of letters, digits and _ are served here.', 'BAD_ARGUMENTS');
  return name;
};

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new EngineFailure(307, 'The request body is over 512 MiB.', 'TOO_MANY_BYTES');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? promisify(gunzip)(body, { maxOutputLength: MAX_BODY_BYTES }) : body;
};

/** The parts of a multipart body (the client sends long parameter lists that way); empty for any other body. */
const formFields = async (request: IncomingMessage, body: Buffer): Promise<readonly (readonly [string, string])[]> => {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return [];
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => [name, String(value)] as const);
};
