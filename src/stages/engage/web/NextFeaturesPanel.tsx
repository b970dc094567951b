import { lazy, Suspense } from 'react';
import { loadMessages } from '#web/i18n/i18n.ts';

const words = async () => loadMessages((await import('./text/text.ts')).suggestionText);

// Fetched when an account is first looked at: the account page is in the first load, this is not.
const Loaded = lazy(async () => {
  const [{ NextFeatures }] = await Promise.all([import('./NextFeatures.tsx'), words()]);
  return { default: NextFeatures };
});

const LoadedOfPerson = lazy(async () => {
  const [{ NextFeaturesOfPerson }] = await Promise.all([import('./NextFeaturesOfPerson.tsx'), words()]);
  return { default: NextFeaturesOfPerson };
});

/** What the account might use next. */
export const NextFeaturesPanel = ({ accountId }: { readonly accountId: string }) => (
  <Suspense fallback={null}>
    <Loaded accountId={accountId} />
  </Suspense>
);

/** What a person might use next. */
export const NextFeaturesOfPersonPanel = ({ personId }: { readonly personId: string }) => (
  <Suspense fallback={null}>
    <LoadedOfPerson personId={personId} />
  </Suspense>
);
