import type { ImportNotes, ImportRow, RowFate, RowNote, RowRefusal } from '#flow/intake/contracts.ts';
import { addDays, nextPeriod, startOfDate } from '#kernel/calendar.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { sameValue } from '#kernel/same-value.ts';
import { MARKET_SAYS } from './market-sayings.ts';

/** What was spent on a channel in a period. Both dates lie inside it. */
export type SpendLine = {
  readonly id: string;
  readonly source: string;
  readonly externalId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly channel: string;
  readonly campaign: string | null;
  readonly kind: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** From where and when a line comes. */
export interface SpendTelling {
  readonly source: string;
  readonly currency: string;
  readonly importNumber: number;
  readonly now: number;
  readonly timeZone: string;
  makeId(): string;
}

/** What tells spend lines of a source apart: their id, or else period, channel, campaign and kind. */
export const spendKey = ({ values }: ImportRow): string =>
  values.line_id ? String(values.line_id) : ['from', 'to', 'channel', 'campaign', 'kind'].map((key) => values[key] ?? '').join(' | ');

/**
 * What becomes of a spend line when a file says this of it? Amounts of `spend_recorded` add up: a line that changes tells the difference, known
 * now, and one that moves to another channel or period takes its amount from there and brings it here.
 */
export const reviseSpend = (row: ImportRow, telling: SpendTelling, before: SpendLine | null): RowFate<SpendLine> => {
  const stated = statedLine(row, telling, before);
  if (stated.toOn < stated.fromOn) return { refused: endsBeforeItBegins(stated) };
  const notes = negativeNote(stated);
  if (before !== null && sameValue(stated, before)) return { record: null, notes };
  const record = { ...stated, version: stated.version + 1, updatedAt: telling.now };
  return { record, facts: spendFacts(record, before, telling), notes };
};

/** What the notes mean, in words. */
export const SPEND_NOTES: ImportNotes = {
  negative_amount: {
    severity: 'info',
    message: {
      en: 'Amounts below zero: taken as credits, they lower the spend.',
      'zh-CN': '金额为负：视为退款，冲减支出。',
      es: 'Importes negativos: se toman como abonos y reducen el gasto.',
    },
  },
};

const statedLine = ({ values, custom, line }: ImportRow, telling: SpendTelling, before: SpendLine | null): SpendLine => {
  const fromOn = String(values.from);
  return {
    id: before?.id ?? telling.makeId(),
    source: telling.source,
    externalId: spendKey({ values, custom, line }),
    fromOn,
    toOn: values.to ? String(values.to) : lastDayOf(fromOn),
    channel: String(values.channel),
    campaign: (values.campaign as string | null | undefined) ?? null,
    kind: (values.kind as string | null | undefined) ?? null,
    amountMinor: Number(values.amount),
    currency: telling.currency,
    attributes: { ...before?.attributes, ...custom },
    version: before?.version ?? 0,
    createdAt: before?.createdAt ?? telling.now,
    updatedAt: before?.updatedAt ?? telling.now,
  };
};

// A line dated on the first of a month without an end is for the month, as tools export it; any other date is a day.
const lastDayOf = (fromOn: string): string => (fromOn.endsWith('-01') ? addDays(nextPeriod(fromOn, 'month'), -1) : fromOn);

const spendFacts = (record: SpendLine, before: SpendLine | null, telling: SpendTelling): readonly FactDraft[] => {
  if (before === null) return [spendFact(record, telling, { amountMinor: record.amountMinor, part: 'new' })];
  if (sameValue(placeOf(record), placeOf(before))) {
    const difference = record.amountMinor - before.amountMinor;
    return difference === 0 ? [] : [spendFact(record, telling, { amountMinor: difference, part: 'difference' })];
  }
  return [
    spendFact({ ...before, version: record.version }, telling, { amountMinor: -before.amountMinor, part: 'from' }),
    spendFact(record, telling, { amountMinor: record.amountMinor, part: 'to' }),
  ];
};

const placeOf = ({ fromOn, toOn, channel, campaign, kind, currency }: SpendLine) => ({ fromOn, toOn, channel, campaign, kind, currency });

const spendFact = (
  line: SpendLine,
  { now, timeZone, importNumber }: SpendTelling,
  { amountMinor, part }: { readonly amountMinor: number; readonly part: 'new' | 'difference' | 'from' | 'to' },
): FactDraft => {
  const at = startOfDate(line.fromOn, timeZone);
  return {
    event: 'spend_recorded',
    at,
    known: part === 'new' ? Math.min(at, now) : now,
    source: 'import',
    subject: line.id,
    key: `${line.id}:${line.version}:${part}`,
    amountMinor,
    importNumber,
    props: {
      channel: line.channel,
      campaign: line.campaign ?? '',
      kind: line.kind ?? '',
      from: line.fromOn,
      to: line.toOn,
      currency: line.currency,
    },
  };
};

const negativeNote = ({ amountMinor, channel, fromOn, currency }: SpendLine): readonly RowNote[] =>
  amountMinor < 0
    ? [{ code: 'negative_amount', text: MARKET_SAYS.spend_below_zero({ channel, fromOn, amount: { amountMinor, currency } }) }]
    : [];

const endsBeforeItBegins = ({ fromOn, toOn }: SpendLine): RowRefusal => ({
  field: 'to',
  said: MARKET_SAYS.spend_ends_before_start({ fromOn, toOn }),
});
