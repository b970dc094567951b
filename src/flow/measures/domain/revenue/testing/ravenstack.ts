import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { startOfDate } from '#kernel/calendar.ts';
import type { SubscriptionVersion } from '../subscription-version.ts';

const FOLDER = new URL('../../../../../../../shared/data/ravenstack_saas/', import.meta.url);

/** The accounts of the sample, as the file has them, by id. */
export function ravenStackAccounts(): ReadonlyMap<string, Record<string, string>> {
  return new Map(rowsOf('ravenstack_accounts.csv').map((row) => [row.account_id!, row]));
}

/** What was known of the sample's subscriptions, and when. */
export function ravenStackVersions(zone: string): readonly SubscriptionVersion[] {
  return rowsOf('ravenstack_subscriptions.csv').flatMap((row) => versionsOf(row, zone));
}

function rowsOf(file: string): readonly Record<string, string>[] {
  const path = new URL(file, FOLDER);
  if (!existsSync(path)) throw new Error(`The RavenStack sample is missing: expected ${path.pathname}`);
  return parse(readFileSync(path), { bom: true, columns: true });
}

// Each row was known when it happened: the start on its date, and the end, which the file gives as the first date without, on its own.
function versionsOf(row: Record<string, string>, zone: string): readonly SubscriptionVersion[] {
  const from = isoDate(row.start_date!);
  const to = row.end_date === '' ? null : isoDate(row.end_date!);
  const terms = {
    from,
    mrrMinor: Number(row.mrr_amount) * 100,
    plan: row.plan_tier!,
    seats: Number(row.seats),
    trial: row.is_trial === 'TRUE',
  };
  const known = { subscriptionId: row.subscription_id!, accountId: row.account_id!, currency: 'USD' };
  const started = { ...known, knownAt: startOfDate(from, zone), sequence: 0, phases: [{ ...terms, to: null }] };
  if (to === null) return [started];
  return [started, { ...known, knownAt: startOfDate(to, zone), sequence: 1, phases: [{ ...terms, to }] }];
}

function isoDate(dayFirst: string): string {
  return dayFirst.split('-').reverse().join('-');
}
