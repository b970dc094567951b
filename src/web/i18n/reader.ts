import { createContext, useContext } from 'react';
import type { Reader } from './format.ts';
import { currentLanguage } from './i18n.ts';

/** The person who reads the page; the shell fills it from their settings and the workspace's time zone. */
export const ReaderContext = createContext<Reader | undefined>(undefined);

/** In which locale and time zone does this page speak? */
export const useReader = (): Reader => {
  const given = useContext(ReaderContext);
  return given ?? { locale: localeFor(currentLanguage(), browserLocales()), timeZone: 'UTC' };
};

/** The locale of numbers and dates: the reader's own variety (es-MX, en-GB) when it belongs to the language shown. */
export const localeFor = (language: string, wanted: readonly string[]): string => {
  const stem = language.slice(0, 2);
  return wanted.find((tag) => tag.toLowerCase().startsWith(stem) && isKnownLocale(tag)) ?? language;
};

/** The locales that the browser asks for, best first. */
export const browserLocales = (): readonly string[] => (typeof navigator === 'undefined' ? [] : navigator.languages);

// Systems set to the POSIX locale make browsers ask for "en-US@posix", which Intl refuses with an exception.
const isKnownLocale = (tag: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
};
