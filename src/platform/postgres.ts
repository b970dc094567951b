/** The door to PostgreSQL: what stores and the composition root may use of it. */
export { sql } from 'kysely';
export { connectPostgres, type Db, type Postgres, type PostgresOptions } from './postgres/connect.ts';
export { brokenUniqueRule, isLostRace } from './postgres/errors.ts';
export { migratePostgres } from './postgres/migrate.ts';
export { takeNumbers } from './postgres/record-numbers.ts';
export { type Columns, columnNames, recordFields, recordRows, textArray } from './postgres/record-rows.ts';
export { refreshStatistics } from './postgres/statistics.ts';
