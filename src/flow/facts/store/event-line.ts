import { hash } from 'node:crypto';
import type { FactDraft } from '#kernel/fact.ts';

/** The 64-bit id of a fact from its stable key: equal keys of a workspace are the same fact. Decimal, since JSON numbers end at 2^53. */
export const factId = (ws: number, key: string): string => hash('md5', `${ws}\n${key}`, 'buffer').readBigUInt64LE(0).toString();

/** One line of the event store's insert format for a fact. */
export const eventLine = (ws: number, fact: FactDraft): string => {
  const { feature = '', path = '', channel = '', ...props } = fact.props ?? {};
  return JSON.stringify({
    ws,
    event: fact.event,
    person: fact.person ?? 0,
    account: fact.account ?? 0,
    alias: fact.alias ?? 0,
    at: instant(fact.at),
    known: instant(fact.known),
    id: factId(ws, fact.key),
    session: fact.session ? factId(ws, fact.session) : 0,
    source: fact.source,
    subject: fact.subject ?? '',
    import: fact.importNumber ?? 0,
    amount: fact.amountMinor ?? 0,
    feature,
    path,
    channel,
    props,
  });
};

/** An instant as the event store reads it: '2026-03-31 09:30:00.000', UTC. */
export const instant = (ms: number): string => {
  const day = Math.floor(ms / DAY_MS);
  if (day !== lastDay) {
    lastDay = day;
    lastDate = new Date(ms).toISOString().slice(0, 10);
  }
  const rest = ms - day * DAY_MS;
  const part = (unit: number, of: number, digits: number): string => String(Math.floor(rest / unit) % of).padStart(digits, '0');
  return `${lastDate} ${part(3_600_000, 24, 2)}:${part(60_000, 60, 2)}:${part(1_000, 60, 2)}.${part(1, 1_000, 3)}`;
};

const DAY_MS = 86_400_000;
let lastDay = Number.NaN;
let lastDate = '';
