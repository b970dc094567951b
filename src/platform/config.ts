import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type AppError, inEnglish, OperatorError } from '#kernel/app-error.ts';

const url = (protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );

const Environment = z.object({
  /** Port of the web server. */
  PORT: z.coerce.number('a port number').int().min(0).max(65535, 'a port from 0 to 65535').default(4400),
  /** Address to listen on; 127.0.0.1 keeps it on this machine. */
  HOST: z.string().min(1).default('0.0.0.0'),
  /** Data folder: stores, uploads, keys. */
  PERENNIAL_HOME: z.string().min(1).default(join(process.cwd(), '.perennial')),
  /** A PostgreSQL server instead of the embedded one. */
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  /** A ClickHouse server instead of the embedded one. */
  CLICKHOUSE_URL: url(['http:', 'https:']).optional(),
  /** Public address, when it differs from where it listens: used in links and cookies. */
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Memory of the embedded event store, in MiB. */
  EVENT_STORE_MEMORY_MB: z.coerce.number('a number of MiB').int().min(256, 'at least 256').default(1024),
  /** Room on the disk that is left to the databases, in MiB: below it nothing more is taken in. */
  DISK_RESERVE_MB: z.coerce.number('a number of MiB').int().min(16, 'at least 16').default(256),
  /** How many requests of the API one caller may send a minute. */
  REQUESTS_PER_MINUTE: z.coerce.number('a number of requests').int().min(1, 'at least 1').default(1200),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly clickhouseUrl: string | undefined;
  readonly publicUrl: string | undefined;
  readonly logLevel: string;
  readonly eventStoreMemoryBytes: number;
  readonly diskReserveBytes: number;
  readonly requestsPerMinute: number;
}

/** Reads the configuration from environment variables; throws one error that lists every mistake at once. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) throw configError(parsed.error);
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    home: env.PERENNIAL_HOME.replace(/^~(?=\/|$)/, homedir()),
    databaseUrl: env.DATABASE_URL,
    clickhouseUrl: env.CLICKHOUSE_URL,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, ''),
    logLevel: env.LOG_LEVEL,
    eventStoreMemoryBytes: env.EVENT_STORE_MEMORY_MB * 1024 * 1024,
    diskReserveBytes: env.DISK_RESERVE_MB * 1024 * 1024,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
  };
};

const configError = (error: z.ZodError): AppError => {
  const fields = error.issues.map((issue) => ({ field: issue.path.join('.'), said: inEnglish(issue.message) }));
  const lines = fields.map(({ field, said }) => `  ${field}: expected ${said.words.en[0]}`);
  return new OperatorError(
    'invalid',
    `The configuration has ${fields.length} mistake${fields.length === 1 ? '' : 's'}:\n${lines.join('\n')}`,
    {
      fields,
      remedy: 'Correct these environment variables and start again.',
    },
  );
};
