import type { AccountRef, ImportNotes, ImportRow, RowFate, RowNote } from '#flow/intake/contracts.ts';
import { dateOf, startOfDate } from '#kernel/calendar.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { sameValue } from '#kernel/same-value.ts';
import { GROW_SAYS } from './grow-sayings.ts';

/** What was written down when a customer left. Its currency is that of the refund. */
export type ChurnRecord = {
  readonly id: string;
  readonly accountId: string;
  readonly accountNum: number;
  readonly source: string;
  readonly externalId: string;
  readonly churnedOn: string;
  readonly reason: string | null;
  readonly refundMinor: number | null;
  readonly currency: string;
  readonly reactivation: boolean | null;
  readonly feedback: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** The circumstances of a row: whose record, from where, when. */
export interface ChurnTelling {
  readonly account: AccountRef;
  readonly source: string;
  readonly importNumber: number;
  readonly currency: string;
  readonly now: number;
  readonly timeZone: string;
  makeId(): string;
}

/** What tells churn records of a source apart: their id, or else the account and the date. */
export const churnKey = ({ values }: ImportRow): string =>
  values.churn_event_id ? String(values.churn_event_id) : `${values.account_id ?? values.account_name} ${values.churn_date}`;

/** What becomes of a churn record when a file says this of it? A new one is told on its date; a changed one is corrected, known now. */
export const reviseChurn = (row: ImportRow, telling: ChurnTelling, before: ChurnRecord | null): RowFate<ChurnRecord> => {
  const { now, timeZone } = telling;
  const stated = statedChurn(row, telling, before);
  if (before !== null && sameValue(stated, before)) return { record: null, notes: [] };
  const record = { ...stated, version: stated.version + 1, updatedAt: now };
  const at = before === null ? startOfDate(record.churnedOn, timeZone) : now;
  const event = before === null ? 'churn_recorded' : 'churn_corrected';
  return { record, facts: [churnFact(event, record, { at, known: Math.min(at, now), importNumber: telling.importNumber })], notes: [] };
};

/** What of a churn row does not fit together. `signedUpAt` (UTC ms) is when its account began, if known. */
export const churnNotes = (row: ImportRow, signedUpAt: number | undefined, timeZone: string): readonly RowNote[] => {
  const signedUpOn = signedUpAt === undefined ? null : dateOf(signedUpAt, timeZone);
  const churnedOn = String(row.values.churn_date);
  return signedUpOn !== null && churnedOn < signedUpOn
    ? [{ code: 'churn_before_sign_up', text: GROW_SAYS.churned_before_sign_up({ churn: churnKey(row), churnedOn, signedUpOn }) }]
    : [];
};

/** What the notes mean, in words. */
export const CHURN_NOTES: ImportNotes = {
  churn_before_sign_up: {
    severity: 'warning',
    message: {
      en: 'Accounts that churned before they signed up.',
      'zh-CN': '流失日期早于注册日期的客户。',
      es: 'Cuentas que se dieron de baja antes de su alta.',
    },
  },
};

const statedChurn = ({ values, custom, ...row }: ImportRow, telling: ChurnTelling, before: ChurnRecord | null): ChurnRecord => {
  const said = <Value>(key: string, old: Value | undefined): Value | null =>
    values[key] === undefined ? (old ?? null) : (values[key] as Value | null);
  const flags = ['preceding_upgrade', 'preceding_downgrade'].flatMap((flag) =>
    typeof values[flag] === 'boolean' ? [[flag, String(values[flag])]] : [],
  );
  return {
    id: before?.id ?? telling.makeId(),
    accountId: telling.account.id,
    accountNum: telling.account.num,
    source: telling.source,
    externalId: churnKey({ values, custom, ...row }),
    churnedOn: String(values.churn_date),
    reason: said('reason', before?.reason),
    refundMinor: said('refund', before?.refundMinor),
    currency: telling.currency,
    reactivation: said('is_reactivation', before?.reactivation),
    feedback: said('feedback', before?.feedback),
    attributes: { ...before?.attributes, ...Object.fromEntries(flags), ...custom },
    version: before?.version ?? 0,
    createdAt: before?.createdAt ?? telling.now,
    updatedAt: before?.updatedAt ?? telling.now,
  };
};

const churnFact = (
  event: string,
  record: ChurnRecord,
  { at, known, importNumber }: { at: number; known: number; importNumber: number },
): FactDraft => ({
  event,
  at,
  known,
  source: 'import',
  account: record.accountNum,
  subject: record.id,
  key: `${record.id}:${record.version}`,
  importNumber,
  props: {
    churned_on: record.churnedOn,
    reason: record.reason ?? '',
    refund_minor: record.refundMinor === null ? '' : String(record.refundMinor),
    feedback: record.feedback ?? '',
    reactivation: record.reactivation === null ? '' : String(record.reactivation),
    v: String(record.version),
  },
});
