import { useSyncExternalStore } from 'react';
import type { Tone } from './StatusPill.tsx';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
  /** Takes the action back; offered for as long as the toast stands. */
  readonly undo?: () => void;
  /** Where the result is. */
  readonly to?: { readonly href: string; readonly label: string };
}

const LIFETIME = 6_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

/** Says that something was done, for six seconds; errors stay until closed. Returns the toast's id. */
export const showToast = (toast: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Tone }): number => {
  lastId += 1;
  const id = lastId;
  change([...toasts.slice(-2), { tone: 'good', ...toast, id }]);
  if (toast.tone !== 'bad') setTimeout(() => closeToast(id), LIFETIME);
  return id;
};

/** Takes a toast away. */
export const closeToast = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

/** The toasts that stand now, oldest first. */
export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore(
    subscribe,
    () => toasts,
    () => toasts,
  );

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const change = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};
