import { describe, expect, it } from 'vitest';
import { isAppError } from '#kernel/app-error.ts';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('has defaults for everything', () => {
    expect(readConfig({})).toMatchObject({ port: 4400, databaseUrl: undefined, clickhouseUrl: undefined });
  });

  it('lists every mistake at once', () => {
    try {
      readConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://x', CLICKHOUSE_URL: 'nonsense', LOG_LEVEL: 'loud' });
      expect.unreachable();
    } catch (error) {
      expect(isAppError(error) && error.fields.map((field) => field.field)).toEqual([
        'PORT',
        'DATABASE_URL',
        'CLICKHOUSE_URL',
        'LOG_LEVEL',
      ]);
    }
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(4400);
  });
});
