import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What came of sending events for a while. */
export interface Sent {
  /** Events that were acknowledged. */
  readonly events: number;
  readonly seconds: number;
  /** From a request's last byte to its answer's last byte, in ms. */
  readonly times: readonly number[];
  /** Requests that were asked to come again later (429, 503), and did. */
  readonly refused: number;
}

export interface Sending {
  readonly url: string;
  readonly writeKey: string;
  /** Messages of the requests of one connection; `messageId` of each is set anew for every request. */
  batchOf(connection: number): readonly object[];
  readonly path: '/v1/batch' | '/v1/track';
  readonly connections: number;
  readonly seconds: number;
  /** Ids of messages are this and ten digits. */
  readonly prefix: string;
}

const DIGITS = 10;
const AGAIN_MS = 20;

/**
 * Sends events as fast as they are acknowledged, with little work of its own, since it runs on the cores that it measures: bodies are written once, and only the
 * digits of the message ids change from request to request.
 */
export const sendEvents = async (sending: Sending): Promise<Sent> => {
  let next = 0;
  const times: number[] = [];
  let events = 0;
  let refused = 0;
  const begun = performance.now();
  const isOver = (): boolean => performance.now() - begun > sending.seconds * 1000;
  const connection = async (number: number): Promise<void> => {
    const { request, places } = prepared(sending, sending.batchOf(number));
    const line = await openLine(sending.url);
    while (!isOver()) {
      for (const place of places) {
        request.write(String(next).padStart(DIGITS, '0'), place, 'latin1');
        next += 1;
      }
      const asked = performance.now();
      for (let status = await line.ask(request); status !== 200; status = await line.ask(request)) {
        if (status !== 429 && status !== 503) throw new Error(`the event door answered ${status}: ${line.lastAnswer()}`);
        refused += 1;
        await sleep(AGAIN_MS);
      }
      times.push(performance.now() - asked);
      events += places.length;
    }
    line.close();
  };
  await Promise.all(Array.from({ length: sending.connections }, (_, number) => connection(number)));
  return { events, seconds: (performance.now() - begun) / 1000, times, refused };
};

interface Prepared {
  readonly request: Buffer;
  /** Where the digits of the message ids stand. */
  readonly places: readonly number[];
}

const prepared = ({ path, prefix, url, writeKey }: Sending, batch: readonly object[]): Prepared => {
  const mark = `${prefix}${'#'.repeat(DIGITS)}`;
  const marked = batch.map((message) => ({ ...message, messageId: mark }));
  const body = Buffer.from(JSON.stringify(path === '/v1/batch' ? { batch: marked } : marked[0]));
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    'content-type: application/json',
    `authorization: Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
    `content-length: ${body.length}`,
  ];
  const request = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
  const places: number[] = [];
  for (let at = request.indexOf(mark); at >= 0; at = request.indexOf(mark, at + 1)) places.push(at + prefix.length);
  return { request, places };
};

/** One connection that is kept: a request at a time. */
const openLine = async (url: string) => {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let heard = '';
  let waiting: PromiseWithResolvers<number> | undefined;
  const settle = (): void => {
    if (waiting === undefined || !isWhole(heard)) return;
    waiting.resolve(Number(heard.slice(9, 12)));
    waiting = undefined;
  };
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    heard += chunk;
    settle();
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the product hung up')));
  return {
    ask: (request: Buffer): Promise<number> => {
      heard = '';
      waiting = Promise.withResolvers<number>();
      socket.write(request);
      return waiting.promise;
    },
    lastAnswer: (): string => heard.slice(0, 1_000),
    close: (): void => void socket.destroy(),
  };
};

const isWhole = (heard: string): boolean => {
  const end = heard.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(heard.slice(0, end))?.[1];
  return length === undefined ? heard.endsWith('0\r\n\r\n') : heard.length >= end + 4 + Number(length);
};
