import type { Language } from '#kernel/words.ts';
import { getMe, updateMe } from '#platform/access/contracts.ts';
import { LANGUAGE_NAMES, setLanguage } from '#web/i18n/i18n.ts';
import { keepLanguage } from '#web/i18n/preference.ts';
import { useMutationOf } from '#web/queries.ts';
import { showToast } from '#web/ui/toasts.ts';

export const languageEntries = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** Switches the language at once, in this browser and in the user's settings. */
export const useChooseLanguage = (): ((language: Language) => void) => {
  const update = useMutationOf(updateMe, { refresh: [getMe] });
  return (language) => {
    keepLanguage(language);
    void setLanguage(language);
    update.mutate({ body: { language } });
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
