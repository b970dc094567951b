import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '#kernel/words.ts';
import { call } from '#web/api.ts';
import { LANGUAGE_NAMES, setLanguage } from '#web/i18n/i18n.ts';
import { keepLanguage } from '#web/i18n/preference.ts';
import { showToast } from '#web/ui/toasts.ts';
import { accessContracts } from './session.ts';

export const languageEntries = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** Switches the language at once in this browser, and then in the user's settings. */
export const useChooseLanguage = (): ((language: Language) => Promise<void>) => {
  const client = useQueryClient();
  return async (language) => {
    keepLanguage(language);
    await setLanguage(language);
    await call((await accessContracts()).updateMe, { body: { language } });
    // Sentences of the server come in the language that was asked for.
    await client.invalidateQueries();
  };
};

/** Ends the session and leaves; `failed` is said when the server could not be told. */
export const signOut = async (failed: string): Promise<void> => {
  const answer = await fetch('/api/v1/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => null);
  if (answer?.ok) window.location.assign('/sign-in');
  else showToast({ text: failed, tone: 'bad' });
};
