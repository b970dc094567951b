import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow } from '#flow/intake/index.ts';
import { factRecorder, importContext, runImport, tally, undoImport } from '#flow/intake/testing/sample-import.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import { createMarket } from './index.ts';

let postgres: Awaited<ReturnType<typeof createTestPostgres>>;
beforeAll(async () => {
  postgres = await createTestPostgres();
});
afterAll(() => postgres.drop());

const line = (number: number, values: ImportRow['values']): ImportRow => ({
  line: number,
  values: { campaign: null, kind: null, ...values },
  custom: {},
});
const FILE = [
  line(2, { from: '2024-02-01', channel: 'search', amount: 120_000, kind: 'media' }),
  line(3, { from: '2024-02-10', channel: 'trade fair', amount: 350_050 }),
  line(4, { from: '2024-01-01', to: '2024-03-31', channel: 'partner', amount: 90_000 }),
  line(5, { from: '2024-03-01', channel: 'search', amount: -5_000 }),
];
const open = () => {
  const recorder = factRecorder();
  return { ...recorder, spend: createMarket(recorder).importTargets[0]! };
};
const sums = (facts: ReturnType<typeof open>['facts']) =>
  Object.fromEntries(
    [...Map.groupBy(facts, (fact) => fact.props!.channel!)].map(([channel, some]) => [
      channel,
      some.reduce((sum, fact) => sum + fact.amountMinor!, 0),
    ]),
  );

describe('spend', () => {
  it('comes in by channel and period, once', async () => {
    const { facts, spend } = open();
    expect(tally(await runImport(postgres, spend, { context: importContext(postgres.db), rows: FILE }))).toEqual({
      created: 4,
      negative_amount: 1,
    });
    expect(tally(await runImport(postgres, spend, { context: importContext(postgres.db), rows: FILE }))).toMatchObject({ unchanged: 4 });
    expect(sums(facts)).toEqual({ search: 115_000, 'trade fair': 350_050, partner: 90_000 });
    const { rows } = await sql<{ from_on: string; to_on: string }>`select from_on, to_on from spend_line order by from_on, to_on`.execute(
      postgres.db,
    );
    expect(rows.map((row) => [row.from_on, row.to_on])).toEqual([
      ['2024-01-01', '2024-03-31'],
      ['2024-02-01', '2024-02-29'],
      ['2024-02-10', '2024-02-10'],
      ['2024-03-01', '2024-03-31'],
    ]);
  });

  it('that changes tells the difference, so that its facts add up, and an undo brings it back', async () => {
    const { facts, spend } = open();
    const context = importContext(postgres.db, { importNumber: 2 });
    const ided = [line(2, { line_id: 'L1', from: '2024-05-01', channel: 'print', amount: 1_000 })];
    const moved = [line(2, { line_id: 'L1', from: '2024-05-01', channel: 'radio', amount: 1_500 })];
    await runImport(postgres, spend, { context, rows: ided });
    const outcomes = [
      ...(await runImport(postgres, spend, { context, rows: [line(2, { ...ided[0]!.values, amount: 1_200 })] })),
      ...(await runImport(postgres, spend, { context, rows: moved })),
    ];
    expect(sums(facts)).toEqual({ print: 0, radio: 1_500 });
    expect(facts.slice(1).every((fact) => fact.known === context.now)).toBe(true);
    await undoImport(postgres, spend, { context, outcomes });
    expect(tally(await runImport(postgres, spend, { context, rows: ided }))).toEqual({ unchanged: 1 });
  });

  it('is refused when its period ends before it begins', async () => {
    const { spend } = open();
    const outcomes = await runImport(postgres, spend, {
      context: importContext(postgres.db),
      rows: [line(2, { from: '2024-02-01', to: '2024-01-01', channel: 'search', amount: 1 })],
    });
    expect(outcomes).toMatchObject([{ outcome: 'failed', field: 'to' }]);
  });
});
