import { useCallback } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { factName } from './fact-words.ts';
import { factText } from './text/text.ts';

/** Says what a kind of fact is called, in the reader's language. */
export const useFactName = (): ((event: string) => string) => {
  const t = useText(factText);
  return useCallback((event: string) => factName(event, t), [t]);
};
