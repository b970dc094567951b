import type { Language } from '#kernel/words.ts';
import { nearestLanguage } from './i18n.ts';

const KEY = 'perennial.language';

/** The language to start with: what this browser's reader chose before, else what the browser asks for. */
export const startLanguage = (): Language => {
  const kept = localStorage.getItem(KEY);
  return nearestLanguage(kept ? [kept] : navigator.languages);
};

/** Remembers the reader's choice for the next visit, also before they sign in. */
export const keepLanguage = (language: Language): void => localStorage.setItem(KEY, language);
