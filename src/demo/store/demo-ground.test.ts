import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPostgres, type TestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import { emptyRecords, KEPT } from './demo-ground.ts';

/** What came with records and facts, or was worked out of them. */
const GOES: readonly string[] = [
  ...['account', 'account_key', 'person', 'alias', 'identity_merge', 'duplicate_dismissal', 'standing_change'],
  ...['fact_batch', 'account_reaction', 'person_reaction', 'people_watched'],
  ...['import', 'import_change', 'import_error', 'import_reference', 'imported_event'],
  ...[
    'account_figure',
    'account_health',
    'account_mrr',
    'person_figure',
    'health_override',
    'history_due',
    'score_day',
    'signals_heard',
    'signals_night',
    'signals_progress',
  ],
  ...[
    'lifecycle_cause',
    'lifecycle_ended',
    'lifecycle_entered',
    'lifecycle_lasting',
    'lifecycle_left',
    'lifecycle_move',
    'segment_check',
    'segment_stay',
    'play_run',
    'play_sweep',
    'task',
  ],
  ...['churn_record', 'deal', 'note', 'product', 'sales_rep', 'spend_line', 'subscription', 'ticket'],
];

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await createTestPostgres();
});
afterAll(() => postgres.drop());

it('is decided for every table of a workspace whether it stays when the demo company is taken out', async () => {
  const { rows } = await postgres.pool.query<{ name: string }>(`
    select distinct table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = current_schema() and column_name = 'ws' and table_type = 'BASE TABLE' order by 1`);
  const names = rows.map(({ name }) => name);
  expect(names.filter((name) => KEPT.includes(name) === GOES.includes(name))).toEqual([]);
  expect([...KEPT, ...GOES].filter((name) => !names.includes(name))).toEqual([]);
});

it('leaves no counts of moves behind', async () => {
  await sql`insert into lifecycle_move (ws, account_num, n, stage, to_stage, rule_version, entered_on, left_on, entered_at, left_at, known_from, mrr_minor)
    values (7, 1, 1, 'captured', 'active', 1, '2026-03-01', '2026-03-04', '2026-03-01', '2026-03-04', '2026-03-01', 0),
      (7, 1, 2, 'active', null, 1, '2026-03-04', null, '2026-03-04', null, '2026-03-04', 500)`.execute(postgres.db);
  await postgres.transaction((tx) => emptyRecords(tx, 7));
  for (const table of ['lifecycle_ended', 'lifecycle_entered', 'lifecycle_left', 'lifecycle_lasting', 'lifecycle_move'])
    expect((await sql`select * from ${sql.table(table)} where ws = 7`.execute(postgres.db)).rows).toEqual([]);
});
