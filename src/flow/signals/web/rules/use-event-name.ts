import { useCallback } from 'react';
import { useDisplayNames, useFactName } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { ruleText } from './text/text.ts';
import { eventName } from './trigger-words.ts';

/** Says what an event is called within a sentence, in the reader's language. */
export const useEventName = (): ((event: string) => string) => {
  const t = useText(ruleText);
  const factName = useFactName();
  const { events } = useDisplayNames();
  return useCallback((event: string) => events.get(event) ?? eventName(event, t, factName), [t, factName, events]);
};
