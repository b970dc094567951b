import { lazy } from 'react';
import { loadMessages } from '#web/i18n/i18n.ts';

// Fetched when first shown: the pages around them are in the first load, these are not.

/** The health of an account with its reasons: for a Suspense of another slice's page. */
export const HealthReasons = lazy(async () => {
  await loadMessages((await import('./account/text.ts')).accountText);
  return { default: (await import('./account/HealthPanel.tsx')).HealthPanel };
});

/** The lead score of a person with its reasons: for a Suspense of another slice's page. */
export const LeadReasons = lazy(async () => {
  await loadMessages((await import('./lead/text.ts')).leadText);
  return { default: (await import('./lead/LeadPanel.tsx')).LeadPanel };
});
