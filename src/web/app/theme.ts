import { useSyncExternalStore } from 'react';

/** Light, dark, or as the system is set. */
export type Theme = 'light' | 'dark' | 'system';

const KEY = 'perennial.theme';
const listeners = new Set<() => void>();

/** The theme that the reader chose. public/theme.js reads the same key before the first paint. */
const currentTheme = (): Theme => {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

/** Changes the theme and remembers it in this browser. */
export const setTheme = (theme: Theme): void => {
  if (theme === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset.theme = theme;
  }
  for (const listener of listeners) listener();
};

/** The theme now, kept up to date. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme, () => 'system');

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
