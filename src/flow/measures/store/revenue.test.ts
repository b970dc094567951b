import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateOf } from '#kernel/calendar.ts';
import type { Dimension } from '#kernel/measure.ts';
import { createTestClickHouse, type TestClickHouse } from '#platform/clickhouse/testing.ts';
import type { Moved } from '../domain/bridge.ts';
import type { RetainedSums } from '../domain/retained-answer.ts';
import { movementsOf } from '../domain/revenue/movements.ts';
import { accountMrrSteps, type MrrLedger, mrrOn } from '../domain/revenue/mrr-ledger.ts';
import { type RevenuePeriod, type RevenueSlice, revenueByPeriod } from '../domain/revenue/revenue-by-period.ts';
import { arpa } from '../domain/revenue/revenue-ratios.ts';
import { grrNrr, logoChurn } from '../domain/revenue/revenue-retention.ts';
import type { SubscriptionVersion } from '../domain/revenue/subscription-version.ts';
import { ANY_RANGE, anyVersions } from '../domain/revenue/testing/any-versions.ts';
import { DOLLARS } from '../domain/revenue/testing/timelines.ts';
import { readMrrChanges } from './mrr-steps.ts';
import { movementTotals, unconvertedCurrencies } from './revenue.ts';
import { retentionSums, stockSums } from './revenue-sums.ts';
import { rowsOf } from './statement.ts';
import type { MoneyScope } from './subscription-parts.ts';
import { insertFacts, type ToldFact } from './testing/event-lines.ts';
import { subscriptionFact } from './testing/subscription-facts.ts';

const WORKSPACES = 16;
const SAMPLES = 16;
const ZONES = ['UTC', 'Pacific/Apia', 'America/Sao_Paulo'];
const STARTS = ['2024-02-10', '2024-03-01', '2024-04-01', '2024-08-15', '2024-12-01'];
const UNTIL = '2025-02-01';
const WINDOWS = [
  { opensAfter: '2024-03-31', closesOn: '2024-12-31' },
  { opensAfter: '2024-05-31', closesOn: '2024-06-30' },
];

let clickhouse: TestClickHouse;
let workspaces: readonly {
  readonly ws: number;
  readonly versions: readonly SubscriptionVersion[];
  readonly asOf: number;
  readonly zone: string;
}[];

// Each workspace holds many generated ones side by side; the account 'a2' of the 7th is '7a2', whose number is 72.
const numOf = (accountId: string): number => Number(accountId.replace('a', ''));
// An industry of its own for the first account of each sample, another for its others: a fault shows in which sample it is.
const industryOf = (accountId: string): string => `${accountId.split('a')[0]}${accountId.endsWith('a1') ? 'x' : 'y'}`;

beforeAll(async () => {
  clickhouse = await createTestClickHouse();
  const samples = fc.sample(anyVersions, { numRuns: WORKSPACES * SAMPLES, seed: 20_241_231 });
  const moments = fc.sample(fc.tuple(fc.nat(400), fc.constantFrom(...ZONES)), { numRuns: WORKSPACES, seed: 20_241_231 });
  workspaces = moments.map(([days, zone], index) => ({
    ws: index + 1,
    versions: samples.slice(index * SAMPLES, (index + 1) * SAMPLES).flatMap(besideOthers),
    asOf: Date.parse(addDays(ANY_RANGE.from, days)) + 40_000_000,
    zone,
  }));
  await insertFacts(clickhouse, workspaces.flatMap(factsOf));
});
afterAll(() => clickhouse.drop());

// Two versions of one subscription are never equal in both their known time and their number.
function besideOthers(versions: readonly SubscriptionVersion[], sample: number): readonly SubscriptionVersion[] {
  return versions.map((version, sequence) => ({
    ...version,
    sequence,
    accountId: `${sample + 1}${version.accountId}`,
    subscriptionId: `${sample + 1}${version.subscriptionId}`,
  }));
}

function factsOf({ ws, versions }: (typeof workspaces)[number]): readonly ToldFact[] {
  const accounts = [...new Set(versions.map((version) => version.accountId))].map((id) => ({
    ...{ ws, event: 'account_created', at: 0, account: numOf(id) },
    props: { industry: industryOf(id) },
  }));
  return [...accounts, ...versions.map((version) => subscriptionFact(ws, version, numOf(version.accountId)))];
}

const scopeOf = (workspace: (typeof workspaces)[number], breakdown: Dimension | null): MoneyScope => ({
  ws: workspace.ws,
  asOf: workspace.asOf,
  breakdown,
  filter: null,
  observedThrough: dateOf(workspace.asOf, workspace.zone),
  currency: 'USD',
  rates: new Map([['EUR', '1.1']]),
});
const ledgerOf = ({ versions, asOf, zone }: (typeof workspaces)[number]): MrrLedger =>
  accountMrrSteps({ versions, asOf, zone, fx: DOLLARS });

describe('revenue in SQL, over generated workspaces', () => {
  it.each([
    [null, undefined],
    ['industry', { by: 'account', valueOf: industryOf }],
    ['plan', { by: 'plan' }],
  ] as [Dimension | null, RevenueSlice | undefined][])('has the movements of the reference, by %s', async (breakdown, slice) => {
    for (const workspace of workspaces) {
      const rows = await rowsOf<Moved>(clickhouse, movementTotals(scopeOf(workspace, breakdown), STARTS, UNTIL));
      expect(told(rows), `workspace ${workspace.ws}`).toEqual(expected(ledgerOf(workspace), slice));
    }
  });

  it('retains what the reference retains', async () => {
    for (const workspace of workspaces) {
      const ledger = ledgerOf(workspace);
      const rows = await rowsOf<RetainedSums>(clickhouse, retentionSums(scopeOf(workspace, null), WINDOWS));
      for (const [index, window] of WINDOWS.entries()) {
        const range = { from: addDays(window.opensAfter, 1), to: addDays(window.closesOn, 1) };
        const sums = rows.find((row) => row.w === index + 1);
        const { grr, nrr, accounts } = grrNrr(ledger, range);
        const wanted = [accounts, grr.denominator, grr.numerator, nrr.numerator, logoChurn(ledger, range).churn.numerator];
        expect([sums?.n ?? 0, sums?.x ?? 0, sums?.k ?? 0, sums?.y ?? 0, sums?.lost ?? 0], `workspace ${workspace.ws}`).toEqual(wanted);
      }
      const [stock] = await rowsOf<RetainedSums>(clickhouse, stockSums(scopeOf(workspace, null), ['2024-09-30']));
      const paying = arpa(ledger, '2024-09-30');
      expect([stock?.x ?? 0, stock?.n ?? 0]).toEqual([paying.numerator, paying.denominator]);
    }
  });

  it('divides stock and retention by plan without losing an account or a cent', async () => {
    for (const workspace of workspaces) {
      const [whole, parts, stock] = await Promise.all([
        rowsOf<RetainedSums>(clickhouse, retentionSums(scopeOf(workspace, null), WINDOWS)),
        rowsOf<RetainedSums>(clickhouse, retentionSums(scopeOf(workspace, 'plan'), WINDOWS)),
        rowsOf<RetainedSums>(clickhouse, stockSums(scopeOf(workspace, 'plan'), [WINDOWS[0]!.opensAfter])),
      ]);
      for (const w of [1, 2])
        for (const line of ['n', 'x', 'y', 'k', 'lost'] as const) expect(total(parts, w, line)).toBe(total(whole, w, line));
      expect(total(stock, 1, 'x')).toBe(total(whole, 1, 'x'));
    }
  });

  it('knows the steps and movements of each account', async () => {
    for (const workspace of workspaces) {
      const changes = await readMrrChanges(clickhouse, scopeOf(workspace, null), null);
      for (const account of ledgerOf(workspace).accounts) {
        const wanted = movementsOf(account).map(({ date, kind, amountMinor }) => ({
          date,
          kind,
          amountMinor,
          mrrMinor: mrrOn(account, date),
        }));
        expect(changes.get(numOf(account.accountId)) ?? []).toEqual(wanted);
      }
      const some = [...changes.keys()].filter((num) => num % 3 === 0);
      const asked = await readMrrChanges(clickhouse, scopeOf(workspace, null), some);
      expect([...asked].sort()).toEqual([...changes].filter(([num]) => num % 3 === 0).sort());
    }
  });

  it('names the currencies that it cannot convert and leaves them out', async () => {
    const workspace = workspaces.find(({ versions, asOf }) =>
      versions.some((one) => one.currency === 'EUR' && one.void !== true && one.knownAt < asOf),
    )!;
    const scope = { ...scopeOf(workspace, null), rates: new Map() };
    const [left] = await rowsOf<{ currency: string; n: number }>(clickhouse, unconvertedCurrencies(scope));
    expect(left).toMatchObject({ currency: 'EUR' });
    const dollars = accountMrrSteps({
      ...workspace,
      versions: workspace.versions,
      fx: { kind: 'fixed', currency: 'USD', rates: new Map([['EUR', 0]]) },
    });
    const rows = await rowsOf<Moved>(clickhouse, movementTotals(scope, STARTS, UNTIL));
    expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(dollars.accounts.reduce((sum, account) => sum + mrrOn(account, UNTIL), 0));
  });
});

function total(rows: readonly RetainedSums[], w: number, line: 'n' | 'x' | 'y' | 'k' | 'lost'): number {
  return rows.filter((row) => row.w === w).reduce((sum, row) => sum + row[line], 0);
}

const KINDS = {
  new: 'newMinor',
  expansion: 'expansionMinor',
  contraction: 'contractionMinor',
  churn: 'churnMinor',
  reactivation: 'reactivationMinor',
  transfer: 'transferMinor',
} as const;

/** Lines "slice stretch opening|kind amount", without zeros: from SQL and from the reference. */
function told(rows: readonly Moved[]): readonly string[] {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const openings = [...STARTS, UNTIL].filter((start) => row.stretch < start);
    for (const start of openings) tally(lines, `${row.slice} ${start} opening`, row.amount);
    for (const start of openings) tally(lines, `${row.slice} ${start} accounts`, row.came - row.went);
    if (row.stretch === '') continue;
    tally(lines, `${row.slice} ${row.stretch} ${row.kind}`, row.amount);
    if (row.kind === 'new' || row.kind === 'reactivation') tally(lines, `${row.slice} ${row.stretch} ${row.kind} came`, row.came);
    if (row.kind === 'churn') tally(lines, `${row.slice} ${row.stretch} churn went`, row.went);
  }
  return sorted(lines);
}

function expected(ledger: MrrLedger, slice: RevenueSlice | undefined): readonly string[] {
  const lines = new Map<string, number>();
  const bounds = [...STARTS, UNTIL];
  for (const [index, from] of STARTS.entries()) {
    const to = bounds[index + 1]!;
    for (const series of revenueByPeriod(ledger, { from, to, unit: 'year', ...(slice && { slice }) })) {
      for (const period of series.periods) {
        const name = series.slice ?? '';
        if (period.from === from) {
          tally(lines, `${name} ${from} opening`, period.openingMinor);
          tally(lines, `${name} ${from} accounts`, period.accountsOpening);
        }
        for (const [kind, key] of Object.entries(KINDS)) tally(lines, `${name} ${from} ${kind}`, period[key]);
        tally(lines, `${name} ${from} new came`, period.accountsNew);
        tally(lines, `${name} ${from} reactivation came`, period.accountsReactivated);
        tally(lines, `${name} ${from} churn went`, period.accountsChurned);
      }
    }
  }
  closingLines(lines, ledger, slice);
  return sorted(lines);
}

// Stretches that had not begun yet have no period in the reference: their opening is the last known state.
function closingLines(lines: Map<string, number>, ledger: MrrLedger, slice: RevenueSlice | undefined): void {
  for (const start of [...STARTS, UNTIL].filter((date) => date > ledger.observedThrough || date === UNTIL)) {
    const eve = [ledger.observedThrough, addDays(start, -1)].sort()[0]!;
    for (const series of revenueByPeriod(ledger, { from: eve, to: addDays(eve, 1), unit: 'day', ...(slice && { slice }) })) {
      const last: RevenuePeriod = series.periods[0]!;
      tally(lines, `${series.slice ?? ''} ${start} opening`, last.closingMinor);
      tally(lines, `${series.slice ?? ''} ${start} accounts`, last.accountsClosing);
    }
  }
}

function tally(lines: Map<string, number>, key: string, amount: number): void {
  lines.set(key, (lines.get(key) ?? 0) + amount);
}

function sorted(lines: ReadonlyMap<string, number>): readonly string[] {
  return [...lines]
    .filter(([, amount]) => amount !== 0)
    .map(([key, amount]) => `${key} ${amount}`)
    .sort();
}
