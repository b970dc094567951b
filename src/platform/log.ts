import { pino } from 'pino';

/** What every part writes its story to. Never given personal data: ids and numbers only. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A structured log on standard error; `level` as in pino ('silent' for none). */
export const createLog = (level: string): Log => pino({ level, base: undefined }, pino.destination({ dest: 2, sync: true }));

/** A log that keeps nothing, for tests and short commands. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
