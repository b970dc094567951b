import { hash } from 'node:crypto';
import type { FactDraft } from '#kernel/fact.ts';
import type { ClickHouse, InsertOutcome } from '#platform/clickhouse.ts';

/** The 64-bit id of a fact from its stable key: equal keys of a workspace are the same fact. Decimal, since JSON numbers end at 2^53. */
export const factId = (ws: number, key: string): string => {
  // Text costs a third of what a buffer does; its characters are the digest's bytes, the lowest first.
  const digest = hash('md5', `${ws}\n${key}`, 'binary');
  HALVES[0] = uint32At(digest, 0);
  HALVES[1] = uint32At(digest, 4);
  return String(WHOLE[0]);
};

const WHOLE = new BigUint64Array(1);
const HALVES = new Uint32Array(WHOLE.buffer);

const uint32At = (bytes: string, at: number): number =>
  bytes.charCodeAt(at) | (bytes.charCodeAt(at + 1) << 8) | (bytes.charCodeAt(at + 2) << 16) | (bytes.charCodeAt(at + 3) << 24);

const COLUMNS = [
  ...['ws', 'event', 'person', 'account', 'alias', 'at', 'known', 'id', 'session', 'source'],
  ...['subject', 'import', 'amount', 'feature', 'path', 'channel', 'props'],
];

/** What `eventLine` says of a fact, in a line that was written by it. */
export interface LineNames {
  readonly ws: number;
  /** UTC ms: when it happened. */
  readonly at: number;
  readonly id: string;
  readonly source: string;
}

/** Which fact does this line tell? */
export const namesOfLine = (line: string): LineNames => {
  const [ws, , , , , at, , id, , source] = JSON.parse(line) as readonly unknown[];
  return { ws: Number(ws), at: instantOfLine(at), id: String(id), source: String(source) };
};

/** One line of the event store's insert format for a fact: its columns' values in their order, half as long and half the work of naming each. */
export const eventLine = (ws: number, fact: FactDraft): string => {
  const { feature = '', path = '', channel = '', ...props } = fact.props ?? {};
  return JSON.stringify([
    ws,
    fact.event,
    fact.person ?? 0,
    fact.account ?? 0,
    fact.alias ?? 0,
    instant(fact.at),
    instant(fact.known),
    fact.id ?? factId(ws, fact.key),
    fact.session ? factId(ws, fact.session) : 0,
    fact.source,
    fact.subject ?? '',
    fact.importNumber ?? 0,
    fact.amountMinor ?? 0,
    feature,
    path,
    channel,
    props,
  ]);
};

/** Puts lines of facts into the event store; the same token inserts once, however often it is sent. */
export const insertEventLines = (clickhouse: ClickHouse, lines: string | Buffer, token: string): Promise<InsertOutcome> =>
  clickhouse.insertLines('events', lines, { token, columns: COLUMNS });

/** An instant as the event store reads it: its milliseconds, or of one so long ago that they might be taken for seconds, '1969-03-31 09:30:00.000' in UTC. */
export const instant = (ms: number): number | string =>
  ms >= SURELY_MILLISECONDS ? ms : new Date(ms).toISOString().slice(0, -1).replace('T', ' ');

/** 9 September 2001. */
const SURELY_MILLISECONDS = 1_000_000_000_000;

const instantOfLine = (at: unknown): number => (typeof at === 'number' ? at : Date.parse(`${String(at).replace(' ', 'T')}Z`));
