import { useSyncExternalStore } from 'react';

/** Does the server answer? `busy` when it asks for a moment, `offline` when nothing comes back. */
export type Connection = 'ok' | 'busy' | 'offline';

const listeners = new Set<() => void>();
let connection: Connection = 'ok';

/** Notes that the server answered. */
export const noteAnswer = (): void => change('ok');

/** Notes that the server did not answer, or asked for a moment. */
export const noteSilence = (kind: 'busy' | 'offline'): void => change(kind);

/** Whether the server answers now; the shell shows a notice when it does not. */
export const useConnection = (): Connection =>
  useSyncExternalStore(
    subscribe,
    () => connection,
    () => connection,
  );

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const change = (next: Connection): void => {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
};
