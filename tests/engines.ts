/** Starts what every test file shares. Filled by the stores: one PostgreSQL server with a template database, one ClickHouse engine. */
export const setup = async (): Promise<void> => {};
