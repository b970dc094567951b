import type { ImportRow, RowRefusal } from '#flow/intake/contracts.ts';
import { isCurrency, monthlyMinor } from '#kernel/money.ts';
import { GROW_SAYS } from './grow-sayings.ts';
import type { BillingLength } from './subscription.ts';

/** What a row says of a subscription. What the file has no column for is undefined; a blank cell is null. */
export interface SubscriptionTerms {
  readonly startedOn: string;
  readonly endedOn: string | null | undefined;
  readonly plan: string | undefined;
  readonly seats: number | null | undefined;
  readonly currency: string;
  /** Monthly value in minor units; undefined when the row has no price. */
  readonly mrrMinor: number | undefined;
  readonly arrMinor: number | undefined;
  readonly interval: BillingLength | undefined;
  readonly trial: boolean | undefined;
  readonly autoRenew: boolean | null | undefined;
  readonly endReason: string | null | undefined;
  readonly changedOn: string | null;
  /** When what the row says became known, where that was not when it took effect. */
  readonly knownOn: string | null;
  readonly churnFlag: boolean | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

const LENGTHS: Readonly<Record<string, BillingLength>> = {
  month: 'month',
  months: 'month',
  monthly: 'month',
  m: 'month',
  mensual: 'month',
  mes: 'month',
  月: 'month',
  月付: 'month',
  按月: 'month',
  每月: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  quarterly: 'quarter',
  q: 'quarter',
  trimestral: 'quarter',
  trimestre: 'quarter',
  季: 'quarter',
  季付: 'quarter',
  按季: 'quarter',
  每季: 'quarter',
  year: 'year',
  years: 'year',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
  y: 'year',
  anual: 'year',
  año: 'year',
  年: 'year',
  年付: 'year',
  按年: 'year',
  每年: 'year',
};

/** What does this row say, in the file's `currency` unless it names its own (its amounts were read in that one)? Refused when it cannot be a subscription. */
export const termsOfRow = ({ values, custom }: ImportRow, fileCurrency: string): SubscriptionTerms | { readonly refused: RowRefusal } => {
  const startedOn = values.start_date as string;
  const endedOn = values.end_date as string | null | undefined;
  if (endedOn && endedOn < startedOn) return { refused: endsBeforeStart(startedOn, endedOn) };
  const currency = values.currency ? String(values.currency).trim().toUpperCase() : fileCurrency;
  if (!isCurrency(currency)) return { refused: unknownCurrency(currency) };
  const frequency = values.billing_frequency ? String(values.billing_frequency).trim().toLowerCase() : undefined;
  const interval = frequency === undefined ? undefined : LENGTHS[frequency];
  if (frequency !== undefined && interval === undefined) return { refused: unknownFrequency(frequency) };
  const minor = (key: string): number | undefined => {
    const value = values[key];
    return typeof value === 'number' ? value : undefined;
  };
  return {
    startedOn,
    endedOn,
    plan: values.plan === undefined ? undefined : String(values.plan ?? ''),
    seats: values.seats as number | null | undefined,
    currency,
    mrrMinor: monthly({ mrr: minor('mrr'), arr: minor('arr'), amount: minor('amount') }, interval ?? 'month'),
    arrMinor: minor('arr'),
    interval,
    trial: values.is_trial === undefined ? undefined : values.is_trial === true,
    autoRenew: values.auto_renew as boolean | null | undefined,
    endReason: values.end_reason as string | null | undefined,
    changedOn: (values.changed_on as string | null | undefined) ?? null,
    knownOn: (values.known_on as string | null | undefined) ?? null,
    churnFlag: typeof values.churn_flag === 'boolean' ? values.churn_flag : undefined,
    attributes: { ...flagsOf(values), ...custom },
  };
};

// The monthly value as the source states it; else from the yearly one; else from the price of a billing period.
const monthly = (
  price: { mrr: number | undefined; arr: number | undefined; amount: number | undefined },
  interval: BillingLength,
): number | undefined => {
  if (price.mrr !== undefined) return price.mrr;
  if (price.arr !== undefined) return monthlyMinor(price.arr, { unit: 'year', count: 1 });
  return price.amount === undefined ? undefined : monthlyMinor(price.amount, { unit: interval, count: 1 });
};

const flagsOf = (values: ImportRow['values']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['upgrade_flag', 'downgrade_flag', 'churn_flag'].flatMap((flag) =>
      typeof values[flag] === 'boolean' ? [[flag, String(values[flag])]] : [],
    ),
  );

const endsBeforeStart = (startedOn: string, endedOn: string): RowRefusal => ({
  field: 'end_date',
  said: GROW_SAYS.subscription_ends_before_start({ startedOn, endedOn }),
});
const unknownCurrency = (currency: string): RowRefusal => ({
  field: 'currency',
  said: GROW_SAYS.currency_code_unknown({ currency }),
});
const unknownFrequency = (frequency: string): RowRefusal => ({
  field: 'billing_frequency',
  said: GROW_SAYS.frequency_unreadable({ frequency }),
});
