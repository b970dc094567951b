import type { AccountRef, RowFate } from '#flow/intake/contracts.ts';
import { startOfDate } from '#kernel/calendar.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { sameValue } from '#kernel/same-value.ts';
import type { DealRecord } from './deal.ts';
import type { DealSaid } from './deal-row.ts';

/** The circumstances of a row: which deal with whom, from where, when. */
export interface DealTelling {
  readonly said: DealSaid;
  readonly account: AccountRef | null;
  readonly source: string;
  readonly externalId: string;
  readonly currency: string;
  readonly importNumber: number;
  readonly now: number;
  readonly timeZone: string;
  makeId(): string;
}

/**
 * What becomes of a deal when a file says this of it? A new one tells its opening and, if closed, how it ended, each known when it happened;
 * of one that exists only the new step is told: moved (now), won or lost (on its date), or else a correction, known now.
 */
export const reviseDeal = (telling: DealTelling, before: DealRecord | null): RowFate<DealRecord> => {
  const stated = statedDeal(telling, before);
  if (before !== null && sameValue(stated, before)) return { record: null, notes: [] };
  const record = { ...stated, version: stated.version + 1, updatedAt: telling.now };
  return { record, facts: before === null ? beginning(record, telling) : [nextStep(record, before, telling)], notes: [] };
};

const statedDeal = ({ said, account, ...telling }: DealTelling, before: DealRecord | null): DealRecord => ({
  id: before?.id ?? telling.makeId(),
  accountNum: account?.num ?? before?.accountNum ?? 0,
  source: telling.source,
  externalId: telling.externalId,
  name: said.name ?? before?.name ?? telling.externalId,
  product: told(said.product, before?.product),
  rep: told(said.rep, before?.rep),
  team: told(said.team, before?.team),
  stage: said.stage,
  status: said.status,
  amountMinor: told(said.amountMinor, before?.amountMinor),
  currency: telling.currency,
  openedOn: told(said.openedOn, before?.openedOn),
  closedOn: told(said.closedOn, before?.closedOn),
  attributes: { ...before?.attributes, ...said.attributes },
  version: before?.version ?? 0,
  createdAt: before?.createdAt ?? telling.now,
  updatedAt: before?.updatedAt ?? telling.now,
});

const told = <Value>(value: Value | null | undefined, old: Value | null | undefined): Value | null =>
  value === undefined ? (old ?? null) : value;

const beginning = (record: DealRecord, telling: DealTelling): readonly FactDraft[] => {
  const openedOn = record.openedOn ?? (record.status === 'open' ? null : record.closedOn);
  // What a closed deal was worth was not known when it opened.
  const opened = fact(record, telling, {
    event: 'deal_opened',
    on: openedOn,
    amountMinor: record.status === 'open' ? record.amountMinor : null,
  });
  return record.status === 'open' ? [opened] : [opened, closing(record, telling)];
};

const nextStep = (record: DealRecord, before: DealRecord, telling: DealTelling): FactDraft => {
  const isSameAccount = record.accountNum === before.accountNum;
  if (isSameAccount && record.status !== before.status && record.status !== 'open') return closing(record, telling);
  const event =
    !isSameAccount || record.stage === before.stage ? 'deal_corrected' : before.status === 'open' ? 'deal_moved' : 'deal_opened';
  return fact(record, telling, {
    event,
    on: null,
    amountMinor: record.amountMinor,
    props: event === 'deal_moved' ? { from: before.stage } : {},
  });
};

const closing = (record: DealRecord, telling: DealTelling): FactDraft =>
  fact(record, telling, { event: `deal_${record.status}`, on: record.closedOn, amountMinor: record.amountMinor });

interface DealStep {
  readonly event: string;
  /** The date on which it happened; null for now. */
  readonly on: string | null;
  readonly amountMinor: number | null;
  readonly props?: Readonly<Record<string, string>>;
}

const fact = (record: DealRecord, { now, timeZone, importNumber }: DealTelling, { event, on, amountMinor, props }: DealStep): FactDraft => {
  const at = on === null ? now : startOfDate(on, timeZone);
  return {
    event,
    at,
    known: Math.min(at, now),
    source: 'import',
    account: record.accountNum,
    subject: record.id,
    key: `${record.id}:${record.version}:${event}`,
    amountMinor: amountMinor ?? 0,
    importNumber,
    props: {
      stage: event === 'deal_opened' && record.status !== 'open' ? '' : record.stage,
      rep: record.rep ?? '',
      product: record.product ?? '',
      team: record.team ?? '',
      currency: record.currency,
      ...props,
    },
  };
};
