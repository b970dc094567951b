/** What the engine process is told at start, by its parent. */
export interface EngineConfig {
  readonly folder: string;
  /** 0 picks a free port. */
  readonly port: number;
  readonly secret: string;
  readonly memoryBytes: number;
  readonly readSessions: number;
  readonly writeSessions: number;
  /** How many statements may wait for a session before new ones are refused. */
  readonly queueLimit: number;
}

export const DEFAULT_MEMORY_BYTES = 1024 ** 3;

const MEBIBYTE = 1024 ** 2;

/** Which query settings does a session return to after each statement? Derived from the memory cap in bytes. */
export const baseSettings = (memoryBytes: number): Readonly<Record<string, string>> => ({
  // Its default of 1 GiB silently drops queries to one thread under any server cap below 2 GiB (measured: 1.8 times slower).
  max_threads_min_free_memory_per_thread: '0',
  // Two questions run at once (measures): neither may take the memory of the other, nor that of inserts.
  max_memory_usage: String(Math.floor(memoryBytes * 0.45)),
  max_bytes_before_external_group_by: String(Math.floor(memoryBytes / 8)),
  max_bytes_ratio_before_external_group_by: '0',
  max_bytes_before_external_sort: String(Math.floor(memoryBytes / 16)),
  max_bytes_ratio_before_external_sort: '0',
  // A result is held whole before it is sent, as text in a buffer that doubles: at a quarter of the cap, memory ran out first.
  max_result_bytes: String(Math.floor(memoryBytes / 8)),
  result_overflow_mode: 'throw',
  // Bound parameters travel as SET statements, so a long list of ids must fit into a statement.
  max_query_size: String(64 * MEBIBYTE),
  log_queries: '0',
});

/** Which command-line arguments keep the engine small: the memory cap, small caches and few background threads. */
export const connectionArguments = (memoryBytes: number): readonly string[] => {
  const server = {
    max_server_memory_usage: memoryBytes,
    mark_cache_size: 32 * MEBIBYTE,
    index_mark_cache_size: 8 * MEBIBYTE,
    query_condition_cache_size: 16 * MEBIBYTE,
    background_pool_size: 2,
    background_schedule_pool_size: 4,
    background_common_pool_size: 2,
    background_move_pool_size: 1,
    background_fetches_pool_size: 1,
  };
  return Object.entries({ ...server, ...baseSettings(memoryBytes) }).map(([name, value]) => `--${name}=${value}`);
};
