import type { Logger } from 'pino';

/** The part of a logger that the engine speaks to. */
export type EngineLog = Pick<Logger, 'info' | 'warn' | 'error'>;
