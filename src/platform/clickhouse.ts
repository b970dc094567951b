/** The door to the event store: embedded by default, a ClickHouse server by URL. */
export {
  type ClickHouse,
  type ClickHouseOptions,
  connectClickHouse,
  type InsertOptions,
  type InsertOutcome,
  type QueryOptions,
} from './clickhouse/connect.ts';
export { type EmbeddedClickHouse, type EmbeddedOptions, type EngineState, startEmbeddedClickHouse } from './clickhouse/embedded.ts';
export { migrateClickHouse } from './clickhouse/migrate.ts';
