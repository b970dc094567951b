import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { EngineFailure, engineFailureOf } from './engine-failure.ts';
import type { Outcome } from './execute.ts';
import { readStatement } from './http-request.ts';
import type { Statement } from './statement.ts';

/** Runs a statement; the signal fires when the client went away before the answer. */
export type RunStatement = (statement: Statement, clientGone: AbortSignal) => Promise<Outcome>;

const MAX_HEADER_BYTES = 1024 ** 2;

/** The part of ClickHouse's HTTP protocol that `@clickhouse/client` uses: GET /ping and statements on `/`. */
export const createProtocolServer = (secret: string, run: RunStatement): Server => {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 30_000 }, (request, response) => {
    const path = new URL(request.url ?? '/', 'http://engine').pathname;
    if (path === '/ping') return void response.end('Ok.\n');
    if (path !== '/') return void response.writeHead(404).end('There is no such path.\n');
    void answer(request, response, secret, run);
  });
  server.requestTimeout = 0;
  return server;
};

const answer = async (request: IncomingMessage, response: ServerResponse, secret: string, run: RunStatement): Promise<void> => {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  try {
    if (!isKnown(request, secret)) throw new EngineFailure(516, 'Authentication failed.', 'AUTHENTICATION_FAILED');
    const statement = await readStatement(request);
    response.setHeader('X-ClickHouse-Query-Id', statement.queryId.replace(/[^\x21-\x7e]/g, '_'));
    const outcome = await run(statement, gone.signal);
    response.setHeader('X-ClickHouse-Summary', JSON.stringify(outcome.summary));
    response.setHeader('Content-Type', 'text/plain; charset=UTF-8');
    response.end(outcome.body);
  } catch (thrown) {
    refuse(response, engineFailureOf(thrown));
  }
};

const refuse = (response: ServerResponse, failure: EngineFailure): void => {
  if (response.destroyed) return;
  response.writeHead(failure.status, { 'X-ClickHouse-Exception-Code': String(failure.code), 'Content-Type': 'text/plain; charset=UTF-8' });
  response.end(failure.body);
};

const isKnown = (request: IncomingMessage, secret: string): boolean => {
  const basic = request.headers.authorization?.replace(/^Basic /, '') ?? '';
  const password =
    request.headers['x-clickhouse-key'] ??
    Buffer.from(basic, 'base64')
      .toString()
      .replace(/^[^:]*:/, '');
  const [given, known] = [Buffer.from(String(password)), Buffer.from(secret)];
  return given.length === known.length && timingSafeEqual(given, known);
};
