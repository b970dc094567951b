import type { EngineConfig } from './engine-settings.ts';

/** What the supervisor says to the engine process over IPC; the secret travels here and not in the environment, which others can read. */
export type ToEngine = { readonly type: 'start'; readonly config: EngineConfig } | { readonly type: 'stop' };

/** What the engine process says back. */
export type FromEngine =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'stopped' };
