import type { AccountRef, RowFate } from '#flow/intake/contracts.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { sameValue } from '#kernel/same-value.ts';
import { hoursFromOpening, type TicketRecord } from './ticket.ts';
import type { TicketSaid } from './ticket-row.ts';

/** The circumstances of a row: which ticket of whom, from where, when. */
export interface TicketTelling {
  readonly said: TicketSaid;
  readonly account: AccountRef;
  readonly source: string;
  readonly externalId: string;
  readonly importNumber: number;
  readonly now: number;
  makeId(): string;
}

/**
 * What becomes of a ticket when a file says this of it? Each step that is new (opened, answered, escalated, closed, rated) is told at its
 * instant; a step that a file had told otherwise before is a correction, known now. A ticket that is open again is told as opened again.
 */
export const reviseTicket = (telling: TicketTelling, before: TicketRecord | null): RowFate<TicketRecord> => {
  const stated = statedTicket(telling, before);
  if (before !== null && sameValue(stated, before)) return { record: null, notes: [] };
  const record = { ...stated, version: stated.version + 1, updatedAt: telling.now };
  return { record, facts: steps(record, before, telling), notes: [] };
};

const statedTicket = ({ said, account, ...telling }: TicketTelling, before: TicketRecord | null): TicketRecord => {
  const told = <Value>(value: Value | undefined, old: Value): Value => (value === undefined ? old : value);
  return {
    id: before?.id ?? telling.makeId(),
    accountId: account.id,
    accountNum: account.num,
    source: telling.source,
    externalId: telling.externalId,
    subject: told(said.subject, before?.subject ?? null),
    priority: told(said.priority, before?.priority ?? 'medium'),
    escalated: told(said.escalated, before?.escalated ?? false),
    openedAt: said.openedAt,
    firstResponseAt: told(said.firstResponseAt, before?.firstResponseAt ?? null),
    closedAt: told(said.closedAt, before?.closedAt ?? null),
    satisfaction: told(said.satisfaction, before?.satisfaction ?? null),
    attributes: { ...before?.attributes, ...said.attributes },
    version: before?.version ?? 0,
    createdAt: before?.createdAt ?? telling.now,
    updatedAt: before?.updatedAt ?? telling.now,
  };
};

const steps = (record: TicketRecord, before: TicketRecord | null, { now, importNumber }: TicketTelling): readonly FactDraft[] => {
  const fact = (event: string, at: number, props: Readonly<Record<string, string>>): FactDraft => ({
    event,
    at,
    known: Math.min(at, now),
    source: 'import',
    account: record.accountNum,
    subject: record.id,
    key: `${record.id}:${record.version}:${event}`,
    importNumber,
    props: { priority: record.priority, ...props },
  });
  // Of an escalation or a rating files give no time; the close is the latest by which it was known, so that no past day knows it too early.
  const atClose = record.closedAt ?? now;
  const since = <Key extends keyof TicketRecord>(key: Key): boolean => record[key] !== null && record[key] !== (before?.[key] ?? null);
  const facts: FactDraft[] = [];
  if (before === null) facts.push(fact('ticket_opened', record.openedAt, {}));
  if (before !== null && before.closedAt !== null && record.closedAt === null) facts.push(fact('ticket_opened', now, { again: '1' }));
  if (before?.firstResponseAt == null && record.firstResponseAt !== null)
    facts.push(fact('ticket_answered', record.firstResponseAt, answerProps(record)));
  if (!before?.escalated && record.escalated) facts.push(fact('ticket_escalated', atClose, {}));
  if (before?.closedAt == null && record.closedAt !== null)
    facts.push(fact('ticket_closed', record.closedAt, { hours: String(hoursFromOpening(record, record.closedAt)) }));
  if (since('satisfaction'))
    facts.push(
      fact('ticket_rated', before === null ? atClose : Math.max(atClose, before.updatedAt), { score: String(record.satisfaction) }),
    );
  return before !== null && facts.length === 0 ? [fact('ticket_corrected', now, { opened_at: String(record.openedAt) })] : facts;
};

const answerProps = (record: TicketRecord): Readonly<Record<string, string>> => ({
  minutes: String(Math.round((record.firstResponseAt! - record.openedAt) / 60_000)),
  response_hours: String(hoursFromOpening(record, record.firstResponseAt)),
});
